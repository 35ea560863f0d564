using System.Text;
using System.Text.Json.Nodes;
using NeuroLab.Jupyter.Zmtp;

namespace NeuroLab.Jupyter.Tests;

public sealed class MessageFormatTests
{
    private readonly MessageFormat format = new(new MessageSigner("secret"));

    private readonly MessageFormat other = new(new MessageSigner("secret"));

    [Fact]
    public void What_is_written_is_read_again()
    {
        byte[][] frames = [.. format.Write([[1], [2]], "execute_request", new JsonObject { ["msg_id"] = "parent" }, new JsonObject { ["code"] = "\"ü😀\"" })];
        Assert.True(other.IsRight(frames));
        JupyterMessage message = MessageFormat.Read(Received(frames));
        Assert.Equal("execute_request", message.Type);
        Assert.Equal("\"ü😀\"", message.Text("code"));
        Assert.Equal([[1], [2]], message.Route);
        Assert.InRange(message.Sent!.Value, DateTime.UtcNow.AddMinutes(-1), DateTime.UtcNow);
    }

    [Fact]
    public void Halves_of_characters_go_out_as_whole_ones()
    {
        byte[][] frames = [.. format.Write([], "stream", null, new JsonObject { ["text"] = "a\ud83d", ["\ude00"] = 1 })];
        Assert.Equal("{\"text\":\"a\\uFFFD\",\"\\uFFFD\":1}", Encoding.UTF8.GetString(frames[^1]));
    }

    // Checked against a signature that Python's hmac module made.
    [Fact]
    public void The_signature_is_that_of_hmac_sha256() => Assert.Equal(
        "faf29d11efe43124a691fcb5258b66fd", Encoding.ASCII.GetString(new MessageSigner("secret").Sign([[1], [2], [3], [4]]))[..32]);

    [Fact]
    public void A_changed_message_is_refused()
    {
        byte[][] frames = [.. format.Write([], "execute_request", null, new JsonObject { ["code"] = "1" })];
        for (int i = 1; i < frames.Length; i++)
        {
            byte[][] changed = [.. frames.Select(frame => (byte[])frame.Clone())];
            changed[i][0] ^= 1;
            Assert.False(other.IsRight(changed));
        }

        Assert.False(new MessageFormat(new MessageSigner("other")).IsRight(frames));
        Assert.True(other.IsRight(frames));
    }

    [Fact]
    public void A_message_counts_once()
    {
        byte[][] frames = [.. format.Write([], "execute_request", null, new JsonObject { ["code"] = "1" })];
        Assert.True(other.IsRight(frames));
        Assert.False(other.IsRight(frames));
        Assert.False(other.IsRight([[1], .. frames]));
    }

    [Fact]
    public void What_the_kernel_has_said_itself_is_no_request() =>
        Assert.False(format.IsRight([.. format.Write([], "execute_request", null, new JsonObject { ["code"] = "1" })]));

    [Theory]
    [InlineData("{\"msg_type\":\"x\"}", "{}", true, true)]
    [InlineData("{\"msg_type\":7}", "{}", false, false)]
    [InlineData("{}", "{}", false, false)]
    [InlineData("[]", "{}", false, false)]
    [InlineData("{\"msg_type\":\"x\"}", "null", true, false)]
    [InlineData("{\"msg_type\":\"x\"}", "{\"a\":1,\"a\":2}", true, false)]
    [InlineData("{\"msg_type\":\"x\"}", "{\"a\":{\"b\":1,\"b\":2}}", true, false)]
    [InlineData("{\"msg_type\":\"x\"}", "{", true, false)]
    [InlineData("{\"msg_type\":\"x\"", "{}", false, false)]
    [InlineData("", "", false, false)]
    public void A_message_with_a_header_is_taken_whatever_it_says(string header, string content, bool taken, bool makesSense)
    {
        byte[][] parts = [Encoding.UTF8.GetBytes(header), "{}"u8.ToArray(), "{}"u8.ToArray(), Encoding.UTF8.GetBytes(content)];
        byte[][] frames = ["<IDS|MSG>"u8.ToArray(), new MessageSigner("secret").Sign(parts), .. parts];
        Assert.False(format.IsRight(frames[..^1]));
        Assert.False(format.IsRight(frames[1..]));
        Assert.Equal(taken, format.IsRight(frames));
        if (!taken)
            return;
        JupyterMessage message = MessageFormat.Read(Received(frames));
        Assert.Equal(makesSense, Record.Exception(() => message.Content) is null);
    }

    [Theory]
    [InlineData("a😀b", 2, 3)]
    [InlineData("a😀b", 9, 4)]
    [InlineData("", 3, 0)]
    [InlineData("\ud83d", 1, 1)]
    public void Places_are_counted_in_characters(string text, int place, int units)
    {
        Assert.Equal(units, CodePoints.ToUtf16(text, place));
        Assert.Equal(Math.Min(place, text.EnumerateRunes().Count()), CodePoints.FromUtf16(text, units));
    }

    private static ReceivedMessage Received(byte[][] frames) => new(new Peer(1, []), frames, DateTime.UtcNow);
}
