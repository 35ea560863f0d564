using System.Threading.Channels;

namespace NeuroLab.Live;

/// <summary>One front end, a page or an editor: messages to it wait in a line, so that a slow one keeps no cell waiting.</summary>
/// <param name="wire">The way to it.</param>
internal sealed class Listener(IMessageWire wire)
{
    private const int LongestLine = 20_000;

    private readonly Channel<ReadOnlyMemory<byte>> line = Channel.CreateBounded<ReadOnlyMemory<byte>>(LongestLine);

    /// <summary>Sends a message, in UTF-8. A page that took none of many thousands is cut off; it connects again when it can.</summary>
    public void Send(ReadOnlyMemory<byte> message)
    {
        if (!line.Writer.TryWrite(message))
            line.Writer.TryComplete();
    }

    /// <summary>Sends what waits, until the page is gone.</summary>
    public async Task SendAllAsync(CancellationToken cancellation)
    {
        await foreach (ReadOnlyMemory<byte> message in line.Reader.ReadAllAsync(cancellation).ConfigureAwait(false))
            await wire.SendAsync(message, cancellation).ConfigureAwait(false);
        wire.Abort();
    }
}
