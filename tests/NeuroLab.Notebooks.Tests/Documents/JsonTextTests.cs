using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using NeuroLab.Notebooks.Documents;

namespace NeuroLab.Notebooks.Tests.Documents;

public class JsonTextTests
{
    [Fact]
    public void A_tree_is_written_as_dotnet_writes_it()
    {
        JsonObject tree = new()
        {
            ["text"] = "a \"quoted\" line\n",
            ["none"] = null,
            ["number"] = 1.5,
            ["big"] = 12345678901234567890,
            ["yes"] = true,
            ["list"] = new JsonArray(1, "two", null, new JsonObject()),
            ["day"] = new DateTime(2026, 1, 2, 0, 0, 0, DateTimeKind.Utc),
            ["read"] = JsonNode.Parse("""{"a":[1e3,"\u00e9"]}"""),
        };

        Assert.Equal(tree.ToJsonString(new JsonSerializerOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }), tree.ToRelaxedText());
    }

    [Theory]
    [InlineData("x")]
    [InlineData("<")]
    [InlineData("\"\n")]
    [InlineData("é")]
    [InlineData("😀")]
    [InlineData("ab😀")]
    public void A_long_text_arrives_whole_wherever_it_is_cut(string part)
    {
        string text = string.Concat(Enumerable.Repeat(part, 60_000)) + "end";

        JsonNode tree = new JsonObject { ["text"] = text };

        Assert.Equal(text, (string?)JsonNode.Parse(tree.ToRelaxedText())!["text"]);
        Assert.Equal(text, (string?)JsonNode.Parse(NotebookJson.Write(tree))!["text"]);
    }

    [Fact]
    public void A_long_text_takes_little_more_room_than_itself()
    {
        JsonNode tree = new JsonObject { ["text"] = new string('<', 10_000_000) };
        Sink sink = new();
        using Utf8JsonWriter writer = new(sink);
        long before = GC.GetAllocatedBytesForCurrentThread();

        writer.WriteTree(tree);
        writer.Flush();

        // Escaped, each of its letters is six bytes.
        Assert.Equal(60_000_011, sink.Written);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 5_000_000);
    }

    // Takes all and keeps nothing, so that what is measured is the writer's own.
    private sealed class Sink : IBufferWriter<byte>
    {
        private byte[] room = [];

        public long Written { get; private set; }

        public void Advance(int count) => Written += count;

        public Memory<byte> GetMemory(int sizeHint = 0) => room.Length >= Math.Max(sizeHint, 1) ? room : room = new byte[Math.Max(sizeHint, 65_536)];

        public Span<byte> GetSpan(int sizeHint = 0) => GetMemory(sizeHint).Span;
    }
}
