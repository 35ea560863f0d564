using System.Text;
using NeuroLab.Notebooks.Documents;

namespace NeuroLab.Notebooks.Tests.Documents;

public sealed class HostileNotebookTests
{
    private const string Tail = ""","metadata":{},"nbformat":4,"nbformat_minor":5}""";

    [Theory]
    [InlineData("", "line 1", "cut short")]
    [InlineData("{\n \"cells\": [\n  {\"cell_type\": \"co", "line 3", "cut short")]
    [InlineData("[]", "", "must be an object")]
    [InlineData("null", "", "must be an object")]
    [InlineData("{\"cells\":[]}", "", "\"nbformat\" must be 4, but nothing")]
    [InlineData("{\"cells\":[],\"nbformat\":3,\"nbformat_minor\":0}", "", "\"nbformat\" must be 4, but 3")]
    [InlineData("{\"cells\":[],\"nbformat\":\"4\",\"nbformat_minor\":0}", "", "\"nbformat\" must be 4, but \"4\"")]
    [InlineData("{\"cells\":{}" + Tail, "", "\"cells\" must be a list, but {}")]
    [InlineData("{\"cells\":[7]" + Tail, "cell 1", "a cell must be an object, but 7")]
    [InlineData("{\"cells\":[],\"cells\":[]" + Tail, "line 1, column 13", "Duplicate")]
    [InlineData("{\"cells\":[{\"cell_type\":\"cod\",\"source\":[]}]" + Tail, "cell 1", "code, markdown or raw")]
    [InlineData("{\"cells\":[{\"cell_type\":\"raw\",\"source\":5}]" + Tail, "cell 1", "a list of strings, but 5")]
    [InlineData("{\"cells\":[{\"cell_type\":\"raw\",\"source\":[\"a\",1]}]" + Tail, "cell 1", "\"source\" must be")]
    [InlineData("{\"cells\":[{\"cell_type\":\"raw\",\"source\":\"\",\"metadata\":[]}]" + Tail, "cell 1", "\"metadata\" must be")]
    [InlineData("{\"cells\":[{\"cell_type\":\"raw\",\"source\":\"\\ud800\"}]" + Tail, "line 1, column 39", "not valid Unicode")]
    [InlineData("{\n \"cells\": [],\n \"metadata\": {\"名\": \"é\",}\n}", "line 3, column 24", "trailing comma")]
    [InlineData("{\"cells\":[{\"cell_type\":\"code\",\"source\":\"\",\"outputs\":{}}]" + Tail, "cell 1", "\"outputs\" must be a list")]
    [InlineData("{\"cells\":[{\"cell_type\":\"code\",\"source\":\"\",\"execution_count\":1.5}]" + Tail, "cell 1", "whole number")]
    [InlineData("{\"cells\":[{\"cell_type\":\"code\",\"source\":\"\",\"outputs\":[{\"output_type\":\"x\"}]}]" + Tail, "cell 1", "output_type")]
    public void A_broken_notebook_is_refused_with_its_place_and_reason(string json, string place, string reason)
    {
        NotebookFormatException error = Assert.Throws<NotebookFormatException>(() => NotebookDocument.Parse(json, "a.ipynb"));
        Assert.StartsWith("a.ipynb", error.Message, StringComparison.Ordinal);
        Assert.StartsWith(place, error.Place, StringComparison.Ordinal);
        Assert.Contains(reason, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Enormous_nesting_is_refused_and_does_not_exhaust_the_stack()
    {
        string json = "{\"cells\":" + new string('[', 1_000_000) + new string(']', 1_000_000) + Tail;
        Assert.Throws<NotebookFormatException>(() => NotebookDocument.Parse(json, "a"));
    }

    [Fact]
    public void Text_that_is_not_utf8_is_refused_with_the_byte()
    {
        using TemporaryFolder folder = new();
        string path = folder.Write("a.ipynb", "");
        File.WriteAllBytes(path, [.. "{\"cells\""u8, 0xff]);
        NotebookFormatException error = Assert.Throws<NotebookFormatException>(() => NotebookDocument.Load(path));
        Assert.Equal("byte 8", error.Place);
        File.WriteAllBytes(path, Encoding.Unicode.GetBytes("{} "));
        Assert.Throws<NotebookFormatException>(() => NotebookDocument.Load(path));
    }

    [Fact]
    public void A_missing_file_a_folder_and_a_huge_file_are_refused()
    {
        using TemporaryFolder folder = new();
        string huge = folder.At("huge.ipynb");
        using (FileStream file = File.Create(huge))
            file.SetLength(1L << 30);
        Assert.Contains("no such file", Refusal(folder.At("none.ipynb")), StringComparison.Ordinal);
        Assert.Contains("this is a folder", Refusal(folder.Path), StringComparison.Ordinal);
        Assert.Contains("the file holds 1024 MB", Refusal(huge), StringComparison.Ordinal);
    }

    [Fact]
    public void A_name_of_any_length_is_not_repeated_in_the_message()
    {
        string name = new('\u6743', 35_000);
        string twice = $$"""{"{{name}}":1,{{"\n"}}"{{name}}":2}""";
        NotebookFormatException error = Assert.Throws<NotebookFormatException>(() => NotebookDocument.Parse(twice, "a.ipynb"));
        Assert.Equal("line 2, column 1", error.Place);
        Assert.InRange(error.Message.Length, 1, 500);
    }

    [UnixFact]
    public void A_link_to_a_device_without_end_is_refused_at_once()
    {
        using TemporaryFolder folder = new();
        File.CreateSymbolicLink(folder.At("endless.ipynb"), "/dev/zero");
        Assert.Contains("JSON was expected", Refusal(folder.At("endless.ipynb")), StringComparison.Ordinal);
        File.CreateSymbolicLink(folder.At("huge.ipynb"), folder.At("target"));
        using (FileStream file = File.Create(folder.At("target")))
            file.SetLength(1L << 30);
        Assert.Contains("the file holds 1024 MB", Refusal(folder.At("huge.ipynb")), StringComparison.Ordinal);
    }

    [Fact]
    public void A_byte_order_mark_is_skipped()
    {
        using TemporaryFolder folder = new();
        string path = folder.At("a.ipynb");
        File.WriteAllText(path, NotebookDocument.Create().ToJson(), new UTF8Encoding(encoderShouldEmitUTF8Identifier: true));
        Assert.Empty(NotebookDocument.Load(path).Cells);
    }

    private static string Refusal(string path) =>
        Assert.Throws<NotebookFormatException>(() => NotebookDocument.Load(path)).Message;
}
