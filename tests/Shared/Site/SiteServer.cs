using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace NeuroLab.Tests.Shared.Site;

/// <summary>A web server that hands out a folder as it is: no compression, no headers but the type.</summary>
internal sealed class SiteServer : IDisposable
{
    private readonly HttpListener listener = new();
    private readonly string folder;

    public SiteServer(string folder, int port = 0)
    {
        this.folder = folder;
        Port = port == 0 ? FreePort() : port;
        listener.Prefixes.Add(Address);
        listener.Start();
        _ = ServeAsync();
    }

    /// <summary>Where the site is.</summary>
    public string Address => $"http://localhost:{Port}/course/";

    public int Port { get; }

    /// <summary>What was asked for, in the site.</summary>
    public ConcurrentQueue<string> Asked { get; } = new();

    /// <summary>What files hold since the site was written, by their paths.</summary>
    public ConcurrentDictionary<string, string> Changed { get; } = new();

    public void Dispose() => listener.Close();

    private static int FreePort()
    {
        using TcpListener free = new(IPAddress.Loopback, 0);
        free.Start();
        return ((IPEndPoint)free.LocalEndpoint).Port;
    }

    private async Task ServeAsync()
    {
        try
        {
            while (true)
            {
                HttpListenerContext context = await listener.GetContextAsync();
                // One that a browser does not read to its end must not hold up the others.
                _ = AnswerAsync(context);
            }
        }
        catch (Exception end) when (end is HttpListenerException or ObjectDisposedException)
        {
            // The test is over, or plays that the network is gone.
        }
    }

    private async Task AnswerAsync(HttpListenerContext context)
    {
        string path = Uri.UnescapeDataString(context.Request.Url!.AbsolutePath)["/course/".Length..];
        Asked.Enqueue(path);
        string file = Path.Combine(folder, path.Length == 0 ? "index.html" : path);
        try
        {
            using HttpListenerResponse response = context.Response;
            bool isChanged = Changed.TryGetValue(path, out string? text);
            if (!isChanged && !File.Exists(file))
            {
                response.StatusCode = 404;
                return;
            }

            response.ContentType = Path.GetExtension(file) switch
            {
                ".html" => "text/html; charset=utf-8",
                ".js" => "text/javascript",
                ".css" => "text/css",
                ".wasm" => "application/wasm",
                _ => "application/octet-stream",
            };
            await response.OutputStream.WriteAsync(isChanged ? Encoding.UTF8.GetBytes(text!) : await File.ReadAllBytesAsync(file));
        }
        catch (Exception gone) when (gone is HttpListenerException or IOException)
        {
            // The browser no longer wants it.
        }
    }
}
