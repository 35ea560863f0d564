using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using NeuroLab.Course.Tests.Notebooks;
using NeuroLab.Notebooks.Documents;
using NeuroLab.Notebooks.Running;
using NeuroLab.Notebooks.Session;

namespace NeuroLab.Course.Tests.Hosts;

/// <summary>A notebook's cells in another host, held against the same cells in the course's own session.</summary>
internal static partial class HostOutputs
{
    private const string Plotly = "application/vnd.plotly.v1+json";

    /// <summary>The cells that show live output: whatever host, its last state is what stays.</summary>
    public const string LiveCell = """
        using (var live = LiveOutput.Show("step 0"))
            for (int step = 1; step <= 4; step++)
            {
                await Task.Delay(120);
                live.Update($"step {step}");
            }
        """;

    /// <summary>Fails where a cell failed, where a chart is missing, or where a cell says another thing than in the session.</summary>
    /// <param name="name">The notebook.</param>
    /// <param name="outputsOf">What the host shows below a cell, by the cell's index.</param>
    /// <returns>What to log: cells, charts, and how many plain values have a view of the host's own.</returns>
    public static async Task<string> SameAsInSessionAsync(string name, Func<int, Task<IReadOnlyList<NotebookOutput>>> outputsOf)
    {
        NotebookResult session = await CourseRuns.OfAsync(name);
        List<(int Cell, string Difference)> differences = [];
        int charts = 0;
        foreach (CellResult cell in session.Cells)
        {
            IReadOnlyList<NotebookOutput> outputs = Joined((await outputsOf(cell.Index))
                .Where(output => !IsHostsOwn(output, session.Document.Cells[cell.Index].Source)));
            // Where the build left Plotly.NET out the session passes such a cell over, and .NET Interactive can't.
            if (cell.Skipped is not null)
                continue;
            Assert.DoesNotContain(outputs, output => output.Kind == OutputKind.Error);
            charts += outputs.Count(output => output.MimeTypes.Contains(Plotly));
            if (HostDifference.Between(Joined(cell.Outputs), outputs) is { } difference)
                differences.Add((cell.Index + 1, difference));
        }

        Assert.All(differences, difference => Assert.Equal((difference.Cell, HostDifference.OwnView), difference));
        Assert.Equal(session.Charts, charts);
        return $"{name}: {session.Cells.Count} cells, {charts} charts, {differences.Count} plain values in the host's own view";
    }

    // What the tool says on its own: the script of its Jupyter host, below the first cell, and these warnings of its compiler, which the
    // session keeps to itself. What setup.dib holds gives none.
    private static bool IsHostsOwn(NotebookOutput output, string source) =>
        output.GetText("text/html")?.Contains("dotnet-interactive-this-cell-", StringComparison.Ordinal) == true
        || (output.StreamName == "stderr" && !source.Contains("setup.dib", StringComparison.Ordinal)
            && output.Text!.Split('\n').All(line => line.Length == 0 || CompilersWarning().IsMatch(line)));

    /// <summary>The outputs with neighbouring text joined, and without the numbers that tell how many cells a host has run before.</summary>
    private static IReadOnlyList<NotebookOutput> Joined(IEnumerable<NotebookOutput> outputs)
    {
        OutputCollector collector = new();
        CellError? error = null;
        foreach (NotebookOutput output in outputs)
        {
            switch (output.Kind)
            {
                case OutputKind.Stream:
                    collector.Write(output.StreamName!, output.Text!);
                    break;
                case OutputKind.DisplayData:
                    collector.Display("", Views(output));
                    break;
                case OutputKind.ExecuteResult:
                    collector.Result(Views(output));
                    break;
                case OutputKind.Error:
                    error = new CellError(output.ErrorName!, output.ErrorValue ?? "", output.Traceback);
                    break;
            }
        }

        return collector.End(error);
    }

    private static JsonObject Views(NotebookOutput output)
    {
        JsonObject views = [];
        foreach (string type in output.MimeTypes)
            views[type] = type.EndsWith("json", StringComparison.Ordinal) ? JsonNode.Parse(output.GetText(type)!) : output.GetText(type);
        return views;
    }

    // MathNet was compiled for an older framework; a field of a class that a cell declares is set by a later cell.
    [GeneratedRegex(@"^(\(\d+,\d+\): )?warning CS(1701|0649): ")]
    private static partial Regex CompilersWarning();
}
