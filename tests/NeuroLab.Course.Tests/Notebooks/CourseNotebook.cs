using System.Text.RegularExpressions;
using NeuroLab.Course.Tests.Claims;
using NeuroLab.Notebooks.Documents;
using NeuroLab.Notebooks.Running;

namespace NeuroLab.Course.Tests.Notebooks;

/// <summary>A notebook of the course, taken apart as the rules for notebooks see it.</summary>
internal sealed partial class CourseNotebook
{
    private CourseNotebook(string path)
    {
        Path = path;
        Document = NotebookDocument.Load(path);
        Prose = string.Join("\n\n", Document.Cells.Where(cell => cell.Kind == CellKind.Markdown).Select(cell => cell.Source));
    }

    internal static string Folder { get; } = Repository.At("notebooks");

    /// <summary>The file names of all notebooks, in the order of the course.</summary>
    public static TheoryData<string> Names => [.. Directory.EnumerateFiles(Folder, "*.ipynb").Select(path => System.IO.Path.GetFileName(path)).Order(StringComparer.Ordinal)];

    /// <summary>Those of them that run in this build.</summary>
    public static TheoryData<string> RunNames => [.. ((IEnumerable<object[]>)Names).Select(row => (string)row[0]).Where(name => Load(name).Runs)];

    internal string Path { get; }

    internal NotebookDocument Document { get; }

    /// <summary>Whether it runs in this build: where that left Plotly.NET out, the one that is about it does not.</summary>
    internal bool Runs => Repository.HasPlotlyNet || OptionalPart.HintOf(Document.Metadata) is null;

    /// <summary>All Markdown cells.</summary>
    internal string Prose { get; }

    /// <summary>What stands before the first hyphen of the file's name, such as <c>02</c> or <c>02b</c>.</summary>
    internal string Number => System.IO.Path.GetFileName(Path).Split('-')[0];

    internal IEnumerable<NotebookCell> CodeCells => Document.Cells.Where(cell => cell.Kind == CellKind.Code);

    /// <summary>The code cells that belong to no exercise.</summary>
    internal IEnumerable<NotebookCell> TeachingCells => CodeCells.Where(cell => !IsStub(cell) && !IsCheck(cell));

    /// <summary>The words of the prose: without folded solutions and code.</summary>
    internal int WordCount => Word().Count(Fence().Replace(Folded().Replace(Prose, ""), ""));

    internal static CourseNotebook Load(string name) => new(System.IO.Path.Combine(Folder, name));

    /// <summary>Lets claims be false, as for a reader who changes a number: in the tests they are strict.</summary>
    internal void LetClaimsBeFalse()
    {
        NotebookCell first = TeachingCells.First();
        List<string> lines = [.. first.Source.Split('\n')];
        int code = lines.FindIndex(line => !line.StartsWith('#') && !line.StartsWith("using ", StringComparison.Ordinal));
        lines.Insert(code, $"Environment.SetEnvironmentVariable(\"{StrictClaims.Variable}\", null);");
        first.Source = string.Join('\n', lines);
    }

    internal static bool IsStub(NotebookCell cell) => cell.Source.StartsWith("// Exercise ", StringComparison.Ordinal);

    internal static bool IsCheck(NotebookCell cell) => Check().IsMatch(cell.Source);

    [GeneratedRegex("(?s)<details>.*?</details>")]
    private static partial Regex Folded();

    [GeneratedRegex("(?s)```.*?```")]
    private static partial Regex Fence();

    [GeneratedRegex(@"\w+")]
    private static partial Regex Word();

    [GeneratedRegex(@"^\w+Exercises\.\w+\(.*\)$")]
    private static partial Regex Check();
}
