using System.Text.Json.Nodes;
using NeuroLab.Jupyter.Zmtp;

namespace NeuroLab.Jupyter;

/// <summary>A Jupyter kernel for C#: takes requests from front ends, and lets a worker run the cells.</summary>
/// <remarks>The message protocol is described at jupyter-client.readthedocs.io/en/stable/messaging.html.</remarks>
public sealed class JupyterKernel : IAsyncDisposable
{
    private readonly KernelChannels channels;
    private readonly KernelSession session;
    private readonly UserInput input;
    private readonly RequestAnswers answers;
    private readonly CancellationTokenSource stop = new();

    private JupyterKernel(ConnectionFile file, KernelSession session)
    {
        this.session = session;
        channels = new KernelChannels(file);
        input = new UserInput(channels);
        answers = new RequestAnswers(channels, session, input);
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
            Task.Run(() => ServeAsync(channels.Shell, ends), ends), Task.Run(() => ServeAsync(channels.Control, ends), ends),
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
    public void Interrupt() => answers.Interrupt();

    /// <summary>Closes the sockets and ends the worker.</summary>
    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync().ConfigureAwait(false);
        await session.DisposeAsync().ConfigureAwait(false);
        await channels.DisposeAsync().ConfigureAwait(false);
        stop.Dispose();
    }

    // Cells wait for each other on the shell channel; on the control channel what should not wait comes through.
    private async Task ServeAsync(IMessageSocket socket, CancellationToken cancellation)
    {
        while (true)
        {
            JupyterMessage request = await KernelChannels.ReceiveAsync(socket, cancellation).ConfigureAwait(false);
            await answers.AnswerAsync(socket, request).ConfigureAwait(false);
            if (RequestAnswers.EndsKernel(request))
                await stop.CancelAsync().ConfigureAwait(false);
        }
    }
}
