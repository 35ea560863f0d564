using System.Net.Sockets;
using System.Security.Cryptography;

namespace NeuroLab.Notebooks.Jupyter.Zmtp;

/// <summary>One peer of a socket.</summary>
internal sealed class ZmtpConnection : IDisposable
{
    private const int MostFrames = 256;
    private const int JoinedBytes = 64 * 1024;
    private static readonly TimeSpan Handshake = TimeSpan.FromSeconds(10);

    private readonly Lock sending = new();
    private readonly Lock topicsGate = new();
    private readonly List<byte[]> topics = [];
    private readonly Socket socket;
    private readonly NetworkStream stream;
    private readonly BufferedStream input;

    public ZmtpConnection(Socket socket)
    {
        this.socket = socket;
        socket.NoDelay = true;
        // A front end that stopped reading must not hold up the cell for ever.
        socket.SendTimeout = 10_000;
        stream = new NetworkStream(socket);
        input = new BufferedStream(stream, 16 * 1024);
    }

    /// <summary>What messages to and from this peer begin with.</summary>
    public byte[] Identity { get; private set; } = [];

    /// <summary>Greets the peer and waits until it has greeted back.</summary>
    /// <exception cref="ZmtpException">It speaks another protocol.</exception>
    public async Task OpenAsync(string socketType, CancellationToken cancellation)
    {
        using CancellationTokenSource limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(Handshake);
        SendBytes(FrameFormat.Greeting());
        byte[] greeting = new byte[FrameFormat.GreetingLength];
        await input.ReadExactlyAsync(greeting, limit.Token).ConfigureAwait(false);
        FrameFormat.CheckGreeting(greeting);
        SendBytes(FrameFormat.Ready(socketType));
        Dictionary<string, byte[]> properties = FrameFormat.ReadReady(await FrameFormat.ReadAsync(input, limit.Token).ConfigureAwait(false));
        // Identities that begin with 0 are ours to give.
        Identity = properties.TryGetValue("identity", out byte[]? identity) && identity is [not 0, ..]
            ? identity
            : [0, .. RandomNumberGenerator.GetBytes(8)];
    }

    /// <summary>The next message; commands are dealt with on the way.</summary>
    public async Task<List<byte[]>> ReceiveAsync(CancellationToken cancellation)
    {
        List<byte[]> frames = [];
        while (true)
        {
            Frame frame = await FrameFormat.ReadAsync(input, cancellation).ConfigureAwait(false);
            if (frame.IsCommand)
            {
                Obey(frame.Body);
                continue;
            }

            frames.Add(frame.Body);
            if (frames.Count > MostFrames)
                throw new ZmtpException($"a message has more than {MostFrames} frames");
            if (!frame.HasMore)
                return frames;
        }
    }

    /// <summary>Sends a message whole, whoever else sends at the same time.</summary>
    public void Send(IReadOnlyList<byte[]> frames, int first)
    {
        lock (sending)
        {
            // Small frames go out together; large ones are not copied.
            using MemoryStream joined = new();
            for (int i = first; i < frames.Count; i++)
            {
                joined.Write(FrameFormat.Head(i < frames.Count - 1 ? FrameFormat.More : (byte)0, frames[i].Length));
                if (frames[i].Length < JoinedBytes)
                {
                    joined.Write(frames[i]);
                    continue;
                }

                SendBytes(joined.GetBuffer().AsSpan(0, (int)joined.Length));
                joined.SetLength(0);
                SendBytes(frames[i]);
            }

            SendBytes(joined.GetBuffer().AsSpan(0, (int)joined.Length));
        }
    }

    /// <summary>Takes a subscription: 1 and a topic begins it, 0 and the topic ends it.</summary>
    public void Subscribe(byte[] wish)
    {
        lock (topicsGate)
        {
            if (wish is [1, .. byte[] added] && topics.Count < MostFrames)
                topics.Add(added);
            if (wish is [0, .. byte[] removed] && topics.FindIndex(topic => topic.AsSpan().SequenceEqual(removed)) is >= 0 and int at)
                topics.RemoveAt(at);
        }
    }

    public bool WantsTopic(byte[] topic)
    {
        lock (topicsGate)
            return topics.Exists(wanted => topic.AsSpan().StartsWith(wanted));
    }

    public void Dispose()
    {
        input.Dispose();
        stream.Dispose();
        socket.Dispose();
    }

    // Peers of version 3.1 may send these although we are 3.0.
    private void Obey(byte[] command)
    {
        ReadOnlySpan<byte> name = command is [var length, ..] && command.Length > length ? command.AsSpan(1, length) : [];
        byte[] rest = command[Math.Min(command.Length, name.Length + 1)..];
        if (name.SequenceEqual("PING"u8) && rest.Length >= 2)
            Send(FrameFormat.Write(FrameFormat.Command, [4, .. "PONG"u8, .. rest[2..]]));
        else if (name.SequenceEqual("SUBSCRIBE"u8))
            Subscribe([1, .. rest]);
        else if (name.SequenceEqual("CANCEL"u8))
            Subscribe([0, .. rest]);
    }

    private void Send(byte[] bytes)
    {
        lock (sending)
            SendBytes(bytes);
    }

    private void SendBytes(ReadOnlySpan<byte> bytes)
    {
        while (bytes.Length > 0)
            bytes = bytes[socket.Send(bytes)..];
    }
}
