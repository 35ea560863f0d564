using System.Text.Json.Nodes;
using NeuroLab.Notebooks.Documents;

namespace NeuroLab.Notebooks.Tests.Documents;

public sealed class NbformatTests
{
    [JupyterFact]
    public async Task Jupyter_finds_a_saved_notebook_valid_and_would_write_the_same()
    {
        using TemporaryFolder folder = new();
        NotebookDocument document = NotebookDocument.Create();
        document.Cells.Add(NotebookCell.Create(CellKind.Markdown, "# 权重　😀 \u007f\u2028 é\n\ntext"));
        NotebookCell code = NotebookCell.Create(CellKind.Code, "var x = \"\\\"\";\n");
        code.ExecutionCount = 3;
        code.Outputs.Add(NotebookOutput.Stream("stdout", "a\tb\u001b\nc"));
        code.Outputs.Add(NotebookOutput.Display(new JsonObject { ["application/json"] = new JsonObject { ["k"] = 1.5 }, ["text/html"] = "<b>\n</b>" }));
        code.Outputs.Add(NotebookOutput.Result(new JsonObject { ["text/plain"] = "1" }, 3));
        code.Outputs.Add(NotebookOutput.Error("E", "message", ["one", "two"]));
        document.Cells.Add(code);
        string path = folder.At("a.ipynb");
        document.Save(path);

        const string Program = """
            import sys, nbformat
            book = nbformat.read(sys.argv[1], as_version=4)
            nbformat.validate(book)
            nbformat.write(book, sys.argv[1])
            """;
        (int exitCode, string printed) = await Python.RunAsync(JupyterFactAttribute.Python!, "-c", Program, path);
        Assert.True(exitCode == 0, printed);
        // Python also breaks lines at U+2028, which changes the list but not the text.
        Assert.Equal(document.ToJson(), NotebookDocument.Load(path).ToJson().Replace("\u2028\",\n    \"", "\u2028", StringComparison.Ordinal));
    }
}
