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
        (string stray, WorkerMessage? read) = WorkerProtocol.Read(Line(message));
        Assert.Equal("", stray);
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
        string line = Line(new WorkerMessage { Kind = MessageKind.Ready });
        Assert.Equal("\u001e{\"Kind\":\"Ready\"}", line);
        Assert.Equal(new WorkerMessage { Kind = MessageKind.Ready }, WorkerProtocol.Read(line).Message);
    }

    [Fact]
    public void What_was_printed_before_a_message_is_told_apart() =>
        Assert.Equal("half a line", WorkerProtocol.Read("half a line" + Line(new WorkerMessage { Kind = MessageKind.Ready })).Stray);

    [Theory]
    [InlineData("no separator")]
    [InlineData("\u001e{broken")]
    [InlineData("\u001e[1]")]
    [InlineData("\u001enull")]
    [InlineData("\u001e{}")]
    [InlineData("\u001e{\"Kind\":\"Nonsense\"}")]
    [InlineData("\u001e{\"Kind\":\"Run\",\"Number\":\"one\"}")]
    [InlineData("\u001e{\"Kind\":\"Run\",\"Text\":[]}")]
    [InlineData("\u001e{\"Kind\":\"Done\",\"Error\":{\"Name\":\"n\"}}")]
    [InlineData("\u001e{\"Kind\":\"Run\",\"Kind\":\"Run\"}")]
    public void What_is_no_message_is_printed_text(string line) => Assert.Equal((line + "\n", null), WorkerProtocol.Read(line));

    private static string Line(WorkerMessage message) =>
        WorkerProtocol.Encoding.GetString(WorkerProtocol.Write(message)).TrimEnd('\n');
}
