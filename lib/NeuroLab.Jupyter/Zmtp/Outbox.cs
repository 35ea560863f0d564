using System.Net.Sockets;

namespace NeuroLab.Jupyter.Zmtp;

/// <summary>What is on its way to one peer. It waits here while the peer does not read, and nobody else waits for it.</summary>
/// <remarks>As with ZeroMQ, what comes when too much waits is dropped, always a whole message.</remarks>
internal sealed class Outbox
{
    /// <summary>What may wait for one peer. A message that alone is longer still goes when nothing waits.</summary>
    public const long Most = 64 * 1024 * 1024;

    // Small messages, which tell a front end that a cell is done, find room where output no longer does.
    private const int Small = 16 * 1024;
    private const long Reserve = 4 * 1024 * 1024;
    private const int JoinedBytes = 64 * 1024;

    private readonly Lock gate = new();
    private readonly Socket socket;
    private readonly Queue<ReadOnlyMemory<byte>> pieces = new();
    private int sentOfFirst;
    private long waiting;
    private long lastTaken = Environment.TickCount64;
    private Task sending = Task.CompletedTask;

    public Outbox(Socket socket)
    {
        this.socket = socket;
        socket.Blocking = false;
    }

    /// <summary>How many bytes wait.</summary>
    public long Waiting => Interlocked.Read(ref waiting);

    /// <summary>Since when the peer has taken nothing, in milliseconds of the machine's uptime.</summary>
    public long LastTaken => Interlocked.Read(ref lastTaken);

    /// <summary>Completes when nothing waits any more, or the peer is gone.</summary>
    public Task FlushAsync()
    {
        lock (gate)
            return sending;
    }

    /// <summary>Sends a message whole, whoever else sends at the same time.</summary>
    /// <returns>Whether there was room for it.</returns>
    public bool Send(IReadOnlyList<byte[]> frames)
    {
        long length = frames.Sum(frame => (long)frame.Length);
        lock (gate)
        {
            if (waiting > 0 && waiting + length > Most + (length <= Small ? Reserve : 0))
                return false;
            // Small frames go out together; large ones are not copied.
            MemoryStream joined = new();
            for (int i = 0; i < frames.Count; i++)
            {
                joined.Write(FrameFormat.Head(i < frames.Count - 1 ? FrameFormat.More : (byte)0, frames[i].Length));
                if (frames[i].Length < JoinedBytes)
                {
                    joined.Write(frames[i]);
                    continue;
                }

                Add(joined.GetBuffer().AsMemory(0, (int)joined.Length));
                Add(frames[i]);
                joined = new MemoryStream();
            }

            Add(joined.GetBuffer().AsMemory(0, (int)joined.Length));
            Begin();
            return true;
        }
    }

    /// <summary>Sends bytes that are no message, if little else waits.</summary>
    public void SendRaw(byte[] bytes)
    {
        lock (gate)
        {
            if (waiting > JoinedBytes)
                return;
            Add(bytes);
            Begin();
        }
    }

    private void Add(ReadOnlyMemory<byte> piece)
    {
        if (piece.Length == 0)
            return;
        pieces.Enqueue(piece);
        Interlocked.Add(ref waiting, piece.Length);
    }

    // Most often the system takes all of it here, on the thread that sends.
    private void Begin()
    {
        if (!sending.IsCompleted)
            return;
        try
        {
            while (pieces.TryPeek(out ReadOnlyMemory<byte> first))
            {
                int sent = socket.Send(first.Span[sentOfFirst..], SocketFlags.None, out SocketError error);
                if (error == SocketError.WouldBlock)
                {
                    sending = Task.Run(SendRestAsync);
                    return;
                }

                if (error != SocketError.Success)
                    throw new SocketException((int)error);
                Took(sent);
            }
        }
        catch (Exception gone) when (gone is SocketException or ObjectDisposedException)
        {
            GiveUp();
        }
    }

    private async Task SendRestAsync()
    {
        try
        {
            while (true)
            {
                ReadOnlyMemory<byte> next;
                lock (gate)
                {
                    if (!pieces.TryPeek(out next))
                    {
                        sending = Task.CompletedTask;
                        return;
                    }

                    next = next[sentOfFirst..];
                }

                int sent = await socket.SendAsync(next, SocketFlags.None).ConfigureAwait(false);
                lock (gate)
                    Took(sent);
            }
        }
        catch (Exception gone) when (gone is SocketException or ObjectDisposedException)
        {
            lock (gate)
                GiveUp();
        }
    }

    private void Took(int sent)
    {
        sentOfFirst += sent;
        Interlocked.Add(ref waiting, -sent);
        Interlocked.Exchange(ref lastTaken, Environment.TickCount64);
        if (sentOfFirst < pieces.Peek().Length)
            return;
        pieces.Dequeue();
        sentOfFirst = 0;
    }

    // Half a message may be out, so nothing more can follow. The connection's reader notices.
    private void GiveUp()
    {
        pieces.Clear();
        sentOfFirst = 0;
        Interlocked.Exchange(ref waiting, 0);
        socket.Dispose();
    }
}
