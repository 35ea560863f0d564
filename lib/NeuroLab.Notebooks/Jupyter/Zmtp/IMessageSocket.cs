namespace NeuroLab.Notebooks.Jupyter.Zmtp;

/// <summary>A listening socket for messages of several frames, as ZeroMQ has them. A ZeroMQ library can take the place of ours.</summary>
internal interface IMessageSocket : IDisposable
{
    /// <summary>Where it listens.</summary>
    int Port { get; }

    /// <summary>The next message of any peer. Its first frame is the peer's identity.</summary>
    /// <exception cref="OperationCanceledException">The wait was cancelled, or the socket closed.</exception>
    ValueTask<byte[][]> ReceiveAsync(CancellationToken cancellation);

    /// <summary>
    /// Sends a message: the first frame says to whom (a peer's identity), or on a publishing socket is the topic. Returns when the
    /// operating system has taken it; a peer that reads nothing for some seconds is dropped. Any thread may call it.
    /// </summary>
    void Send(IReadOnlyList<byte[]> frames);
}
