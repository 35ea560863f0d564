using Microsoft.DotNet.Interactive.Events;
using NeuroLab.Notebooks.Documents;

namespace NeuroLab.Polyglot.Tests.Kernels;

/// <summary>What <c>#!import "setup.dib"</c> brings into .NET Interactive.</summary>
public sealed class SetupTests
{
    [Fact]
    public async Task It_loads_the_library_and_shows_nothing()
    {
        using PolyglotKernel kernel = new();

        IReadOnlyList<NotebookOutput> outputs = await kernel.RunAsync("#!import \"setup.dib\"\n$\"{new Tensor(2, 3).Shape}\"");

        Assert.Equal("(2, 3)", Assert.Single(outputs).GetText("text/plain"));
        Assert.Empty(kernel.Events.OfType<ErrorProduced>());
    }

    [Fact]
    public async Task It_lets_MathNets_products_run_on_NeuroLabs_kernels()
    {
        using PolyglotKernel kernel = new();
        await kernel.RunAsync("#!import \"setup.dib\"");

        IReadOnlyList<NotebookOutput> outputs = await kernel.RunAsync("MathNet.Numerics.Providers.LinearAlgebra.LinearAlgebraControl.Provider.ToString()");

        Assert.StartsWith("NeuroLab (", Assert.Single(outputs).GetText("text/plain"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("MathNet.Numerics.Random.MersenneTwister")]
    [InlineData("Figure")]
    [InlineData("Verify")]
    [InlineData("StartExercises")]
    [InlineData("Dataset")]
    [InlineData("WeightRecorder")]
    [InlineData("Linear")]
    [InlineData("CrossEntropyLoss")]
    [InlineData("SGD")]
    [InlineData("Trainer")]
    [InlineData("Matrix<double>")]
    public async Task Later_cells_see_its_names(string name)
    {
        using PolyglotKernel kernel = new();
        await kernel.RunAsync("#!import \"setup.dib\"");

        IReadOnlyList<NotebookOutput> outputs = await kernel.RunAsync($"typeof({name}).Name");

        Assert.Equal(OutputKind.ExecuteResult, Assert.Single(outputs).Kind);
    }

    [Fact]
    public async Task Where_the_library_is_not_built_it_says_which_command_builds_it()
    {
        using TemporaryFolder folder = new();
        File.Copy(Repository.At("notebooks/setup.dib"), folder.At("setup.dib"));
        using PolyglotKernel kernel = new(folder.Path);

        IReadOnlyList<NotebookOutput> outputs = await kernel.RunAsync("#!import \"setup.dib\"");

        Assert.Contains("dotnet build NeuroLab.sln -c Release", outputs[0].GetText("text/html"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Live_output_changes_in_place_while_the_cell_runs()
    {
        using PolyglotKernel kernel = new();
        await kernel.RunAsync("#!import \"setup.dib\"");

        IReadOnlyList<NotebookOutput> outputs = await kernel.RunAsync(LiveCell);

        LiveOutputTests.AssertOneOutputThatChanged(kernel, outputs);
    }

    internal const string LiveCell =
        """
        using (var live = LiveOutput.Show("step 0"))
            for (int step = 1; step <= 4; step++)
            {
                await Task.Delay(120);
                live.Update($"step {step}");
            }
        """;
}
