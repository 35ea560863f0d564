using System.Text.RegularExpressions;

namespace NeuroLab.Course.Tests.Notebooks;

/// <summary>A term of the course, as the glossary or a notebook's New terms line gives it.</summary>
/// <param name="English">Such as <c>weight</c>.</param>
/// <param name="Chinese">Such as 权重.</param>
/// <param name="Notebook">The file name of the notebook that introduces it.</param>
internal sealed partial record Term(string English, string Chinese, string Notebook)
{
    /// <summary>The rows of <c>notebooks/glossary.md</c>, in order.</summary>
    public static IReadOnlyList<Term> OfGlossary() =>
        [.. Row().Matches(File.ReadAllText(Path.Combine(CourseNotebook.Folder, "glossary.md"))).Select(row => new Term(row.Groups[1].Value, row.Groups[2].Value, row.Groups[3].Value))];

    /// <summary>What a notebook says it introduced.</summary>
    public static IReadOnlyList<Term> NewIn(CourseNotebook notebook)
    {
        string line = Line().Match(notebook.Prose).Groups[1].Value;
        return [.. Pair().Matches(line).Select(pair => new Term(pair.Groups[1].Value, pair.Groups[2].Value, Path.GetFileName(notebook.Path)))];
    }

    /// <summary>The line <c>**New terms:** ...</c> as it would read with just these terms.</summary>
    public static string LineOf(IEnumerable<Term> terms) =>
        $"**New terms:** {string.Join(", ", terms.Select(term => $"{term.English} ({term.Chinese})"))}. [All terms](glossary.md).";

    [GeneratedRegex(@"(?m)^\| ([^|]+) \| ([^|]*\p{IsCJKUnifiedIdeographs}[^|]*) \| [^|]+\. \| \[\d\d[a-z]?\]\(([^)]+)\) \|$")]
    private static partial Regex Row();

    [GeneratedRegex(@"(?m)^\*\*New terms:\*\* (.+)$")]
    private static partial Regex Line();

    [GeneratedRegex(@"([^(),.]+) \(([^()]+)\)(?:, |\.)")]
    private static partial Regex Pair();
}
