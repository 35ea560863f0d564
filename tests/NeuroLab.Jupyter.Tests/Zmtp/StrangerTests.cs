using System.Buffers.Binary;
using System.Net;
using NeuroLab.Jupyter.Zmtp;

namespace NeuroLab.Jupyter.Tests.Zmtp;

/// <summary>What peers can do that don't know the key. A message whose first byte is 7 counts as signed here.</summary>
public sealed class StrangerTests : IDisposable
{
    private const int Mebibyte = 1024 * 1024;

    private readonly ReceiveLimits limits = new();
    private readonly ZmtpSocket router;
    private readonly List<ZmtpPeer> peers = [];

    public StrangerTests() => router = ZmtpSocket.Bind(SocketKind.Router, IPAddress.Loopback, 0, limits, frames => frames[0] is [7, ..]);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Idle_connections_shut_no_front_end_out(bool greeted)
    {
        ZmtpPeer front = await ConnectAsync();
        Assert.Equal([7, 1], await AskAsync(front, 1));
        for (int i = 0; i < 300; i++)
            peers.Add(greeted ? await ZmtpPeer.ConnectAsync(router.Port) : await ZmtpPeer.ConnectRawAsync(router.Port));
        Assert.Equal([7, 2], await AskAsync(await ConnectAsync(), 2));
        Assert.Equal([7, 3], await AskAsync(front, 3));
    }

    [Fact]
    public async Task Messages_that_are_not_signed_are_not_handed_on()
    {
        ZmtpPeer peer = await ConnectAsync();
        for (int i = 0; i < 1000; i++)
            peer.SendMessage([1]);
        Assert.Equal([7, 1], await AskAsync(peer, 1));
        Assert.Equal(0, limits.Strangers.Taken);
    }

    [Fact]
    public async Task Unfinished_messages_take_little_memory_in_all()
    {
        // Each stops before the end of a message that is as long as may be.
        for (int i = 0; i < 6; i++)
        {
            ZmtpPeer peer = await ConnectAsync();
            await SendHalfAsync(peer, 15 * Mebibyte);
            Assert.InRange(limits.Strangers.Taken, 0, 64 * Mebibyte);
        }

        Assert.InRange(limits.Strangers.Taken, 40 * Mebibyte, 64 * Mebibyte);
        Assert.Equal([7, 1], await AskAsync(await ConnectAsync(), 1));
        foreach (ZmtpPeer peer in peers)
            peer.Dispose();
        for (int i = 0; i < 100 && limits.Strangers.Taken > 0; i++)
            await Task.Delay(100);
        Assert.Equal(0, limits.Strangers.Taken);
    }

    [Fact]
    public async Task A_message_in_many_frames_is_measured_as_a_whole()
    {
        ZmtpPeer peer = await ConnectAsync();
        byte[] frame = FrameFormat.Write(FrameFormat.More, new byte[3 * Mebibyte]);
        for (int i = 0; i < 5; i++)
            await SendAsync(peer, frame);
        Assert.True(limits.Strangers.Taken <= 16 * Mebibyte);
        await SendAsync(peer, frame);
        Assert.True(await peer.IsClosedAsync());
    }

    [Fact]
    public async Task A_front_end_that_has_signed_may_send_long_messages()
    {
        ZmtpPeer peer = await ConnectAsync();
        await AskAsync(peer, 1);
        Task sending = Task.Run(() => peer.SendMessage([7], new byte[20 * Mebibyte]));
        Assert.Equal(20 * Mebibyte, (await ReceiveAsync()).Frames[1].Length);
        await sending;
        Assert.Equal(0, limits.Known.Taken);
    }

    [Fact]
    public async Task Too_many_frames_or_topics_end_the_connection()
    {
        ZmtpPeer peer = await ConnectAsync();
        await SendAsync(peer, [.. Enumerable.Repeat(new byte[] { FrameFormat.More, 0 }, 300).SelectMany(frame => frame)]);
        Assert.True(await peer.IsClosedAsync());

        using ZmtpSocket publisher = ZmtpSocket.Bind(SocketKind.Publish, IPAddress.Loopback, 0, limits);
        using ZmtpPeer long1 = await ZmtpPeer.ConnectAsync(publisher.Port);
        long1.SendMessage([1, .. new byte[300]]);
        Assert.True(await long1.IsClosedAsync());
        using ZmtpPeer many = await ZmtpPeer.ConnectAsync(publisher.Port);
        await SendAsync(many, [.. Enumerable.Range(0, 300).SelectMany(i => FrameFormat.Write(0, [1, (byte)i, (byte)(i / 256)]))]);
        Assert.True(await many.IsClosedAsync());
    }

    public void Dispose()
    {
        router.Dispose();
        foreach (ZmtpPeer peer in peers)
            peer.Dispose();
    }

    private async Task<ZmtpPeer> ConnectAsync()
    {
        ZmtpPeer peer = await ZmtpPeer.ConnectAsync(router.Port);
        peers.Add(peer);
        return peer;
    }

    // Asks, and gives what the router then sends back.
    private async Task<byte[]> AskAsync(ZmtpPeer peer, byte number)
    {
        peer.SendMessage([7, number]);
        ReceivedMessage asked = await ReceiveAsync();
        router.Send(asked.From, asked.Frames);
        return (await peer.ReadMessageAsync())[0];
    }

    private async Task<ReceivedMessage> ReceiveAsync()
    {
        using CancellationTokenSource limit = new(TimeSpan.FromMinutes(2));
        return await router.ReceiveAsync(limit.Token);
    }

    private static async Task SendHalfAsync(ZmtpPeer peer, int length)
    {
        byte[] head = new byte[9];
        head[0] = FrameFormat.Long;
        BinaryPrimitives.WriteInt64BigEndian(head.AsSpan(1), length);
        await SendAsync(peer, [.. head, .. new byte[length - 10]]);
    }

    // The connection may be closed meanwhile, which is what some tests are about.
    private static Task<Exception?> SendAsync(ZmtpPeer peer, byte[] bytes) => Task.Run<Exception?>(() => Record.Exception(() => peer.Send(bytes)));
}
