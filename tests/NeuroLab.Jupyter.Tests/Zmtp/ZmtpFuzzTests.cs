using System.Net;
using NeuroLab.Jupyter.Zmtp;

namespace NeuroLab.Jupyter.Tests.Zmtp;

public sealed class ZmtpFuzzTests
{
    private static readonly Fuzz Damaged = new(
    [
        [.. FrameFormat.Greeting(), .. FrameFormat.Ready("DEALER"), .. FrameFormat.Write(FrameFormat.More, [1, 2, 3]), .. FrameFormat.Write(0, new byte[300])],
        [.. FrameFormat.Greeting(), .. FrameFormat.Ready("SUB"), .. FrameFormat.Write(0, [1]), .. FrameFormat.Write(0, [0])],
        [
            .. FrameFormat.Greeting(), .. FrameFormat.Ready("REQ"), .. FrameFormat.Write(FrameFormat.Command, [4, .. "PING"u8, 0, 0, 9]),
            .. FrameFormat.Write(FrameFormat.Command, [9, .. "SUBSCRIBE"u8, 65]), .. FrameFormat.Write(FrameFormat.More, []), .. FrameFormat.Write(0, "beat"u8),
        ],
    ])
    {
        Words = ["NULL", "READY", "Identity", "Socket-Type", "PING", "SUBSCRIBE", "CANCEL", "\0", "\u0001"],
    };

    [Fact]
    public void Damaged_greetings_and_frames_give_a_frame_or_an_error_of_the_protocol() =>
        Damaged.Run(Read, 20_000, typeof(ZmtpException), typeof(EndOfStreamException));

    [Theory]
    [InlineData(SocketKind.Router)]
    [InlineData(SocketKind.Publish)]
    [InlineData(SocketKind.Reply)]
    public async Task Peers_that_send_rubbish_end_only_their_own_connection(object kind)
    {
        using ZmtpSocket socket = ZmtpSocket.Bind((SocketKind)kind, IPAddress.Loopback, 0, new ReceiveLimits());
        _ = TakeAllAsync(socket);
        foreach (byte[] input in Damaged.Inputs(200))
        {
            using ZmtpPeer peer = await ZmtpPeer.ConnectRawAsync(socket.Port);
            Record.Exception(() => peer.Send(input));
        }

        using ZmtpPeer good = await ZmtpPeer.ConnectAsync(socket.Port);
        good.Send(FrameFormat.Write(FrameFormat.Command, [4, .. "PING"u8, 0, 0, 9]));
        Assert.Equal([4, .. "PONG"u8, 9], (await good.ReadAsync()).Body);
    }

    // Until the socket is closed.
    private static async Task TakeAllAsync(ZmtpSocket socket)
    {
        while (true)
            await socket.ReceiveAsync(CancellationToken.None);
    }

    private static void Read(byte[] input)
    {
        using MemoryStream stream = new(input);
        byte[] greeting = new byte[FrameFormat.GreetingLength];
        stream.ReadExactly(greeting);
        FrameFormat.CheckGreeting(greeting);
        using MessageLease lease = new ReceiveLimits().Strangers.Begin();
        FrameFormat.ReadReady(Next());
        while (stream.Position < stream.Length)
            Next();

        // In memory all is there at once, so nothing waits.
        Frame Next() => FrameFormat.ReadAsync(stream, lease, CancellationToken.None).AsTask().GetAwaiter().GetResult();
    }
}
