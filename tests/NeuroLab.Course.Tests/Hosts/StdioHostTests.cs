using NeuroLab.Course.Tests.Notebooks;
using NeuroLab.Notebooks.Documents;
using Xunit.Abstractions;

namespace NeuroLab.Course.Tests.Hosts;

/// <summary>Some notebooks on .NET Interactive's published tool, as VS Code's Polyglot Notebooks speaks to it.</summary>
public sealed class StdioHostTests(ITestOutputHelper log)
{
    [PublishedToolTheory]
    [InlineData("00-start-here.ipynb")]
    [InlineData("17-plotly-net.ipynb")]
    public async Task Its_cells_run_and_say_the_same_as_in_the_session_and_live_output_moves(string name)
    {
        CourseNotebook notebook = CourseNotebook.Load(name);
        using StdioHost host = await StdioHost.StartAsync(CourseNotebook.Folder);

        log.WriteLine(await HostOutputs.SameAsInSessionAsync(name, cell => host.RunAsync(notebook.Document.Cells[cell].Source)));

        NotebookOutput live = Assert.Single(await host.RunAsync($"#!import \"setup.dib\"\n{HostOutputs.LiveCell}"));
        Assert.InRange(host.Updates, 2, 4);
        Assert.Contains("step 4", live.GetText("text/html"), StringComparison.Ordinal);
    }
}
