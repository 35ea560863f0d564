using System.Net.Sockets;

namespace NeuroLab.Jupyter.Zmtp;

/// <summary>One peer of a socket.</summary>
internal sealed class ZmtpConnection : IDisposable
{
    private const int MostFrames = 256;
    private const int MostTopics = 256;
    private const int LongestTopic = 256;
    private static readonly TimeSpan Handshake = TimeSpan.FromSeconds(10);
    private static long numbers;

    private readonly Lock topicsGate = new();
    private readonly List<byte[]> topics = [];
    private readonly Socket socket;
    private readonly BufferedStream input;
    private readonly ReceiveLimits limits;

    public ZmtpConnection(Socket socket, ReceiveLimits limits)
    {
        this.socket = socket;
        this.limits = limits;
        socket.NoDelay = true;
        input = new BufferedStream(new NetworkStream(socket), 16 * 1024);
        Outbox = new Outbox(socket);
    }

    /// <summary>Who it is. What it calls itself is known when it is open.</summary>
    public Peer Peer { get; private set; } = new(Interlocked.Increment(ref numbers), []);

    /// <summary>Whether the handshake is done.</summary>
    public bool IsOpen { get; private set; }

    /// <summary>Whether it has sent a signed message.</summary>
    public bool IsKnown { get; set; }

    /// <summary>What is on its way to the peer.</summary>
    public Outbox Outbox { get; }

    /// <summary>Greets the peer and waits until it has greeted back.</summary>
    /// <exception cref="ZmtpException">It speaks another protocol.</exception>
    public async Task OpenAsync(string socketType, CancellationToken cancellation)
    {
        using CancellationTokenSource limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(Handshake);
        Outbox.SendRaw(FrameFormat.Greeting());
        byte[] greeting = new byte[FrameFormat.GreetingLength];
        await input.ReadExactlyAsync(greeting, limit.Token).ConfigureAwait(false);
        FrameFormat.CheckGreeting(greeting);
        Outbox.SendRaw(FrameFormat.Ready(socketType));
        using MessageLease memory = limits.Strangers.Begin();
        Dictionary<string, byte[]> properties = FrameFormat.ReadReady(await FrameFormat.ReadAsync(input, memory, limit.Token).ConfigureAwait(false));
        Peer = Peer with { Identity = properties.GetValueOrDefault("identity", []) };
        IsOpen = true;
    }

    /// <summary>The next message; commands are dealt with on the way.</summary>
    /// <returns>Its frames, and what they take of the memory for messages.</returns>
    public async Task<(byte[][] Frames, MessageLease Memory)> ReceiveAsync(CancellationToken cancellation)
    {
        MessageLease memory = (IsKnown ? limits.Known : limits.Strangers).Begin();
        try
        {
            List<byte[]> frames = [];
            while (true)
            {
                Frame frame = await FrameFormat.ReadAsync(input, memory, cancellation).ConfigureAwait(false);
                if (frame.IsCommand)
                {
                    Obey(frame.Body);
                    continue;
                }

                frames.Add(frame.Body);
                if (frames.Count > MostFrames)
                    throw new ZmtpException($"a message has more than {MostFrames} frames");
                if (!frame.HasMore)
                    return ([.. frames], memory);
            }
        }
        catch
        {
            memory.Dispose();
            throw;
        }
    }

    /// <summary>Takes a subscription: 1 and a topic begins it, 0 and the topic ends it.</summary>
    /// <exception cref="ZmtpException">There are too many, or the topic is too long.</exception>
    public void Subscribe(byte[] wish)
    {
        if (wish.Length > LongestTopic + 1)
            throw new ZmtpException($"a topic is longer than {LongestTopic} bytes");
        lock (topicsGate)
        {
            if (wish is [1, .. byte[] added])
                topics.Add(added);
            if (topics.Count > MostTopics)
                throw new ZmtpException($"the peer asks for more than {MostTopics} topics");
            if (wish is [0, .. byte[] removed] && topics.FindIndex(topic => topic.AsSpan().SequenceEqual(removed)) is >= 0 and int at)
                topics.RemoveAt(at);
        }
    }

    public bool WantsTopic(byte[] topic)
    {
        lock (topicsGate)
            return topics.Exists(wanted => topic.AsSpan().StartsWith(wanted));
    }

    // Whoever sees the end first ends it, and may not be the only one. A socket stands that; the streams on it hold nothing of their own.
    public void Dispose() => socket.Dispose();

    // Peers of version 3.1 may send these although we are 3.0.
    private void Obey(byte[] command)
    {
        ReadOnlySpan<byte> name = command is [var length, ..] && command.Length > length ? command.AsSpan(1, length) : [];
        byte[] rest = command[Math.Min(command.Length, name.Length + 1)..];
        if (name.SequenceEqual("PING"u8) && rest.Length >= 2)
            Outbox.SendRaw(FrameFormat.Write(FrameFormat.Command, [4, .. "PONG"u8, .. rest[2..]]));
        else if (name.SequenceEqual("SUBSCRIBE"u8))
            Subscribe([1, .. rest]);
        else if (name.SequenceEqual("CANCEL"u8))
            Subscribe([0, .. rest]);
    }
}
