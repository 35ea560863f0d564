namespace NeuroLab.Jupyter;

/// <summary>
/// Remembers the signatures of messages, so that one that is sent again, by whoever has seen it pass, does nothing. Of messages
/// older than what is remembered, which would be forgotten ones, none counts as new.
/// </summary>
/// <param name="most">How many are remembered.</param>
internal sealed class SeenMessages(int most = 65_536)
{
    private readonly Lock gate = new();
    private readonly HashSet<ulong> seen = [];
    private readonly Queue<(ulong Mark, DateTime Sent)> order = new();
    private DateTime forgotten = DateTime.MinValue;

    /// <summary>Whether a message is seen for the first time.</summary>
    /// <param name="signature">Its signature, in hexadecimal, which has been checked.</param>
    /// <param name="sent">When it was sent, by its header. Senders and the kernel are on one machine and have one clock.</param>
    public bool IsNew(ReadOnlySpan<byte> signature, DateTime? sent)
    {
        // A quarter of it tells messages apart: who can't make signatures can't make two that begin alike.
        ulong mark = ulong.Parse(signature[..16], System.Globalization.NumberStyles.AllowHexSpecifier, null);
        lock (gate)
        {
            if (sent <= forgotten || !seen.Add(mark))
                return false;
            DateTime now = DateTime.UtcNow;
            order.Enqueue((mark, sent is { } date && date < now ? date : now));
            if (order.Count <= most)
                return true;
            (ulong oldest, DateTime then) = order.Dequeue();
            seen.Remove(oldest);
            forgotten = then > forgotten ? then : forgotten;
            return true;
        }
    }
}
