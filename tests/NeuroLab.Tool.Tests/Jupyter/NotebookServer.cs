using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using NeuroLab.Tests.Shared.Jupyter;

namespace NeuroLab.Tool.Tests.Jupyter;

/// <summary>Jupyter Notebook, serving a copy of the course with the installed kernel.</summary>
internal sealed class NotebookServer : IDisposable
{
    private readonly InstalledKernel kernel = new();
    private readonly Process process;

    public NotebookServer(params string[] files)
    {
        Folder = Path.Combine(kernel.Folder, "notebooks");
        Directory.CreateDirectory(Folder);
        foreach (string file in files)
            File.Copy(Repository.At($"notebooks/{file}"), Path.Combine(Folder, file));
        string port = FreePort().ToString(CultureInfo.InvariantCulture);
        Address = new Uri($"http://127.0.0.1:{port}/");
        ProcessStartInfo start = new(InstalledKernel.Python!,
        [
            "-m", "notebook", "--no-browser", "--allow-root", "--ip=127.0.0.1", $"--port={port}", $"--notebook-dir={Folder}",
            "--NotebookApp.token=", "--NotebookApp.password=",
        ])
        {
            WorkingDirectory = Folder,
            RedirectStandardError = true,
            Environment =
            {
                ["JUPYTER_PATH"] = Path.Combine(kernel.Folder, "share", "jupyter"),
                ["JUPYTER_RUNTIME_DIR"] = Path.Combine(kernel.Folder, "runtime"),
                ["JUPYTER_CONFIG_DIR"] = Path.Combine(kernel.Folder, "config"),
            },
        };
        process = Process.Start(start)!;
        process.ErrorDataReceived += (_, _) => { };
        process.BeginErrorReadLine();
    }

    public string Folder { get; }

    public Uri Address { get; }

    /// <summary>Waits until the server answers.</summary>
    public async Task WaitAsync()
    {
        using HttpClient client = new();
        for (int i = 0; ; i++)
        {
            try
            {
                await client.GetStringAsync(new Uri(Address, "api"));
                return;
            }
            catch (HttpRequestException) when (i < 300)
            {
                await Task.Delay(200);
            }
        }
    }

    public void Dispose()
    {
        process.Kill(entireProcessTree: true);
        process.WaitForExit();
        process.Dispose();
        kernel.Dispose();
    }

    private static int FreePort()
    {
        using TcpListener listener = new(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
