namespace NeuroLab.Jupyter.Zmtp;

/// <summary>How much memory messages may take from their first byte until they are taken for work, in one message and in all.</summary>
/// <param name="mostOfOne">The longest message.</param>
/// <param name="mostOfAll">What all messages may take together. The first bytes of a message don't count, so that a small one finds room at any time.</param>
internal sealed class MessageMemory(long mostOfOne, long mostOfAll)
{
    /// <summary>What a message may take without being counted.</summary>
    public const int Free = 16 * 1024;

    private long taken;

    /// <summary>What messages take now.</summary>
    public long Taken => Interlocked.Read(ref taken);

    /// <summary>Begins a message.</summary>
    public MessageLease Begin() => new(this);

    /// <exception cref="ZmtpException">A message of this length is too long.</exception>
    public void Check(long length)
    {
        if (length < 0 || length > mostOfOne)
            throw new ZmtpException($"a message of {length} bytes is longer than {mostOfOne}");
    }

    /// <exception cref="ZmtpException">There is not as much left.</exception>
    public void Take(long bytes)
    {
        if (Interlocked.Add(ref taken, bytes) <= mostOfAll)
            return;
        Return(bytes);
        throw new ZmtpException($"all messages together take more than {mostOfAll} bytes");
    }

    public void Return(long bytes) => Interlocked.Add(ref taken, -bytes);
}
