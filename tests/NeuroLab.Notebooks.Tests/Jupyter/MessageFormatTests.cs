using System.Text;
using System.Text.Json.Nodes;
using NeuroLab.Notebooks.Jupyter;

namespace NeuroLab.Notebooks.Tests.Jupyter;

public sealed class MessageFormatTests
{
    private readonly MessageFormat format = new(new MessageSigner("secret"));

    [Fact]
    public void What_is_written_is_read_again()
    {
        List<byte[]> frames = format.Write([[1], [2]], "execute_request", new JsonObject { ["msg_id"] = "parent" }, new JsonObject { ["code"] = "\"ü😀\"" });
        JupyterMessage? message = format.Read([.. frames]);
        Assert.Equal("execute_request", message?.Type);
        Assert.Equal("\"ü😀\"", message?.Text("code"));
        Assert.Equal([[1], [2]], message?.Identities);
    }

    // Checked against a signature that Python's hmac module made.
    [Fact]
    public void The_signature_is_that_of_hmac_sha256() => Assert.Equal(
        "faf29d11efe43124a691fcb5258b66fd", Encoding.ASCII.GetString(new MessageSigner("secret").Sign([[1], [2], [3], [4]]))[..32]);

    [Fact]
    public void A_changed_message_is_refused()
    {
        List<byte[]> frames = format.Write([], "execute_request", null, new JsonObject { ["code"] = "1" });
        for (int i = 1; i < frames.Count; i++)
        {
            byte[][] changed = [.. frames.Select(frame => (byte[])frame.Clone())];
            changed[i][0] ^= 1;
            Assert.Null(format.Read(changed));
        }

        Assert.Null(new MessageFormat(new MessageSigner("other")).Read([.. frames]));
        Assert.NotNull(format.Read([.. frames]));
    }

    [Theory]
    [InlineData("{\"msg_type\":\"x\"}", "{}", true)]
    [InlineData("{\"msg_type\":7}", "{}", false)]
    [InlineData("{}", "{}", false)]
    [InlineData("[]", "{}", false)]
    [InlineData("{\"msg_type\":\"x\"}", "null", false)]
    [InlineData("{\"msg_type\":\"x\"}", "{\"a\":1,\"a\":2}", false)]
    [InlineData("{\"msg_type\":\"x\"", "{}", false)]
    [InlineData("", "", false)]
    public void Malformed_messages_are_refused(string header, string content, bool taken)
    {
        byte[][] parts = [Encoding.UTF8.GetBytes(header), "{}"u8.ToArray(), "{}"u8.ToArray(), Encoding.UTF8.GetBytes(content)];
        byte[][] frames = ["<IDS|MSG>"u8.ToArray(), new MessageSigner("secret").Sign(parts), .. parts];
        Assert.Equal(taken, format.Read(frames) is not null);
        Assert.Null(format.Read(frames[..^1]));
        Assert.Null(format.Read(frames[1..]));
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
}
