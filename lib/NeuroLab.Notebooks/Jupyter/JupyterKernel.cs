using System.Text.Json.Nodes;
using System.Threading.Channels;
using NeuroLab.Notebooks.Session.Assistance;

namespace NeuroLab.Notebooks.Jupyter;

/// <summary>A Jupyter kernel for C#: takes requests from front ends, and lets a worker run the cells.</summary>
/// <remarks>The message protocol is described at jupyter-client.readthedocs.io/en/stable/messaging.html.</remarks>
public sealed class JupyterKernel : IAsyncDisposable
{
    private readonly KernelChannels channels;
    private readonly KernelSession session;
    private readonly UserInput input;
    private readonly CellHistory history = new();
    private readonly CellExecution cells;
    private readonly CancellationTokenSource stop = new();
    private readonly Channel<(JupyterMessage Request, DateTime Arrived)> requests = Channel.CreateBounded<(JupyterMessage, DateTime)>(10_000);

    private JupyterKernel(ConnectionFile file, KernelSession session)
    {
        this.session = session;
        channels = new KernelChannels(file);
        input = new UserInput(channels);
        cells = new CellExecution(channels, session, input, history);
    }

    /// <summary>Starts a kernel.</summary>
    /// <param name="connectionFile">The file by which a front end says where to listen.</param>
    /// <param name="folder">Where cells run.</param>
    /// <param name="grace">How long an interrupted cell may go on before its process is ended; null means two seconds.</param>
    /// <exception cref="KernelException">The file cannot be used, or a port is taken.</exception>
    public static JupyterKernel Start(string connectionFile, string folder, TimeSpan? grace = null)
    {
        // The worker comes first: it warms up while everything else begins.
        KernelSession session = new(folder, grace ?? TimeSpan.FromSeconds(2));
        try
        {
            return new JupyterKernel(ConnectionFile.Read(connectionFile), session);
        }
        catch (KernelException)
        {
            session.DisposeAsync().AsTask().Wait();
            throw;
        }
    }

    /// <summary>Serves until a front end asks it to shut down.</summary>
    /// <param name="cancellation">Ends it too.</param>
    public async Task RunAsync(CancellationToken cancellation)
    {
        using CancellationTokenSource either = CancellationTokenSource.CreateLinkedTokenSource(cancellation, stop.Token);
        CancellationToken ends = either.Token;
        channels.Publish(null, "status", new JsonObject { ["execution_state"] = "starting" });
        Task[] loops =
        [
            Task.Run(() => channels.BeatAsync(ends), ends), Task.Run(() => input.ListenAsync(ends), ends),
            Task.Run(() => ReadShellAsync(ends), ends), Task.Run(() => ServeShellAsync(ends), ends), Task.Run(() => ServeControlAsync(ends), ends),
        ];
        try
        {
            await await Task.WhenAny(loops).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (ends.IsCancellationRequested)
        {
            // Asked for.
        }
    }

    /// <summary>Asks the cell that runs to stop.</summary>
    public void Interrupt()
    {
        input.Forget();
        session.Interrupt();
    }

    /// <summary>Closes the sockets and ends the worker.</summary>
    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync().ConfigureAwait(false);
        await session.DisposeAsync().ConfigureAwait(false);
        channels.Dispose();
        stop.Dispose();
    }

    private async Task ReadShellAsync(CancellationToken cancellation)
    {
        while (true)
        {
            JupyterMessage request = await channels.ReceiveAsync(channels.Shell, cancellation).ConfigureAwait(false);
            await requests.Writer.WriteAsync((request, DateTime.UtcNow), cancellation).ConfigureAwait(false);
        }
    }

    private async Task ServeShellAsync(CancellationToken cancellation)
    {
        while (true)
        {
            (JupyterMessage request, DateTime arrived) = await requests.Reader.ReadAsync(cancellation).ConfigureAwait(false);
            await ServeAsync(request, async () =>
            {
                if (request.Type != "execute_request")
                    await AnswerAsync(request, channels.Shell).ConfigureAwait(false);
                else if (WasSentBefore(cells.Failed, request, arrived))
                    cells.Abort(request);
                else
                    await cells.RunAsync(request).ConfigureAwait(false);
            }).ConfigureAwait(false);
        }
    }

    // Of several cells sent at once the last may come only after the first has failed. The sender's clock, which may be wrong, is
    // believed for a moment only.
    private static bool WasSentBefore(DateTime failed, JupyterMessage request, DateTime arrived) =>
        arrived <= failed
        || (arrived - failed < TimeSpan.FromMilliseconds(500)
            && request.Header["date"] is JsonValue date && date.TryGetValue(out DateTime sent) && sent.ToUniversalTime() <= failed);

