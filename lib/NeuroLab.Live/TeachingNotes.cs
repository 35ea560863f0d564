using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using NeuroLab.Site;

namespace NeuroLab.Live;

/// <summary>What the page for teachers says of a notebook, item by item, for the teacher's window.</summary>
/// <param name="path">The page, <c>docs/teaching.md</c>; null where it is not known.</param>
internal sealed partial class TeachingNotes(string? path)
{
    /// <summary>The notes on a notebook; none where the page says nothing of it.</summary>
    /// <param name="name">The notebook's file name; its leading digits are what the page calls it by.</param>
    public Section For(string name)
    {
        string number = string.Concat(name.TakeWhile(char.IsAsciiDigit));
        if (path is null || number.Length == 0 || !File.Exists(path))
            return new Section(null, []);
        string[] lines = [.. File.ReadLines(path).SkipWhile(line => !line.StartsWith($"### {number} ", StringComparison.Ordinal)).Skip(1)
            .TakeWhile(line => !line.StartsWith('#'))];
        int? minutes = lines.Select(line => Minutes().Match(line)).Where(match => match.Success).Select(match => (int?)int.Parse(match.Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture)).FirstOrDefault();
        return new Section(minutes, [.. Items(lines)]);
    }

    private static IEnumerable<Item> Items(string[] lines)
    {
        string item = "";
        foreach (string line in lines.Append("- "))
        {
            if (line.StartsWith("- ", StringComparison.Ordinal))
            {
                if (item.Length > 0)
                    yield return new Item(CellOf(item), item);
                item = line[2..];
            }
            else if (item.Length > 0)
            {
                item = $"{item} {line.Trim()}";
            }
        }
    }

    // "Ask before cell 5:" belongs to cell 5; what names no cell belongs to all of them.
    private static int? CellOf(string item) =>
        Cell().Match(item) is { Success: true } match ? int.Parse(match.Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture) : null;

    [GeneratedRegex(@"^(\d+) minutes")]
    private static partial Regex Minutes();

    [GeneratedRegex(@"^\*\*[^*]*?cells? (\d+)[^*]*\*\*")]
    private static partial Regex Cell();

    /// <summary>The notes on a notebook.</summary>
    /// <param name="Minutes">How long it takes; null where that is not said.</param>
    /// <param name="Items">The notes.</param>
    internal sealed record Section(int? Minutes, IReadOnlyList<Item> Items)
    {
        /// <summary>The notes as pages take them.</summary>
        public JsonObject ToJson() => new()
        {
            ["minutes"] = Minutes,
            ["items"] = new JsonArray([.. Items.Select(item => new JsonObject { ["cell"] = item.Cell, ["html"] = LivePages.Inline(item.Markdown) })]),
        };
    }

    /// <summary>One note.</summary>
    /// <param name="Cell">The number of the cell it belongs to; null for all of them.</param>
    /// <param name="Markdown">What it says.</param>
    internal sealed record Item(int? Cell, string Markdown);
}
