using System.Net;
using System.Net.Sockets;
using NeuroLab.Notebooks.Jupyter.Zmtp;

namespace NeuroLab.Notebooks.Tests.Jupyter.Zmtp;

public sealed class ZmtpSocketTests
{
    [Fact]
    public async Task A_router_answers_the_peer_that_asked()
    {
        using ZmtpSocket router = ZmtpSocket.Bind(SocketKind.Router, IPAddress.Loopback, 0);
        using Peer first = await Peer.ConnectAsync(router.Port);
        using Peer second = await Peer.ConnectAsync(router.Port);
        first.Send(FrameFormat.Write(0, [1]));
        byte[][] asked = await ReceiveAsync(router);
        second.Send(FrameFormat.Write(0, [2]));
        await ReceiveAsync(router);
        router.Send([asked[0], [10], [11]]);
        Assert.Equal([10], (await first.ReadAsync()).Body);
        Assert.Equal(new Frame(false, false, [11]).Body, (await first.ReadAsync()).Body);
        Assert.Equal(0, second.Waiting);
    }

    [Fact]
    public async Task A_publisher_tells_those_who_asked_for_the_topic()
    {
        using ZmtpSocket publisher = ZmtpSocket.Bind(SocketKind.Publish, IPAddress.Loopback, 0);
        using Peer all = await Peer.ConnectAsync(publisher.Port);
        using Peer some = await Peer.ConnectAsync(publisher.Port);
        all.Send(FrameFormat.Write(0, [1]));
        some.Send(FrameFormat.Write(0, [1, (byte)'s']));
        await Task.Delay(200);
        publisher.Send(["other"u8.ToArray()]);
        publisher.Send(["stream"u8.ToArray()]);
        Assert.Equal("other"u8.ToArray(), (await all.ReadAsync()).Body);
        Assert.Equal("stream"u8.ToArray(), (await some.ReadAsync()).Body);
    }

    [Fact]
    public async Task Pings_are_answered()
    {
        using ZmtpSocket router = ZmtpSocket.Bind(SocketKind.Router, IPAddress.Loopback, 0);
        using Peer peer = await Peer.ConnectAsync(router.Port);
        peer.Send(FrameFormat.Write(FrameFormat.Command, [4, .. "PING"u8, 0, 0, 9]));
        Frame pong = await peer.ReadAsync();
        Assert.True(pong.IsCommand);
        Assert.Equal([4, .. "PONG"u8, 9], pong.Body);
    }

    [Theory]
    [InlineData(new byte[] { 1, 2, 3 })]
    [InlineData(new byte[] { 0xff, 0, 0, 0, 0, 0, 0, 0, 0, 0x7f, 1, 0 })]
    [InlineData(new byte[] { })]
    public async Task What_one_peer_does_wrong_touches_no_other(byte[] junk)
    {
        using ZmtpSocket router = ZmtpSocket.Bind(SocketKind.Router, IPAddress.Loopback, 0);
        using Peer good = await Peer.ConnectAsync(router.Port);
        using (TcpClient bad = new())
        {
            await bad.ConnectAsync(IPAddress.Loopback, router.Port);
            await bad.GetStream().WriteAsync(junk);
        }

        good.Send(FrameFormat.Write(0, [5]));
        Assert.Equal([5], (await ReceiveAsync(router))[1]);
    }

    private static async Task<byte[][]> ReceiveAsync(ZmtpSocket socket)
    {
        using CancellationTokenSource limit = new(TimeSpan.FromSeconds(20));
        return await socket.ReceiveAsync(limit.Token);
    }

    private sealed class Peer(TcpClient client) : IDisposable
    {
        public int Waiting => client.Available;

        public static async Task<Peer> ConnectAsync(int port)
        {
            TcpClient client = new();
            await client.ConnectAsync(IPAddress.Loopback, port);
            NetworkStream stream = client.GetStream();
            await stream.WriteAsync(FrameFormat.Greeting());
            await stream.ReadExactlyAsync(new byte[FrameFormat.GreetingLength]);
            await stream.WriteAsync(FrameFormat.Ready("DEALER"));
            Peer peer = new(client);
            FrameFormat.ReadReady(await peer.ReadAsync());
            return peer;
        }

        public void Send(byte[] bytes) => client.GetStream().Write(bytes);

        public async Task<Frame> ReadAsync()
        {
            using CancellationTokenSource limit = new(TimeSpan.FromSeconds(20));
            return await FrameFormat.ReadAsync(client.GetStream(), limit.Token);
        }

        public void Dispose() => client.Dispose();
    }
}
