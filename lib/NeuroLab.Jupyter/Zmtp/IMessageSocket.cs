namespace NeuroLab.Jupyter.Zmtp;

/// <summary>
/// A listening socket for messages of several frames, as ZeroMQ has them. Any thread may call it, and nothing a peer does or leaves
/// undone makes a call wait: what a peer does not take in time is dropped.
/// </summary>
internal interface IMessageSocket : IDisposable
{
    /// <summary>Where it listens.</summary>
    int Port { get; }

    /// <summary>How many messages were dropped since a peer did not take them.</summary>
    int Dropped { get; }

    /// <summary>The next message of any peer.</summary>
    /// <exception cref="OperationCanceledException">The wait was cancelled, or the socket closed.</exception>
    ValueTask<ReceivedMessage> ReceiveAsync(CancellationToken cancellation);

    /// <summary>
    /// Sends a message on the connection of this number. Where this socket has none of that number, it goes to every peer that calls
    /// itself by this identity: the same front end on another socket, or come back after its connection was lost.
    /// </summary>
    void Send(Peer to, IReadOnlyList<byte[]> frames);

    /// <summary>Sends a message to all peers that asked for its topic, which is the first frame.</summary>
    void Publish(IReadOnlyList<byte[]> frames);

    /// <summary>Completes when all that was sent has left, or nobody is there to take it.</summary>
    Task FlushAsync();
}
