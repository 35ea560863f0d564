namespace NeuroLab.Live;

/// <summary>The way to one front end: messages of text, in UTF-8, both ways.</summary>
internal interface IMessageWire
{
    /// <summary>The next message; null where the front end has gone.</summary>
    /// <exception cref="FormatException">The message is longer than <see cref="RunnerConnection.LongestMessage"/>.</exception>
    Task<ReadOnlyMemory<byte>?> ReceiveAsync(CancellationToken cancellation);

    /// <summary>Sends a message.</summary>
    Task SendAsync(ReadOnlyMemory<byte> message, CancellationToken cancellation);

    /// <summary>Cuts it: whoever waits for a message gets none.</summary>
    void Abort();
}
