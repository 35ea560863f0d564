using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using NeuroLab.Notebooks.Documents;

namespace NeuroLab.Course.Tests.Notebooks;

/// <summary>What every notebook has, as far as it can be seen without running it.</summary>
public sealed partial class NotebookRulesTests
{
    public static TheoryData<string> Names => CourseNotebook.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public void It_is_committed_without_outputs(string name)
    {
        Assert.All(CourseNotebook.Load(name).CodeCells, cell =>
        {
            Assert.Empty(cell.Outputs);
            Assert.Null(cell.ExecutionCount);
        });
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void It_is_saved_as_Polyglot_saves_it(string name)
    {
        CourseNotebook notebook = CourseNotebook.Load(name);
        JsonObject metadata = notebook.Document.Metadata;

        Assert.Equal(File.ReadAllText(notebook.Path), notebook.Document.ToJson());
        Assert.Equal(".net-csharp", (string?)metadata["kernelspec"]!["name"]);
        Assert.Equal("polyglot-notebook", (string?)metadata["language_info"]!["name"]);
        Assert.Equal("csharp", (string?)metadata["polyglot_notebook"]!["kernelInfo"]!["defaultKernelName"]);
        Assert.All(notebook.CodeCells, cell =>
        {
            Assert.Equal("csharp", (string?)cell.Metadata["dotnet_interactive"]!["language"]);
            Assert.Equal("csharp", (string?)cell.Metadata["polyglot_notebook"]!["kernelName"]);
        });
        Assert.All(notebook.Document.Cells.Where(cell => cell.Kind == CellKind.Markdown), cell => Assert.Empty(cell.Metadata));
        Assert.Equal(notebook.Document.Cells.Count, notebook.Document.Cells.Select(cell => cell.Id).Distinct().Count());
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void It_opens_with_a_question_objectives_minutes_and_what_came_before(string name)
    {
        CourseNotebook notebook = CourseNotebook.Load(name);
        string opening = notebook.Document.Cells[0].Source;

        Assert.StartsWith($"# {notebook.Number} · ", opening, StringComparison.Ordinal);
        Assert.Matches(@"\*\*Question:\*\* .*\?", opening);
        Assert.Equal(3, Objective().Count(opening));
        Assert.Matches(@"\*\*Time:\*\* \d+ minutes\.", opening);
        Assert.Contains("**Before this:**", opening, StringComparison.Ordinal);
        Assert.StartsWith("#!import \"setup.dib\"", notebook.Document.Cells[1].Source, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void It_has_8_to_16_teaching_cells_of_at_most_ten_lines(string name)
    {
        NotebookCell[] cells = [.. CourseNotebook.Load(name).TeachingCells];

        Assert.InRange(cells.Length, 8, 16);
        Assert.All(cells, cell => Assert.InRange(cell.Source.Split('\n').Count(line => line.Trim().Length > 0), 1, 10));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void It_has_1000_to_2000_words(string name) => Assert.InRange(CourseNotebook.Load(name).WordCount, 1000, 2000);

    [Theory]
    [MemberData(nameof(Names))]
    public void It_asks_for_a_prediction_speaks_of_PyTorch_and_ends_with_takeaways_terms_and_the_next_link(string name)
    {
        string prose = CourseNotebook.Load(name).Prose;
        string ending = prose[prose.LastIndexOf("\n## ", StringComparison.Ordinal)..];

        Assert.Contains("**Predict, then run.**", prose, StringComparison.Ordinal);
        Assert.Matches(@"## In PyTorch\n\n```python\n", prose);
        Assert.StartsWith("\n## What to take away", ending, StringComparison.Ordinal);
        Assert.Matches(@"\*\*New terms:\*\* .*\p{IsCJKUnifiedIdeographs}", ending);
        Assert.Matches(@"\*\*Next:\*\* .*\]\(", ending);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void It_has_three_to_six_exercises_each_with_stub_check_and_folded_solution(string name)
    {
        CourseNotebook notebook = CourseNotebook.Load(name);
        IList<NotebookCell> cells = notebook.Document.Cells;
        int[] stubs = [.. Enumerable.Range(0, cells.Count).Where(i => CourseNotebook.IsStub(cells[i]))];

        Assert.InRange(stubs.Length, 3, 6);
        for (int exercise = 1; exercise <= stubs.Length; exercise++)
        {
            string id = $"{notebook.Number}.{exercise}";
            int stub = stubs[exercise - 1];
            Assert.Contains($"**Exercise {id}.**", cells[stub - 1].Source, StringComparison.Ordinal);
            Assert.StartsWith($"// Exercise {id}: ", cells[stub].Source, StringComparison.Ordinal);
            Assert.Contains("= null;", cells[stub].Source, StringComparison.Ordinal);
            Assert.True(CourseNotebook.IsCheck(cells[stub + 1]), $"The cell after the stub of exercise {id} should be its check, but is: {cells[stub + 1].Source}");
            Assert.StartsWith($"<details><summary>Solution {id}</summary>\n\n```csharp\n", cells[stub + 2].Source, StringComparison.Ordinal);
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Its_links_lead_somewhere(string name) =>
        Assert.Empty(Links.LeadingNowhere(CourseNotebook.Load(name).Prose, CourseNotebook.Folder));

    [Theory]
    [MemberData(nameof(Names))]
    public void Its_prose_is_plain(string name)
    {
        string prose = CourseNotebook.Load(name).Prose;

        Assert.DoesNotMatch(@"\w!(\s|$)", prose);
        Assert.DoesNotMatch(@"[\u2600-\u27BF]|[\uD83C-\uD83E]", prose);
    }

    [GeneratedRegex(@"(?m)^- ")]
    private static partial Regex Objective();
}
