using System.Buffers.Binary;
using FsCheck;
using FsCheck.Fluent;
using NeuroLab.Jupyter.Zmtp;

namespace NeuroLab.Jupyter.Tests.Zmtp;

public sealed class FrameFormatTests
{
    [Fact]
    public void What_is_written_is_read_again() =>
        Prop.ForAll(ArbMap.Default.ArbFor<byte[]>(), ArbMap.Default.ArbFor<bool>(), (body, more) =>
        {
            Frame frame = Read(FrameFormat.Write(more ? FrameFormat.More : (byte)0, body)).Result;
            return frame.Body.AsSpan().SequenceEqual(body) && frame.HasMore == more && !frame.IsCommand;
        }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData(255, 2)]
    [InlineData(256, 9)]
    [InlineData(300_000, 9)]
    public async Task Long_frames_have_long_lengths(int length, int head)
    {
        byte[] body = new byte[length];
        body[^1] = 7;
        byte[] written = FrameFormat.Write(0, body);
        Assert.Equal(head + length, written.Length);
        Assert.Equal(body, (await Read(written)).Body);
    }

    [Theory]
    [InlineData(8)]
    [InlineData(128)]
    [InlineData(5)]
    [InlineData(7)]
    public async Task Unknown_flags_are_refused(byte flags) =>
        await Assert.ThrowsAsync<ZmtpException>(async () => await Read([flags, 1, 0]));

    [Theory]
    [InlineData(long.MaxValue)]
    [InlineData(-1L)]
    [InlineData(300L * 1024 * 1024)]
    public async Task Lengths_beyond_reason_are_refused(long length)
    {
        byte[] head = new byte[9];
        head[0] = FrameFormat.Long;
        BinaryPrimitives.WriteInt64BigEndian(head.AsSpan(1), length);
        await Assert.ThrowsAsync<ZmtpException>(async () => await Read(head));
    }

    [Fact]
    public async Task A_command_that_is_long_is_refused() =>
        await Assert.ThrowsAsync<ZmtpException>(async () => await Read(FrameFormat.Write(FrameFormat.Command, new byte[9000])));

    [Fact]
    public async Task A_frame_that_is_cut_short_ends_the_stream()
    {
        byte[] head = new byte[9];
        head[0] = FrameFormat.Long;
        BinaryPrimitives.WriteInt64BigEndian(head.AsSpan(1), 200L * 1024 * 1024);
        long before = GC.GetTotalAllocatedBytes(precise: true);
        await Assert.ThrowsAsync<EndOfStreamException>(async () => await Read([.. head, 1, 2, 3]));
        Assert.True(GC.GetTotalAllocatedBytes(precise: true) - before < 50_000_000, "Memory was taken for what was only announced.");
    }

    [Fact]
    public void A_ready_command_tells_its_properties()
    {
        byte[] ready = FrameFormat.Ready("ROUTER");
        Dictionary<string, byte[]> properties = FrameFormat.ReadReady(new Frame(true, false, ready[2..]));
        Assert.Equal("ROUTER"u8.ToArray(), properties["socket-type"]);
        Assert.Empty(properties["identity"]);
        for (int length = 0; length < ready.Length - 2; length++)
        {
            // Cut between two properties it is a shorter command; elsewhere it is none.
            byte[] cut = ready[2..(2 + length)];
            Assert.True(Record.Exception(() => FrameFormat.ReadReady(new Frame(true, false, cut))) is null or ZmtpException);
        }
    }

    [Fact]
    public void Greetings_of_others_are_refused()
    {
        FrameFormat.CheckGreeting(FrameFormat.Greeting());
        foreach ((int at, byte value) in new (int, byte)[] { (0, 0), (9, 0), (10, 2), (12, (byte)'P') })
        {
            byte[] greeting = FrameFormat.Greeting();
            greeting[at] = value;
            Assert.Throws<ZmtpException>(() => FrameFormat.CheckGreeting(greeting));
        }
    }

    private static async Task<Frame> Read(byte[] bytes)
    {
        using MemoryStream stream = new(bytes);
        using MessageLease lease = new MessageMemory(256 * 1024 * 1024, long.MaxValue).Begin();
        return await FrameFormat.ReadAsync(stream, lease, CancellationToken.None);
    }
}
