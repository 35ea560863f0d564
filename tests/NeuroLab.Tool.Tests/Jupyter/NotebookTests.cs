using NeuroLab.Notebooks.Documents;
using NeuroLab.Notebooks.Running;

namespace NeuroLab.Tool.Tests.Jupyter;

/// <summary>The course's notebooks, unchanged, in Jupyter's own runners.</summary>
public sealed class NotebookTests(InstalledKernel kernel) : IClassFixture<InstalledKernel>
{
    internal static readonly string Course = Repository.At("notebooks");

    /// <summary>All of them. Where the build left Plotly.NET out, without the one that is about it.</summary>
    public static TheoryData<string> Notebooks =>
    [
        .. Directory.EnumerateFiles(Course, "*.ipynb")
            .Where(path => Repository.HasPlotlyNet || OptionalPart.HintOf(NotebookDocument.Load(path).Metadata) is null)
            .Select(path => Path.GetFileName(path)).Order(),
    ];

    [JupyterTheory]
    [MemberData(nameof(Notebooks))]
    public async Task Nbconvert_runs_every_notebook(string name)
    {
        string target = Path.Combine(kernel.Folder, "out");
        (int exitCode, string printed) = await kernel.PythonAsync(
            Course, "-m", "nbconvert", "--to", "notebook", "--execute", "--output-dir", target, name);
        Assert.True(exitCode == 0, printed);
        Assert.Contains("\"execution_count\": 1", await File.ReadAllTextAsync(Path.Combine(target, name)), StringComparison.Ordinal);
    }

    [JupyterTheory]
    [InlineData("00-start-here.ipynb")]
    public async Task Nbclient_runs_a_notebook_and_gets_its_charts_with_the_script_once(string name)
    {
        const string Program = """
            import sys, nbformat, nbclient
            book = nbformat.read(sys.argv[1], as_version=4)
            nbclient.NotebookClient(book, timeout=120).execute()
            pages = [o["data"]["text/html"] for c in book.cells if c.cell_type == "code" for o in c.outputs if "text/html" in o.get("data", {})]
            print("charts", sum("neurolab-chart" in p for p in pages), "scripts", sum(len(p) > 1_000_000 for p in pages))
            """;
        (int exitCode, string printed) = await kernel.PythonAsync(Course, "-c", Program, name);
        Assert.True(exitCode == 0, printed);
        Assert.Matches("charts [1-9]", printed);
        // Where the script is not bundled, none is sent.
        Assert.Matches("scripts [01]\\b", printed);
    }
}
