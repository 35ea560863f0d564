using System.Text;
using System.Text.Json.Nodes;

namespace NeuroLab.Jupyter.Tests;

public sealed class WellFormedTextTests
{
    [Theory]
    [InlineData("""{"a":"\ud83d\ude00 \u00e9"}""", "\U0001f600 é")]
    [InlineData("""{"a":"\ud83d"}""", "\ufffd")]
    [InlineData("""{"a":"\ude00x"}""", "\ufffdx")]
    [InlineData("""{"a":"\ud83d\ud83d\ude00"}""", "\ufffd\U0001f600")]
    [InlineData("""{"a":"\ud83dA\uDE00"}""", "\ufffdA\ufffd")]
    [InlineData("""{"a":"\\ud83d"}""", "\\ud83d")]
    [InlineData("""{"a":"\\\ud83d"}""", "\\\ufffd")]
    [InlineData("""{"a":"\n\t\""}""", "\n\t\"")]
    public void Halves_of_characters_are_replaced(string json, string text)
    {
        byte[] given = Encoding.UTF8.GetBytes(json), before = [.. given];
        Assert.Equal(text, JsonNode.Parse(WellFormedText.Json(given))!["a"]!.GetValue<string>());
        // Its signature may be asked for again.
        Assert.Equal(before, given);
    }

    [Theory]
    [InlineData(new byte[] { 0xC3 }, "\ufffd")]
    [InlineData(new byte[] { 0xFF, 0x41 }, "\ufffdA")]
    [InlineData(new byte[] { 0xED, 0xA0, 0xBD }, "\ufffd\ufffd\ufffd")]
    public void Bytes_that_are_no_text_are_replaced(byte[] bytes, string text) => Assert.Equal(
        text, JsonNode.Parse(WellFormedText.Json([.. "{\"a\":\""u8, .. bytes, .. "\"}"u8]))!["a"]!.GetValue<string>());

    [Theory]
    [InlineData("")]
    [InlineData("\\")]
    [InlineData("\\u")]
    [InlineData("\\ud83d")]
    [InlineData("\\ud83d\\u12")]
    [InlineData("\\uzzzz\\u")]
    public void What_is_cut_short_is_left_to_the_reader(string json) =>
        Assert.Equal(Encoding.UTF8.GetByteCount(json), WellFormedText.Json(Encoding.UTF8.GetBytes(json)).Length);
}
