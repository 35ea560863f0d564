using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace NeuroLab.Site;

/// <summary>What the page for teachers says of a notebook, item by item, for the teacher's window.</summary>
/// <param name="path">The page, <c>docs/teaching.md</c>; null where it is not known.</param>
public sealed partial class TeachingNotes(string? path)
{
    /// <summary>The notes on a notebook as its page takes them: its minutes, and items with the cell to which each belongs. Where the page for teachers says nothing of it there are none.</summary>
    /// <param name="name">The notebook's file name; its leading digits are what the page calls it by.</param>
    public JsonObject Of(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        string number = string.Concat(name.TakeWhile(char.IsAsciiDigit));
        string[] lines = path is null || number.Length == 0 || !File.Exists(path) ? [] :
        [
            .. File.ReadLines(path).SkipWhile(line => !line.StartsWith($"### {number} ", StringComparison.Ordinal)).Skip(1)
                .TakeWhile(line => !line.StartsWith('#')),
        ];
        return new JsonObject
        {
            ["minutes"] = lines.Select(line => NumberIn(Minutes(), line)).FirstOrDefault(minutes => minutes is not null),
            ["items"] = new JsonArray([.. Items(lines).Select(item => new JsonObject { ["cell"] = NumberIn(Cell(), item), ["html"] = LivePages.Inline(item) })]),
        };
    }

    private static IEnumerable<string> Items(string[] lines)
    {
        string item = "";
        foreach (string line in lines.Append("- "))
        {
            if (line.StartsWith("- ", StringComparison.Ordinal))
            {
                if (item.Length > 0)
                    yield return item;
                item = line[2..];
            }
            else if (item.Length > 0)
            {
                item = $"{item} {line.Trim()}";
            }
        }
    }

    private static int? NumberIn(Regex pattern, string text) =>
        pattern.Match(text) is { Success: true } match ? int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture) : null;

    [GeneratedRegex(@"^(\d+) minutes")]
    private static partial Regex Minutes();

    // "Ask before cell 5:" belongs to cell 5; what names no cell belongs to all of them.
    [GeneratedRegex(@"^\*\*[^*]*?cells? (\d+)[^*]*\*\*")]
    private static partial Regex Cell();
}
