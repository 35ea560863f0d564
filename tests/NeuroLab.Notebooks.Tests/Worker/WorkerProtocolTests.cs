using System.Text;
using System.Text.Json.Nodes;
using NeuroLab.Notebooks.Session;
using NeuroLab.Notebooks.Worker;

namespace NeuroLab.Notebooks.Tests.Worker;

public sealed class WorkerProtocolTests
{
    [Fact]
    public void A_message_comes_back_as_it_was_written()
    {
        WorkerMessage message = new()
        {
            Kind = MessageKind.Done,
            Number = -7,
            Name = "display-1",
            Text = "\u001e \"Grüße\"\n\U0001F600",
            AllowsInput = true,
            Data = new JsonObject { ["text/plain"] = "2", ["nested"] = new JsonArray(1.5, null, true) },
            Error = new CellError("CompileError", "what", ["line 1", "", "line 3"]),
        };
        WorkerMessage? read = Read(WorkerProtocol.Write(message));
        Assert.NotNull(read);
        Assert.Equal((message.Kind, message.Number, message.Name, message.Text, message.AllowsInput),
            (read.Kind, read.Number, read.Name, read.Text, read.AllowsInput));
        Assert.True(JsonNode.DeepEquals(message.Data, read.Data));
        Assert.Equal(message.Error.ToString(), read.Error?.ToString());
        Assert.Equal((message.Error.Name, message.Error.Message), (read.Error?.Name, read.Error?.Message));
    }

    [Fact]
    public void What_a_message_does_not_say_stays_unsaid()
    {
        ReadOnlySpan<byte> bytes = WorkerProtocol.Write(new WorkerMessage { Kind = MessageKind.Ready });
        Assert.Equal("\u0010\0\0\0{\"Kind\":\"Ready\"}", Encoding.UTF8.GetString(bytes));
        Assert.Equal(new WorkerMessage { Kind = MessageKind.Ready }, Read(bytes));
    }

    [Fact]
    public void Half_a_character_is_replaced_and_the_rest_arrives() =>
        Assert.Equal("a\ufffdb", Read(WorkerProtocol.Write(new WorkerMessage { Kind = MessageKind.Stream, Text = "a\ud83db" }))?.Text);

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(19)]
    public void Where_the_messages_end_there_is_none(int length) =>
        Assert.Null(Read(WorkerProtocol.Write(new WorkerMessage { Kind = MessageKind.Ready })[..length]));

    [Theory]
    [InlineData("broken")]
    [InlineData("{broken")]
    [InlineData("[1]")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("{\"Kind\":\"Nonsense\"}")]
    [InlineData("{\"Kind\":\"Run\",\"Number\":\"one\"}")]
    [InlineData("{\"Kind\":\"Run\",\"Text\":[]}")]
    [InlineData("{\"Kind\":\"Done\",\"Error\":{\"Name\":\"n\"}}")]
    [InlineData("{\"Kind\":\"Run\",\"Kind\":\"Run\"}")]
    public void What_is_no_message_is_refused(string text)
    {
        byte[] bytes = [(byte)text.Length, 0, 0, 0, .. Encoding.UTF8.GetBytes(text)];
        Assert.Throws<InvalidDataException>(() => Read(bytes));
        Assert.Throws<InvalidDataException>(() => Read([0, 0, 0, 0x80]));
    }

    private static WorkerMessage? Read(ReadOnlySpan<byte> bytes) => WorkerProtocol.Read(new MemoryStream(bytes.ToArray()));
}
