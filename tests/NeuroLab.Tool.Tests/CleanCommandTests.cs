using NeuroLab.Notebooks.Documents;

namespace NeuroLab.Tool.Tests;

public sealed class CleanCommandTests : IDisposable
{
    private readonly Tool tool = new();

    [Fact]
    public async Task Clean_takes_the_outputs_out_and_leaves_a_clean_notebook_alone()
    {
        tool.WriteNotebook("a.ipynb", "md:# First", "6 * 7");
        await tool.RunAsync("run", "a.ipynb", "--output", "site");
        string run = tool.At(Path.Combine("site", "a.ipynb"));
        Assert.NotEmpty(NotebookDocument.Load(run).Cells[1].Outputs);

        (int code, string output, string errors) = await tool.RunAsync("clean", "site");
        Assert.True(code == 0, errors);
        Assert.Equal($"Cleaned {Path.Combine("site", "a.ipynb")}", output.Trim());
        Assert.Empty(NotebookDocument.Load(run).Cells[1].Outputs);

        (_, output, _) = await tool.RunAsync("clean", run);
        Assert.Equal($"Clean already: {run}", output.Trim());
    }

    [Fact]
    public async Task Clean_wants_to_know_what()
    {
        (int code, _, string errors) = await tool.RunAsync("clean");
        Assert.Equal(2, code);
        Assert.NotEmpty(errors);
    }

    public void Dispose() => tool.Dispose();
}
