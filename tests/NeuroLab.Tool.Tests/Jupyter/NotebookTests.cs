using NeuroLab.Tests.Shared.Jupyter;

namespace NeuroLab.Tool.Tests.Jupyter;

/// <summary>A notebook of the course, unchanged, in Jupyter's nbclient. All of them, solved, are run by nbconvert in the tests of the course.</summary>
public sealed class NotebookTests(InstalledKernel kernel) : IClassFixture<InstalledKernel>
{
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
        (int exitCode, string printed) = await kernel.PythonAsync(Repository.At("notebooks"), "-c", Program, name);
        Assert.True(exitCode == 0, printed);
        Assert.Matches("charts [1-9]", printed);
        // Where the script is not bundled, none is sent.
        Assert.Matches("scripts [01]\\b", printed);
    }
}
