using Microsoft.DotNet.Interactive.Events;
using NeuroLab.Charts;
using NeuroLab.Notebooks.Documents;

namespace NeuroLab.Polyglot.Tests.Kernels;

/// <summary>Live output as the extension supplies it.</summary>
public sealed class LiveOutputTests
{
    [Fact]
    public async Task It_changes_in_place_while_the_cell_runs()
    {
        using PolyglotKernel kernel = await PolyglotKernel.WithExtensionAsync();

        IReadOnlyList<NotebookOutput> outputs = await kernel.RunAsync(SetupTests.LiveCell);

        AssertOneOutputThatChanged(kernel, outputs);
    }

    [Fact]
    public async Task It_changes_from_another_thread_too()
    {
        using PolyglotKernel kernel = await PolyglotKernel.WithExtensionAsync();

        IReadOnlyList<NotebookOutput> outputs = await kernel.RunAsync(
            """
            var live = LiveOutput.Show("here");
            await Task.Run(async () => { await Task.Delay(150); live.Update("from there"); });
            """);

        Assert.Contains("from there", Assert.Single(outputs).GetText("text/html"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_figure_is_updated_as_a_figure()
    {
        using PolyglotKernel kernel = await PolyglotKernel.WithExtensionAsync();

        IReadOnlyList<NotebookOutput> outputs = await kernel.RunAsync(
            """
            var live = LiveOutput.Show(Chart.Line(new double[] { 1, 2 }, new double[] { 1, 2 }).WithTitle("before"));
            await Task.Delay(150);
            live.Update(Chart.Line(new double[] { 1, 2 }, new double[] { 2, 1 }).WithTitle("after"));
            """);

        string html = Assert.Single(outputs).GetText("text/html")!;
        Assert.Contains("after", html, StringComparison.Ordinal);
        Assert.Contains("neurolab-chart", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_no_cell_runs_it_writes_lines()
    {
        using PolyglotKernel kernel = await PolyglotKernel.WithExtensionAsync();
        TextWriter console = Console.Out;
        using StringWriter lines = new();
        Console.SetOut(lines);
        try
        {
            LiveOutput.Show("alone").Complete();
        }
        finally
        {
            Console.SetOut(console);
        }

        Assert.Equal($"alone{Environment.NewLine}", lines.ToString());
    }

    internal static void AssertOneOutputThatChanged(PolyglotKernel kernel, IReadOnlyList<NotebookOutput> outputs)
    {
        DisplayedValueProduced shown = Assert.Single(kernel.Events.OfType<DisplayedValueProduced>());
        DisplayedValueUpdated[] updates = [.. kernel.Events.OfType<DisplayedValueUpdated>()];
        Assert.InRange(updates.Length, 2, 4);
        Assert.All(updates, update => Assert.Equal(shown.ValueId, update.ValueId));
        Assert.Contains("step 4", Assert.Single(outputs).GetText("text/html"), StringComparison.Ordinal);
    }
}
