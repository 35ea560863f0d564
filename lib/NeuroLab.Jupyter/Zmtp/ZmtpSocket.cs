using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Threading.Channels;

namespace NeuroLab.Jupyter.Zmtp;

/// <summary>A listening ZeroMQ socket over TCP, in as much of ZMTP 3.0 as a kernel needs: no security, no reconnecting.</summary>
internal sealed class ZmtpSocket : IMessageSocket
{
    // A front end opens one connection to each socket; an own limit keeps a runaway one from taking all there are.
    private const int MostConnections = 256;
    // The first to come are most likely the front end that started the kernel: they keep their place.
    private const int Settled = 16;
    private const long MostWaiting = 4 * Outbox.Most;

    private readonly ConcurrentDictionary<long, ZmtpConnection> connections = [];
    // Requests wait here while a cell runs; when it is full, reading stops and the peers wait.
    private readonly Channel<(ReceivedMessage Message, MessageLease Memory)> incoming = Channel.CreateBounded<(ReceivedMessage, MessageLease)>(10_000);
    private readonly CancellationTokenSource closing = new();
    private readonly Socket listener;
    private readonly SocketKind kind;
    private readonly ReceiveLimits limits;
    private readonly Func<byte[][], bool>? isSigned;
    private int dropped;

    private ZmtpSocket(SocketKind kind, Socket listener, ReceiveLimits limits, Func<byte[][], bool>? isSigned)
    {
        this.kind = kind;
        this.listener = listener;
        this.limits = limits;
        this.isSigned = isSigned;
        Port = ((IPEndPoint)listener.LocalEndPoint!).Port;
        _ = AcceptAsync();
    }

    public int Port { get; }

    public int Dropped => Volatile.Read(ref dropped);

    /// <summary>Begins to listen.</summary>
    /// <param name="kind">What the socket does.</param>
    /// <param name="address">Where.</param>
    /// <param name="port">On which port; 0 takes a free one.</param>
    /// <param name="limits">What it may hold of what comes in.</param>
    /// <param name="isSigned">Whether a message is one to hand on; others are dropped. Null hands on all, and takes every peer for a stranger.</param>
    /// <exception cref="SocketException">The port is taken.</exception>
    public static ZmtpSocket Bind(SocketKind kind, IPAddress address, int port, ReceiveLimits limits, Func<byte[][], bool>? isSigned = null)
    {
        Socket listener = new(address.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            listener.Bind(new IPEndPoint(address, port));
            listener.Listen();
            return new ZmtpSocket(kind, listener, limits, isSigned);
        }
        catch (SocketException)
        {
            listener.Dispose();
            throw;
        }
    }

    public async ValueTask<ReceivedMessage> ReceiveAsync(CancellationToken cancellation)
    {
        (ReceivedMessage message, MessageLease memory) = await incoming.Reader.ReadAsync(cancellation).ConfigureAwait(false);
        memory.Dispose();
        return message;
    }

    public void Send(Peer to, IReadOnlyList<byte[]> frames)
    {
        if (connections.TryGetValue(to.Number, out ZmtpConnection? same))
            Send([same], frames);
        else if (to.Identity.Length > 0)
            Send(Open.Where(connection => connection.Peer.Identity.AsSpan().SequenceEqual(to.Identity)), frames);
    }

    public void Publish(IReadOnlyList<byte[]> frames) => Send(Open.Where(connection => connection.WantsTopic(frames[0])), frames);

    public Task FlushAsync() => Task.WhenAll(Open.Select(connection => connection.Outbox.FlushAsync()));

    public void Dispose()
    {
        closing.Cancel();
        listener.Dispose();
        foreach (ZmtpConnection connection in connections.Values)
            connection.Dispose();
        incoming.Writer.TryComplete(new OperationCanceledException());
    }

    private IEnumerable<ZmtpConnection> Open => connections.Select(pair => pair.Value).Where(connection => connection.IsOpen);

    private void Send(IEnumerable<ZmtpConnection> to, IReadOnlyList<byte[]> frames)
    {
        bool waits = false;
        foreach (ZmtpConnection connection in to)
        {
            if (!connection.Outbox.Send(frames))
                Interlocked.Increment(ref dropped);
            waits |= connection.Outbox.Waiting > 0;
        }

        // Each peer's part is bounded; who takes nothing must not keep the memory of many.
        while (waits && Open.Sum(connection => connection.Outbox.Waiting) > MostWaiting)
            Close(Open.Where(connection => connection.Outbox.Waiting > 0).MinBy(connection => connection.Outbox.LastTaken));
    }

    private void Close(ZmtpConnection? connection)
    {
        if (connection is null)
            return;
        connections.TryRemove(connection.Peer.Number, out _);
        connection.Dispose();
    }

    private async Task AcceptAsync()
    {
        while (!closing.IsCancellationRequested)
        {
            Socket? socket = null;
            try
            {
                socket = await listener.AcceptAsync(closing.Token).ConfigureAwait(false);
                if (connections.Count >= MostConnections)
                    Close(LeastNeeded());
                if (connections.Count >= MostConnections)
                    socket.Dispose();
                else
                    _ = ServeAsync(new ZmtpConnection(socket, limits));
            }
            catch (Exception stopped) when (stopped is OperationCanceledException or ObjectDisposedException)
            {
                return;
            }
            catch (Exception gone) when (gone is SocketException or IOException)
            {
                // One peer gave up while it was let in. The next may come.
                socket?.Dispose();
            }
        }
    }

    // Whoever opens connections and does nothing with them must not shut out a front end that comes later: the oldest of those gives way.
    private ZmtpConnection? LeastNeeded()
    {
        ZmtpConnection[] byAge = [.. connections.OrderBy(pair => pair.Key).Select(pair => pair.Value)];
        return Array.Find(byAge, connection => !connection.IsOpen)
            ?? byAge.Where(connection => !connection.IsKnown).Skip(Settled).FirstOrDefault();
    }

    private async Task ServeAsync(ZmtpConnection connection)
    {
        using ZmtpConnection served = connection;
        connections[connection.Peer.Number] = connection;
        try
        {
            string type = kind switch { SocketKind.Router => "ROUTER", SocketKind.Publish => "PUB", _ => "REP" };
            await connection.OpenAsync(type, closing.Token).ConfigureAwait(false);
            while (true)
            {
                (byte[][] frames, MessageLease memory) = await connection.ReceiveAsync(closing.Token).ConfigureAwait(false);
                if (kind != SocketKind.Publish && isSigned?.Invoke(frames) != false)
                {
                    connection.IsKnown = isSigned is not null;
                    // What the message takes is given back by who takes the message.
                    await incoming.Writer.WriteAsync((new ReceivedMessage(connection.Peer, frames, DateTime.UtcNow), memory), closing.Token)
                        .ConfigureAwait(false);
                    continue;
                }

                memory.Dispose();
                if (kind == SocketKind.Publish)
                    connection.Subscribe(frames[0]);
            }
        }
        catch (Exception ended) when (ended is IOException or ZmtpException or SocketException or OperationCanceledException
            or ObjectDisposedException or ChannelClosedException)
        {
            // Whatever a peer did, only its own connection ends.
        }
        finally
        {
            connections.TryRemove(connection.Peer.Number, out _);
        }
    }
}
