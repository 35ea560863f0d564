namespace NeuroLab.Jupyter.Zmtp;

/// <summary>What one message takes of the memory for messages; given back when it is disposed of.</summary>
internal sealed class MessageLease(MessageMemory memory) : IDisposable
{
    private long length;
    private long counted;

    /// <summary>Checks that a frame of this length has its place in the message. Nothing is taken for what is only announced.</summary>
    /// <exception cref="ZmtpException">The message would be too long.</exception>
    public void Announce(long frame)
    {
        memory.Check(frame);
        memory.Check(length + frame);
    }

    /// <summary>Takes room for bytes of the message.</summary>
    /// <exception cref="ZmtpException">There is none.</exception>
    public void Take(long bytes)
    {
        long more = Math.Max(0, length + bytes - MessageMemory.Free) - counted;
        memory.Take(more);
        length += bytes;
        counted += more;
    }

    public void Dispose() => memory.Return(Interlocked.Exchange(ref counted, 0));
}
