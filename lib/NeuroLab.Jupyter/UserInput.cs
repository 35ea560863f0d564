using System.Text.Json.Nodes;

namespace NeuroLab.Jupyter;

/// <summary>Asks the user for a line through the front end that runs the cell.</summary>
internal sealed class UserInput(KernelChannels channels)
{
    private volatile TaskCompletionSource<string?>? waiting;

    /// <summary>Asks, and waits for the answer.</summary>
    /// <param name="request">The request that runs the cell.</param>
    public Task<string?> AskAsync(JupyterMessage request)
    {
        TaskCompletionSource<string?> asked = new(TaskCreationOptions.RunContinuationsAsynchronously);
        waiting = asked;
        channels.Send(channels.Stdin, request, "input_request", new JsonObject { ["prompt"] = "", ["password"] = false });
        return asked.Task;
    }

    /// <summary>Gives up waiting: the cell is done.</summary>
    public void Forget() => Interlocked.Exchange(ref waiting, null)?.TrySetResult(null);

    /// <summary>Takes the answers as they come.</summary>
    public async Task ListenAsync(CancellationToken cancellation)
    {
        while (true)
        {
            JupyterMessage message = await KernelChannels.ReceiveAsync(channels.Stdin, cancellation).ConfigureAwait(false);
            if (message.Type == "input_reply")
                Interlocked.Exchange(ref waiting, null)?.TrySetResult(Line(message));
        }
    }

    // An answer without a text is as good as none: the cell finds the end of its input.
    private static string? Line(JupyterMessage message)
    {
        try
        {
            return message.Text("value");
        }
        catch (RequestException)
        {
            return null;
        }
    }
}
