using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace NeuroLab.Tool.Tests.Fetching;

/// <summary>A web server on this machine that answers as the test says, also wrongly.</summary>
internal sealed class LocalServer : IDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource stop = new();
    private readonly Func<Request, Reply> answer;

    public LocalServer(Func<Request, Reply> answer)
    {
        this.answer = answer;
        listener.Start();
        Address = new Uri($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}/data/");
        _ = ListenAsync();
    }

    /// <summary>The folder that holds the files.</summary>
    public Uri Address { get; }

    /// <summary>Everything that was asked for.</summary>
    public ConcurrentQueue<Request> Requests { get; } = new();

    /// <summary>The address of a server that was there and is gone.</summary>
    public static Uri Gone()
    {
        using LocalServer server = new(_ => Reply.Error(500));
        return server.Address;
    }

    public void Dispose()
    {
        stop.Cancel();
        listener.Dispose();
    }

    private async Task ListenAsync()
    {
        try
        {
            while (true)
                _ = ServeAsync(await listener.AcceptTcpClientAsync(stop.Token));
        }
        catch (Exception error) when (error is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // The test is over.
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using TcpClient _ = client;
        NetworkStream stream = client.GetStream();
        try
        {
            Request request = await ReadAsync(stream);
            Requests.Enqueue(request);
            Reply reply = answer(request);
            string[] head =
            [
                $"HTTP/1.1 {reply.Status} {reply.Reason ?? $"Status {reply.Status}"}", "Connection: close", .. reply.Headers,
                .. reply.TellsLength ? [$"Content-Length: {reply.Body.Length}"] : Array.Empty<string>(), "", "",
            ];
            await stream.WriteAsync(Encoding.ASCII.GetBytes(string.Join("\r\n", head)), stop.Token);
            await stream.WriteAsync(reply.Body.AsMemory(0, reply.CutAfter ?? reply.Body.Length), stop.Token);
            if (reply.Stalls)
                await Task.Delay(Timeout.Infinite, stop.Token);
        }
        catch (Exception error) when (error is OperationCanceledException or IOException)
        {
            // The client went away, or the test is over.
        }
    }

    private static async Task<Request> ReadAsync(NetworkStream stream)
    {
        using StreamReader reader = new(stream, Encoding.ASCII, leaveOpen: true);
        string path = (await reader.ReadLineAsync())!.Split(' ')[1];
        long? from = null;
        while (await reader.ReadLineAsync() is { Length: > 0 } line)
        {
            if (line.StartsWith("Range: bytes=", StringComparison.OrdinalIgnoreCase))
                from = long.Parse(line["Range: bytes=".Length..].TrimEnd('-'), CultureInfo.InvariantCulture);
        }
        return new Request(path, from);
    }
}
