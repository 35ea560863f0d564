using System.Net;
using System.Net.Sockets;
using System.Text.Json.Nodes;

namespace NeuroLab.Jupyter.Tests;

/// <summary>A kernel in this process, whose cells run in a worker as always.</summary>
public sealed class RunningKernel : IAsyncLifetime, IDisposable
{
    internal const string Key = "the key of the tests";

    private readonly TemporaryFolder folder = new();
    private readonly CancellationTokenSource stop = new();
    private JupyterKernel? kernel;

    internal int ShellPort { get; private set; }

    internal int ControlPort { get; private set; }

    internal int IOPubPort { get; private set; }

    /// <summary>Ends when the kernel does.</summary>
    internal Task Served { get; private set; } = Task.CompletedTask;

    public Task InitializeAsync()
    {
        int[] ports = FreePorts(5);
        (ShellPort, ControlPort, IOPubPort) = (ports[0], ports[1], ports[2]);
        string file = folder.Write("connection.json", new JsonObject
        {
            ["transport"] = "tcp",
            ["ip"] = "127.0.0.1",
            ["key"] = Key,
            ["signature_scheme"] = "hmac-sha256",
            ["shell_port"] = ports[0],
            ["control_port"] = ports[1],
            ["iopub_port"] = ports[2],
            ["stdin_port"] = ports[3],
            ["hb_port"] = ports[4],
        }.ToJsonString());
        kernel = JupyterKernel.Start(file, folder.Path);
        Served = kernel.RunAsync(stop.Token);
        return Task.CompletedTask;
    }

    public async Task DisposeAsync()
    {
        await stop.CancelAsync();
        await kernel!.DisposeAsync();
    }

    public void Dispose()
    {
        stop.Dispose();
        folder.Dispose();
    }

    // All are taken at once, or the system would give the same one again.
    private static int[] FreePorts(int count)
    {
        TcpListener[] listeners = [.. Enumerable.Range(0, count).Select(_ => new TcpListener(IPAddress.Loopback, 0))];
        foreach (TcpListener listener in listeners)
            listener.Start();
        int[] ports = [.. listeners.Select(listener => ((IPEndPoint)listener.LocalEndpoint).Port)];
        foreach (TcpListener listener in listeners)
            listener.Stop();
        return ports;
    }
}
