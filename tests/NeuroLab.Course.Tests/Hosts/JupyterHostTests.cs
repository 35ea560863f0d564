using NeuroLab.Course.Tests.Notebooks;
using NeuroLab.Notebooks.Documents;
using Xunit.Abstractions;

namespace NeuroLab.Course.Tests.Hosts;

/// <summary>Every notebook on .NET Interactive's published tool, through its Jupyter host.</summary>
public sealed class JupyterHostTests(JupyterHost host, ITestOutputHelper log) : IClassFixture<JupyterHost>
{
    public static TheoryData<string> Names => CourseNotebook.Names;

    [JupyterHostTheory]
    [MemberData(nameof(Names))]
    public async Task Its_cells_run_and_say_the_same_as_in_the_session(string name)
    {
        NotebookDocument ran = host.Ran(name);

        string said = await HostOutputs.SameAsInSessionAsync(name, cell => Task.FromResult<IReadOnlyList<NotebookOutput>>([.. ran.Cells[cell].Outputs]));

        log.WriteLine($"{said}, {ran.Metadata["run"]!["seconds"]} s");
    }

    [JupyterHostTheory]
    [InlineData(JupyterHost.Live)]
    public void Live_output_moves(string name)
    {
        NotebookDocument ran = host.Ran(name);

        Assert.InRange((int)ran.Metadata["run"]!["updates"]!, 2, 4);
        Assert.Contains("step 4", Assert.Single(ran.Cells[1].Outputs).GetText("text/html"), StringComparison.Ordinal);
    }
}
