using System.Globalization;
using System.Text.RegularExpressions;
using NeuroLab.Notebooks.Running;

namespace NeuroLab.Course.Tests.Notebooks;

/// <summary>The page for teachers speaks of every notebook as it is.</summary>
public sealed partial class TeachingPageTests
{
    private static readonly string Page = Repository.Text("docs/teaching.md");

    public static TheoryData<string> Names => CourseNotebook.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public void A_notebook_has_its_section_with_its_minutes_and_questions_before_cells_that_teach(string name)
    {
        CourseNotebook notebook = CourseNotebook.Load(name);
        string opening = notebook.Document.Cells[0].Source, section = Section(notebook);

        Assert.Contains($"\n\n{Minutes().Match(opening).Groups[1].Value} minutes", section, StringComparison.Ordinal);
        Assert.InRange(Question().Count(section), 3, 12);
        Assert.Contains("- **They get wrong:**", section, StringComparison.Ordinal);
        Assert.Contains("- **Short of time:**", section, StringComparison.Ordinal);
        int cells = notebook.TeachingCells.Count();
        Assert.All(Question().Matches(section), question => Assert.InRange(Number(question.Groups["cell"].Value), 1, cells));
    }

    [Theory]
    [MemberData(nameof(CourseNotebook.RunNames), MemberType = typeof(CourseNotebook))]
    public async Task The_measured_numbers_of_an_answer_are_said_by_the_cell_that_answers(string name)
    {
        NotebookResult result = await CourseRuns.OfAsync(name);
        ShownNumbers[] shown = [.. result.Cells.Select(cell => new ShownNumbers(cell.Outputs))];

        Assert.All(Question().Matches(Section(CourseNotebook.Load(name))), question =>
        {
            string answer = question.Groups["answer"].Value;
            int[] cells = [Number(question.Groups["cell"].Value), .. Cell().Matches(answer).Select(cell => Number(cell.Groups[1].Value))];
            foreach (Match quote in Quote().Matches(Cell().Replace(answer, "")))
                Assert.True(cells.Any(cell => shown[cell - 1].Contain(quote.Value)), $"No output of cell {string.Join(" or ", cells)} says {quote.Value}: {answer}");
        });
    }

    private static string Section(CourseNotebook notebook)
    {
        string title = notebook.Document.Cells[0].Source.Split('\n')[0][2..];
        int start = Page.IndexOf($"### {title}\n\n", StringComparison.Ordinal);
        Assert.True(start >= 0, $"docs/teaching.md has no section '### {title}'.");
        int end = Page.IndexOf("\n### ", start, StringComparison.Ordinal);
        return end < 0 ? Page[start..] : Page[start..end];
    }

    private static int Number(string digits) => int.Parse(digits, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"\*\*Time:\*\* (\d+) minutes")]
    private static partial Regex Minutes();

    // A question, and in italics what the class will see.
    [GeneratedRegex(@"- \*\*Ask (?:before|after) cell (?<cell>\d+):\*\*[^*]+\?[^*]* \*(?<answer>[^*]+)\*", RegexOptions.Singleline)]
    private static partial Regex Question();

    [GeneratedRegex(@"[Cc]ell (\d+)")]
    private static partial Regex Cell();

    // What was measured has a decimal point, a percent sign or three digits; smaller whole numbers may count anything.
    [GeneratedRegex(@"(?<![\d.,^])(?:\d[\d,]*\.\d+|\d{1,3}(?:,\d{3})+|\d{3,}|\d+(?= %))(?: %)?(?![\d^])")]
    private static partial Regex Quote();
}
