using System.Text.RegularExpressions;

namespace NeuroLab.Course.Tests.Notebooks;

/// <summary>The page for teachers speaks of every notebook as it is.</summary>
public sealed partial class TeachingPageTests
{
    private static readonly string Page = File.ReadAllText(Path.Combine(CourseNotebook.Folder, "..", "docs", "teaching.md")).ReplaceLineEndings("\n");

    public static TheoryData<string> Names => CourseNotebook.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public void A_notebook_has_its_section_with_its_minutes_and_questions_before_cells_that_teach(string name)
    {
        CourseNotebook notebook = CourseNotebook.Load(name);
        string opening = notebook.Document.Cells[0].Source;
        string title = opening.Split('\n')[0][2..];
        int start = Page.IndexOf($"### {title}\n\n", StringComparison.Ordinal);
        Assert.True(start >= 0, $"docs/teaching.md has no section '### {title}'.");
        int end = Page.IndexOf("\n### ", start, StringComparison.Ordinal);
        string section = end < 0 ? Page[start..] : Page[start..end];

        Assert.Contains($"\n\n{Minutes().Match(opening).Groups[1].Value} minutes", section, StringComparison.Ordinal);
        Assert.InRange(Question().Count(section), 3, 12);
        Assert.Contains("- **They get wrong:**", section, StringComparison.Ordinal);
        Assert.Contains("- **Short of time:**", section, StringComparison.Ordinal);
        int cells = notebook.TeachingCells.Count();
        Assert.All(Question().Matches(section), question =>
            Assert.InRange(int.Parse(question.Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture), 1, cells));
    }

    [GeneratedRegex(@"\*\*Time:\*\* (\d+) minutes")]
    private static partial Regex Minutes();

    // A question, and in italics what the class will see.
    [GeneratedRegex(@"- \*\*Ask (?:before|after) cell (\d+):\*\*[^*]+\?[^*]* \*[^*]+\*", RegexOptions.Singleline)]
    private static partial Regex Question();
}
