using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Threading.Channels;

namespace NeuroLab.Notebooks.Jupyter.Zmtp;

/// <summary>A listening ZeroMQ socket over TCP, in as much of ZMTP 3.0 as a kernel needs: no security, no reconnecting.</summary>
internal sealed class ZmtpSocket : IMessageSocket
{
    // A front end opens one connection to each socket; an own limit keeps a runaway one from taking all there are.
    private const int MostConnections = 256;

    private readonly ConcurrentDictionary<string, ZmtpConnection> peers = [];
    // Requests wait here while a cell runs; when it is full, reading stops and the peers wait.
    private readonly Channel<byte[][]> incoming = Channel.CreateBounded<byte[][]>(10_000);
    private readonly CancellationTokenSource closing = new();
    private readonly Socket listener;
    private readonly SocketKind kind;
    private int connections;

    private ZmtpSocket(SocketKind kind, Socket listener)
    {
        this.kind = kind;
        this.listener = listener;
        Port = ((IPEndPoint)listener.LocalEndPoint!).Port;
        _ = AcceptAsync();
    }

    public int Port { get; }

    /// <summary>Begins to listen.</summary>
    /// <param name="kind">What the socket does.</param>
    /// <param name="address">Where.</param>
    /// <param name="port">On which port; 0 takes a free one.</param>
    /// <exception cref="SocketException">The port is taken.</exception>
    public static ZmtpSocket Bind(SocketKind kind, IPAddress address, int port)
    {
        Socket listener = new(address.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            listener.Bind(new IPEndPoint(address, port));
            listener.Listen();
            return new ZmtpSocket(kind, listener);
        }
        catch (SocketException)
        {
            listener.Dispose();
            throw;
        }
    }

    public ValueTask<byte[][]> ReceiveAsync(CancellationToken cancellation) => incoming.Reader.ReadAsync(cancellation);

    public void Send(IReadOnlyList<byte[]> frames)
    {
        if (kind == SocketKind.Publish)
        {
            foreach (ZmtpConnection peer in peers.Values)
            {
                if (peer.WantsTopic(frames[0]))
                    Send(peer, frames, 0);
            }
        }
        else if (peers.TryGetValue(Name(frames[0]), out ZmtpConnection? peer))
        {
            Send(peer, frames, 1);
        }
    }

    public void Dispose()
    {
        closing.Cancel();
        listener.Dispose();
        foreach (ZmtpConnection peer in peers.Values)
            peer.Dispose();
        incoming.Writer.TryComplete(new OperationCanceledException());
    }

    private static void Send(ZmtpConnection peer, IReadOnlyList<byte[]> frames, int first)
    {
        try
        {
            peer.Send(frames, first);
        }
        catch (Exception gone) when (gone is SocketException or ObjectDisposedException)
        {
            // Half a message may be out, so nothing more can follow. Its reader notices and takes it off the list.
            peer.Dispose();
        }
    }

    private static string Name(byte[] identity) => Convert.ToHexString(identity);

    private async Task AcceptAsync()
    {
        while (!closing.IsCancellationRequested)
        {
            try
            {
                Socket socket = await listener.AcceptAsync(closing.Token).ConfigureAwait(false);
                if (Volatile.Read(ref connections) >= MostConnections)
                    socket.Dispose();
                else
                    _ = ServeAsync(socket);
            }
            catch (Exception stopped) when (stopped is OperationCanceledException or ObjectDisposedException)
            {
                return;
            }
            catch (SocketException)
            {
                // One peer gave up while it was let in. The next may come.
            }
        }
    }

    private async Task ServeAsync(Socket socket)
    {
        Interlocked.Increment(ref connections);
        using ZmtpConnection peer = new(socket);
        try
        {
            string type = kind switch { SocketKind.Router => "ROUTER", SocketKind.Publish => "PUB", _ => "REP" };
            await peer.OpenAsync(type, closing.Token).ConfigureAwait(false);
            // A peer that comes back under its name takes the place of what is left of it.
            string name = Name(peer.Identity);
            peers.AddOrUpdate(name, peer, (_, _) => peer);
            while (true)
            {
                List<byte[]> frames = await peer.ReceiveAsync(closing.Token).ConfigureAwait(false);
                if (kind == SocketKind.Publish)
                    peer.Subscribe(frames[0]);
                else
                    await incoming.Writer.WriteAsync([peer.Identity, .. frames], closing.Token).ConfigureAwait(false);
            }
        }
        catch (Exception ended) when (ended is IOException or ZmtpException or SocketException or OperationCanceledException
            or ObjectDisposedException or ChannelClosedException)
        {
            // Whatever a peer did, only its own connection ends.
        }
        finally
        {
            peers.TryRemove(new KeyValuePair<string, ZmtpConnection>(Name(peer.Identity), peer));
            Interlocked.Decrement(ref connections);
        }
    }
}
