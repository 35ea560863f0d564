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
    [InlineData("S0", "linear regression", "depth of an MLP", "initialization", "regularization", "vanishing, exploding", "weight pictures", "weights of a convolution",
        "traced shape by shape", "kernels before, during and after", "pooling", "updates of CNN weights", "CNN against fully connected")]
    [InlineData("S1", "frameworks, algorithms, models", "ten classes", "cross-entropy", "loss curve", "back propagation", "hidden layers and ReLU", "batches",
        "best checkpoint, and inference", "learning rate", "parameters")]
    [InlineData("S2", "zeros and ones", "0.63", "uniform and normal", "Xavier", "Kaiming", "`Linear(6, 4)`", "parts of a neuron", "input, hidden and output layers", "full connection costs")]
    [InlineData("S3", "biological", "set of functions", "dice game", "(this layer, layer before)", "widen first", "factor of five", "width gives fit", "too much", "for numbers", "for vision", "for sequences")]
    [InlineData("S4", "`Linear(784, 256)`", "logits (N, C) and labels (N)", "L1 and L2", "momentum", "decay by steps", "decay by watching the validation loss")]
    public void Every_idea_of_a_note_stands_in_it(string note, params string[] ideas) =>
        Assert.All(ideas, idea => Assert.Contains(Rows, row => row.StartsWith($"| {note} | ", StringComparison.Ordinal) && row.Split('|')[2].Contains(idea, StringComparison.Ordinal)));

    [Theory]
    [MemberData(nameof(Places))]
    public void A_place_leads_to_cells_under_the_heading_it_names(string place)
    {
        Match link = Place().Match(place);
        string name = link.Groups[2].Value;
        Assert.StartsWith(link.Groups[1].Value, name, StringComparison.Ordinal);
        ILookup<string, int> sections = CellsByHeading(CourseNotebook.Load(name));

        Assert.NotEmpty(Under().Matches(link.Groups[3].Value));
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

    [GeneratedRegex(@"\[(\d\d[a-z]?)\]\(([^)]+\.ipynb)\): (\*[^\[|]+?)(?=<br>| \||$)")]
    private static partial Regex Place();

    [GeneratedRegex(@"\*([^*]+)\*((?:,? ?(?:\d+|to))*)")]
    private static partial Regex Under();

    [GeneratedRegex(@"(\d+)(?: to (\d+))?")]
    private static partial Regex Span();

    [GeneratedRegex(@"(?m)^## (.+)$")]
    private static partial Regex Heading();
}
