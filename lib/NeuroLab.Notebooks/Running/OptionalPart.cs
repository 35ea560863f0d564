using System.Text.Json;
using System.Text.Json.Nodes;
using NeuroLab.Notebooks.Session;

namespace NeuroLab.Notebooks.Running;

/// <summary>A notebook, or a cell, that loads something which not everyone has.</summary>
/// <remarks>
/// It says so, with a sentence on how to get it: a notebook in its metadata, <c>"neurolab": { "optional": "Build it with ..." }</c>, a cell
/// in its first line, <c>// Optional. Build it with ...</c>, since a front end hands a kernel the text of a cell and nothing else. Where an
/// assembly or a package that is named with <c>#r</c> is missing, it is skipped, not failed: a notebook ends there, a cell is passed over.
/// </remarks>
public static class OptionalPart
{
    private const string Mark = "// Optional. ";

    /// <summary>How to get what a notebook loads; null where it doesn't declare itself optional.</summary>
    /// <param name="metadata">The notebook's metadata.</param>
    public static string? HintOf(JsonObject metadata)
    {
        ArgumentNullException.ThrowIfNull(metadata);
        JsonNode? hint = (metadata["neurolab"] as JsonObject)?["optional"];
        return hint?.GetValueKind() == JsonValueKind.String ? hint.GetValue<string>() : null;
    }

    /// <summary>How to get what a cell loads; null where it doesn't declare itself optional.</summary>
    /// <param name="code">The cell's text.</param>
    public static string? HintOf(string code)
    {
        ArgumentNullException.ThrowIfNull(code);
        return code.StartsWith(Mark, StringComparison.Ordinal) ? code[Mark.Length..].Split('\n')[0].TrimEnd() : null;
    }

    /// <summary>Why a notebook or a cell is skipped where a cell failed so; null where that is a failure like any other.</summary>
    /// <param name="hint">How to get what it loads; null where it isn't optional.</param>
    /// <param name="error">What the cell failed with; null where it didn't.</param>
    public static string? SkipReason(string? hint, CellError? error) =>
        hint is not null && error?.Name is "AssemblyNotFound" or "PackageNotFound" ? $"{FirstSentence(error.Message)} {hint}" : null;

    /// <summary>What a cell that is passed over says.</summary>
    /// <param name="reason">Why it is.</param>
    public static string Note(string reason) => $"This cell was skipped. {reason}\n";

    // The rest tells where was looked, which the hint makes needless.
    private static string FirstSentence(string message)
    {
        int end = message.IndexOf(". ", StringComparison.Ordinal);
        return end < 0 ? message : message[..(end + 1)];
    }
}
