using System.Text;
using NeuroLab.Notebooks.Documents;

namespace NeuroLab.Notebooks.Tests.Documents;

public sealed class NotebookFuzzTests
{
    private static readonly byte[] Sample = Encoding.UTF8.GetBytes("""
        {"cells":[
          {"cell_type":"markdown","id":"a","metadata":{"tags":["x"]},"attachments":{"p.png":{"image/png":"QQ=="}},"source":["# 权重 😀\n","text"]},
          {"cell_type":"code","execution_count":7,"id":"b","metadata":{"dotnet_interactive":{"language":"csharp"}},"outputs":[
            {"output_type":"stream","name":"stdout","text":["one\n","two"]},
            {"output_type":"display_data","data":{"text/html":"<b>x</b>","application/json":{"k":1.5e3}},"metadata":{}},
            {"output_type":"execute_result","execution_count":7,"data":{"text/plain":"1"},"metadata":{}},
            {"output_type":"error","ename":"E","evalue":"v","traceback":["t"]}],"source":"1 + 1"},
          {"cell_type":"raw","metadata":{},"source":[]}],
         "metadata":{"kernelspec":{"display_name":".NET (C#)","language":"C#","name":".net-csharp"},"language_info":{"name":"C#","version":"13"}},
         "nbformat":4,"nbformat_minor":5}
        """);

    private static readonly Fuzz Notebooks = new([Sample, Encoding.UTF8.GetBytes(NotebookDocument.Create().ToJson())])
    {
        Words = ["\"cells\":", "\"id\":null,", "\"metadata\":", "\"source\":[", "\"outputs\":[", "\"execution_count\":1e9,", "\\ud800", "\"x\":1,\"x\":2,", "[[[[", "{\"a\":"],
        MostBytesPerByte = 400,
    };

    private static readonly Fuzz Dibs = new(["#!meta\n\n{\"kernelInfo\":{}}\n\n#!markdown\n\n# Title\n\n#!csharp\n\n#!time\nvar x = 1;\r\nx\n\n#!f#\n2\n"u8.ToArray()])
    {
        Words = ["#!csharp\n", "#!", "\r\n", "\u2028", "#!markdown"],
    };

    [Fact]
    public void A_damaged_notebook_is_read_cleaned_and_written_or_refused() => Notebooks.Run(ReadCleanWrite, 2000, typeof(NotebookFormatException));

    [Fact]
    public void A_damaged_dib_file_is_read_or_refused() =>
        Dibs.Run(bytes => DibDocument.Parse(NotebookFile.Decode(bytes, "a.dib")), 2000, typeof(NotebookFormatException));

    private static void ReadCleanWrite(byte[] bytes)
    {
        NotebookDocument read = NotebookDocument.Parse(NotebookFile.Decode(bytes, "a.ipynb"), "a.ipynb");
        NotebookDocument clean = NotebookCleaner.Clean(read);
        string once = clean.ToJson();
        Assert.Empty(clean.Repairs);
        Assert.Equal(once, NotebookCleaner.Clean(NotebookDocument.Parse(once, "clean")).ToJson());
    }
}