    private async Task ServeControlAsync(CancellationToken cancellation)
    {
        while (true)
        {
            JupyterMessage request = await channels.ReceiveAsync(channels.Control, cancellation).ConfigureAwait(false);
            await ServeAsync(request, () => AnswerAsync(request, channels.Control)).ConfigureAwait(false);
            if (request.Type == "shutdown_request")
                await stop.CancelAsync().ConfigureAwait(false);
        }
    }

    private async Task ServeAsync(JupyterMessage request, Func<Task> serve)
    {
        channels.Publish(request, "status", new JsonObject { ["execution_state"] = "busy" });
        try
        {
            await serve().ConfigureAwait(false);
        }
#pragma warning disable CA1031 // Whatever a request does, the next one is served.
        catch (Exception error) when (error is not OperationCanceledException)
#pragma warning restore CA1031
        {
            await Console.Error.WriteLineAsync($"The kernel could not answer {request.Type}: {error.Message}").ConfigureAwait(false);
        }

        channels.Publish(request, "status", new JsonObject { ["execution_state"] = "idle" });
    }

    private async Task AnswerAsync(JupyterMessage request, Zmtp.IMessageSocket socket)
    {
        JsonObject? reply = request.Type switch
        {
            "kernel_info_request" => KernelInfo.Content(),
            "complete_request" => await CompleteAsync(request).ConfigureAwait(false),
            "inspect_request" => await InspectAsync(request).ConfigureAwait(false),
            "is_complete_request" => await IsCompleteAsync(request).ConfigureAwait(false),
            "history_request" => history.Answer(request),
            "comm_info_request" => new JsonObject { ["status"] = "ok", ["comms"] = new JsonObject() },
            "interrupt_request" => Interrupted(),
            "shutdown_request" => new JsonObject { ["status"] = "ok", ["restart"] = request.Flag("restart", false) },
            _ => null,
        };
        if (reply is not null)
            channels.Send(socket, request, request.Type.Replace("_request", "_reply", StringComparison.Ordinal), reply);
        // There are no widgets here: who opens a channel for one is told that it is closed.
        if (request.Type == "comm_open")
            channels.Publish(request, "comm_close", new JsonObject { ["comm_id"] = request.Text("comm_id"), ["data"] = new JsonObject() });
        if (request.Type == "shutdown_request")
            channels.Publish(request, "shutdown_reply", reply!);
    }

    private JsonObject Interrupted()
    {
        Interrupt();
        return new JsonObject { ["status"] = "ok" };
    }

    private async Task<JsonObject> IsCompleteAsync(JupyterMessage request)
    {
        JsonObject answer = await session.AskAsync(CodeAssistance.IsComplete, request.Text("code"), 0).ConfigureAwait(false);
        return answer.Count > 0 ? answer : new JsonObject { ["status"] = "unknown" };
    }

    private async Task<JsonObject> CompleteAsync(JupyterMessage request)
    {
        string code = request.Text("code");
        int cursor = CodePoints.ToUtf16(code, request.Number("cursor_pos", int.MaxValue));
        JsonObject found = await session.AskAsync(CodeAssistance.Complete, code, cursor).ConfigureAwait(false);
        int start = CodePoints.FromUtf16(code, found["start"]?.GetValue<int>() ?? cursor);
        int end = CodePoints.FromUtf16(code, cursor);
        string[] names = [.. (found["matches"] as JsonArray ?? []).Select(name => name!.GetValue<string>())];
        string[] types = [.. (found["types"] as JsonArray ?? []).Select(type => type!.GetValue<string>())];
        return new JsonObject
        {
            ["status"] = "ok",
            ["matches"] = new JsonArray([.. names.Select(name => JsonValue.Create(name))]),
            ["cursor_start"] = start,
            ["cursor_end"] = end,
            ["metadata"] = new JsonObject
            {
                ["_jupyter_types_experimental"] = new JsonArray([.. names.Zip(types, (name, type) => new JsonObject
                {
                    ["text"] = name, ["type"] = type, ["start"] = start, ["end"] = end,
                })]),
            },
        };
    }

    private async Task<JsonObject> InspectAsync(JupyterMessage request)
    {
        string code = request.Text("code");
        int cursor = CodePoints.ToUtf16(code, request.Number("cursor_pos", int.MaxValue));
        JsonObject found = await session.AskAsync(CodeAssistance.Inspect, code, cursor).ConfigureAwait(false);
        string? text = found["text"]?.GetValue<string>();
        return new JsonObject
        {
            ["status"] = "ok",
            ["found"] = text is not null,
            ["data"] = text is null ? [] : new JsonObject { ["text/plain"] = text },
            ["metadata"] = new JsonObject(),
        };
    }
}
