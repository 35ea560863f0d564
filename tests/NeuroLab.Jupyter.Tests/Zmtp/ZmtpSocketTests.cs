using System.Diagnostics;
using System.Net;
using NeuroLab.Jupyter.Zmtp;

namespace NeuroLab.Jupyter.Tests.Zmtp;

public sealed class ZmtpSocketTests
{
    [Fact]
    public async Task A_router_answers_the_peer_that_asked()
    {
        using ZmtpSocket router = Bind(SocketKind.Router);
        using ZmtpPeer first = await ZmtpPeer.ConnectAsync(router.Port);
        using ZmtpPeer second = await ZmtpPeer.ConnectAsync(router.Port);
        first.SendMessage([1]);
        Peer asked = (await ReceiveAsync(router)).From;
        second.SendMessage([2]);
        await ReceiveAsync(router);
        router.Send(asked, [[10], [11]]);
        Assert.Equal([[10], [11]], await first.ReadMessageAsync());
        Assert.Equal(0, second.Waiting);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Who_calls_itself_like_another_gets_none_of_its_answers(bool pretenderFirst)
    {
        using ZmtpSocket router = Bind(SocketKind.Router);
        using ZmtpPeer one = await ZmtpPeer.ConnectAsync(router.Port, "lab");
        one.SendMessage([1]);
        ReceivedMessage ofOne = await ReceiveAsync(router);
        using ZmtpPeer other = await ZmtpPeer.ConnectAsync(router.Port, "lab");
        other.SendMessage([2]);
        ReceivedMessage ofOther = await ReceiveAsync(router);
        (ZmtpPeer real, Peer asked, ZmtpPeer pretender) = pretenderFirst ? (other, ofOther.From, one) : (one, ofOne.From, other);
        router.Send(asked, [[9]]);
        Assert.Equal([[9]], await real.ReadMessageAsync());
        Assert.Equal(0, pretender.Waiting);
    }

    [Fact]
    public async Task An_answer_follows_a_front_end_to_its_new_connection_and_to_its_other_sockets()
    {
        using ZmtpSocket shell = Bind(SocketKind.Router);
        using ZmtpSocket stdin = Bind(SocketKind.Router);
        Peer asked;
        using (ZmtpPeer before = await ZmtpPeer.ConnectAsync(shell.Port, "lab"))
        {
            before.SendMessage([1]);
            asked = (await ReceiveAsync(shell)).From;
        }

        using ZmtpPeer after = await ZmtpPeer.ConnectAsync(shell.Port, "lab");
        using ZmtpPeer keyboard = await ZmtpPeer.ConnectAsync(stdin.Port, "lab");
        using ZmtpPeer stranger = await ZmtpPeer.ConnectAsync(stdin.Port);
        await Task.Delay(200);
        shell.Send(asked, [[7]]);
        stdin.Send(asked, [[8]]);
        Assert.Equal([[7]], await after.ReadMessageAsync());
        Assert.Equal([[8]], await keyboard.ReadMessageAsync());
        Assert.Equal(0, stranger.Waiting);
    }

    [Fact]
    public async Task A_publisher_tells_those_who_asked_for_the_topic()
    {
        using ZmtpSocket publisher = Bind(SocketKind.Publish);
        using ZmtpPeer all = await ZmtpPeer.ConnectAsync(publisher.Port);
        using ZmtpPeer some = await ZmtpPeer.ConnectAsync(publisher.Port);
        all.SendMessage([1]);
        some.SendMessage([1, (byte)'s']);
        await Task.Delay(200);
        publisher.Publish(["other"u8.ToArray()]);
        publisher.Publish(["stream"u8.ToArray()]);
        Assert.Equal("other"u8.ToArray(), (await all.ReadAsync()).Body);
        Assert.Equal("stream"u8.ToArray(), (await some.ReadAsync()).Body);
    }

    [Fact]
    public async Task A_subscriber_that_reads_nothing_holds_up_nobody()
    {
        const int Messages = 120;
        using ZmtpSocket publisher = Bind(SocketKind.Publish);
        using ZmtpPeer stuck = await ZmtpPeer.ConnectAsync(publisher.Port);
        using ZmtpPeer reading = await ZmtpPeer.ConnectAsync(publisher.Port);
        stuck.SendMessage([1]);
        reading.SendMessage([1]);
        await Task.Delay(200);
        byte[] body = new byte[1024 * 1024];
        TimeSpan longest = TimeSpan.Zero;
        for (int i = 0; i < Messages; i++)
        {
            long before = Stopwatch.GetTimestamp();
            publisher.Publish([[(byte)i], body]);
            longest = TimeSpan.FromTicks(Math.Max(longest.Ticks, Stopwatch.GetElapsedTime(before).Ticks));
            byte[][] got = await reading.ReadMessageAsync();
            Assert.Equal((byte)i, got[0][0]);
        }

        Assert.True(longest < TimeSpan.FromSeconds(8), $"Once it waited {longest} for the peer that does not read.");
        // Output was dropped for one of them, but not the small message that says the cell is done.
        Assert.InRange(publisher.Dropped, 1, Messages - 60);
        publisher.Publish([[255]]);
        byte[][] last;
        int whole = 0;
        do
        {
            last = await stuck.ReadMessageAsync();
            whole += last is [_, { Length: 1024 * 1024 }] ? 1 : 0;
        }
        while (last is not [[255]]);
        Assert.Equal(Messages - publisher.Dropped, whole);
    }

    [Fact]
    public async Task What_is_on_its_way_leaves_before_the_end()
    {
        ZmtpSocket router = Bind(SocketKind.Router);
        using ZmtpPeer peer = await ZmtpPeer.ConnectAsync(router.Port);
        peer.SendMessage([1]);
        router.Send((await ReceiveAsync(router)).From, [new byte[20_000_000]]);
        Task flushed = router.FlushAsync();
        Assert.Equal(20_000_000, (await peer.ReadAsync()).Body.Length);
        await flushed.WaitAsync(TimeSpan.FromMinutes(2));
        router.Dispose();
    }

    [Fact]
    public async Task Pings_are_answered()
    {
        using ZmtpSocket router = Bind(SocketKind.Router);
        using ZmtpPeer peer = await ZmtpPeer.ConnectAsync(router.Port);
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
        using ZmtpSocket router = Bind(SocketKind.Router);
        using ZmtpPeer good = await ZmtpPeer.ConnectAsync(router.Port);
        using (ZmtpPeer bad = await ZmtpPeer.ConnectRawAsync(router.Port))
            bad.Send(junk);

        good.SendMessage([5]);
        Assert.Equal([5], (await ReceiveAsync(router)).Frames[0]);
    }

    private static ZmtpSocket Bind(SocketKind kind) => ZmtpSocket.Bind(kind, IPAddress.Loopback, 0, new ReceiveLimits());

    private static async Task<ReceivedMessage> ReceiveAsync(ZmtpSocket socket)
    {
        using CancellationTokenSource limit = new(TimeSpan.FromMinutes(2));
        return await socket.ReceiveAsync(limit.Token);
    }
}
