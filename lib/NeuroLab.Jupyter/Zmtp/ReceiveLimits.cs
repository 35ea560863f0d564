namespace NeuroLab.Jupyter.Zmtp;

/// <summary>What all sockets of a kernel hold together of what comes in. docs/jupyter.md tells the numbers.</summary>
internal sealed class ReceiveLimits
{
    private const long Mebibyte = 1024 * 1024;

    /// <summary>For peers that have not sent a signed message yet: whoever is on this machine may be one.</summary>
    public MessageMemory Strangers { get; } = new(16 * Mebibyte, 64 * Mebibyte);

    /// <summary>For peers that have.</summary>
    public MessageMemory Known { get; } = new(64 * Mebibyte, 256 * Mebibyte);
}
