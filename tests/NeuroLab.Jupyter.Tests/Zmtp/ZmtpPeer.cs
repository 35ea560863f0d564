using System.Net;
using System.Net.Sockets;
using System.Text;
using NeuroLab.Jupyter.Zmtp;

namespace NeuroLab.Jupyter.Tests.Zmtp;

/// <summary>A front end's end of a connection, byte by byte.</summary>
internal sealed class ZmtpPeer(TcpClient client) : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly TcpClient client = client;
    private readonly NetworkStream stream = client.GetStream();
    private readonly MessageMemory memory = new(1L << 30, 1L << 40);

    /// <summary>How many bytes wait to be read.</summary>
    public int Waiting => client.Available;

    /// <summary>Connects and shakes hands.</summary>
    public static async Task<ZmtpPeer> ConnectAsync(int port, string identity = "")
    {
        ZmtpPeer peer = await ConnectRawAsync(port);
        peer.Send(FrameFormat.Greeting());
        await peer.stream.ReadExactlyAsync(new byte[FrameFormat.GreetingLength]);
        peer.Send(FrameFormat.Write(FrameFormat.Command,
        [
            5, .. "READY"u8, 11, .. "Socket-Type"u8, 0, 0, 0, 6, .. "DEALER"u8,
            8, .. "Identity"u8, 0, 0, 0, (byte)identity.Length, .. Encoding.ASCII.GetBytes(identity),
        ]));
        FrameFormat.ReadReady(await peer.ReadAsync());
        return peer;
    }

    /// <summary>Connects and says nothing.</summary>
    public static async Task<ZmtpPeer> ConnectRawAsync(int port)
    {
        TcpClient client = new() { NoDelay = true };
        await client.ConnectAsync(IPAddress.Loopback, port);
        return new ZmtpPeer(client);
    }

    public void Send(byte[] bytes) => stream.Write(bytes);

    /// <summary>Sends a message.</summary>
    public void SendMessage(params IReadOnlyList<byte[]> frames)
    {
        for (int i = 0; i < frames.Count; i++)
            Send(FrameFormat.Write(i < frames.Count - 1 ? FrameFormat.More : (byte)0, frames[i]));
    }

    public async Task<Frame> ReadAsync()
    {
        using CancellationTokenSource limit = new(Patience);
        using MessageLease lease = memory.Begin();
        return await FrameFormat.ReadAsync(stream, lease, limit.Token);
    }

    /// <summary>The next message.</summary>
    public async Task<byte[][]> ReadMessageAsync()
    {
        List<byte[]> frames = [];
        while (true)
        {
            Frame frame = await ReadAsync();
            frames.Add(frame.Body);
            if (!frame.HasMore)
                return [.. frames];
        }
    }

    /// <summary>Whether the other side closes the connection soon.</summary>
    public async Task<bool> IsClosedAsync()
    {
        using CancellationTokenSource limit = new(Patience);
        byte[] rest = new byte[64 * 1024];
        try
        {
            while (await stream.ReadAsync(rest, limit.Token) > 0)
            {
            }

            return true;
        }
        catch (IOException)
        {
            return true;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    public void Dispose() => client.Dispose();
}
