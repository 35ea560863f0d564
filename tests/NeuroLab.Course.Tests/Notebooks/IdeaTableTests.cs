using System.Text.RegularExpressions;
using NeuroLab.Notebooks.Documents;

namespace NeuroLab.Course.Tests.Notebooks;

/// <summary>The table in <c>notebooks/README.md</c> of where each idea is taught leads to what it names.</summary>
public sealed partial class IdeaTableTests
{
    private static readonly string[] Rows = [.. File.ReadLines(Path.Combine(CourseNotebook.Folder, "README.md")).Where(line => Row().IsMatch(line))];

    public static TheoryData<string> Places => [.. Rows.SelectMany(row => Place().Matches(row)).Select(place => place.Value).Distinct()];

    [Fact]
    public void All_five_notes_stand_in_it_and_each_idea_has_a_place()
    {
        Assert.Equal(["S0", "S1", "S2", "S3", "S4"], Rows.Select(row => Row().Match(row).Groups[1].Value).Distinct());
        Assert.All(Rows, row => Assert.Matches(Place(), row));
        Assert.All(Rows, row => Assert.Equal(row.Count(c => c == '['), Place().Count(row)));
    }

    [Theory]
    [MemberData(nameof(Places))]
    public void A_place_leads_to_cells_under_the_heading_it_names(string place)
    {
        Match link = Place().Match(place);
        string name = link.Groups[2].Value;
        Assert.StartsWith(link.Groups[1].Value, name, StringComparison.Ordinal);
        ILookup<string, int> sections = CellsByHeading(CourseNotebook.Load(name));

        Assert.All(Under().Matches(link.Groups[3].Value), under =>
        {
            string heading = under.Groups[1].Value;
            Assert.True(sections.Contains(heading), $"{name} has no heading '{heading}'.");
            Assert.Subset(sections[heading].ToHashSet(), Numbers(under.Groups[2].Value).ToHashSet());
        });
    }

    /// <summary>The numbers of the code cells under each heading; 0 stands for the text itself.</summary>
    private static ILookup<string, int> CellsByHeading(CourseNotebook notebook)
    {
        var found = new List<(string Heading, int Cell)> { ("opening", 0) };
        int code = 0;
        foreach (NotebookCell cell in notebook.Document.Cells)
        {
            if (cell.Kind == CellKind.Code)
                found.Add((found[^1].Heading, ++code));
            else
                found.AddRange(Heading().Matches(cell.Source).Select(heading => (heading.Groups[1].Value.Trim(), 0)));
        }
        return found.ToLookup(place => place.Heading, place => place.Cell);
    }

    /// <summary>Reads <c>1, 2, 5 to 8</c>.</summary>
    private static IEnumerable<int> Numbers(string text) => Span().Matches(text).SelectMany(span =>
    {
        int first = Number(span.Groups[1].Value), last = span.Groups[2].Success ? Number(span.Groups[2].Value) : first;
        return Enumerable.Range(first, last - first + 1);
    });

    private static int Number(string digits) => int.Parse(digits, System.Globalization.CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^\| (S\d) \| [^|]+ \| .+ \|$")]
    private static partial Regex Row();

    [GeneratedRegex(@"\[(\d\d)\]\(([^)]+\.ipynb)\): (\*[^\[|]+?)(?=<br>| \||$)")]
    private static partial Regex Place();

    [GeneratedRegex(@"\*([^*]+)\*((?:,? ?(?:\d+|to))*)")]
    private static partial Regex Under();

    [GeneratedRegex(@"(\d+)(?: to (\d+))?")]
    private static partial Regex Span();

    [GeneratedRegex(@"(?m)^## (.+)$")]
    private static partial Regex Heading();
}
