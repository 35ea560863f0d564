using System.Text.Json;
using System.Text.Json.Nodes;
using NeuroLab.Notebooks.Session;

namespace NeuroLab.Notebooks.Running;

/// <summary>A notebook, or a cell, that loads something which not everyone has.</summary>
/// <remarks>
/// It says so in its metadata, with a sentence on how to get it: <c>"neurolab": { "optional": "Build it with ..." }</c>. Where an
/// assembly or a package that it names with <c>#r</c> is missing, it is skipped, not failed: a notebook ends there, a cell is passed over.
/// </remarks>
public static class OptionalPart
{
    /// <summary>How to get what a notebook or a cell loads; null where it doesn't declare itself optional.</summary>
    /// <param name="metadata">The metadata of the notebook or of the cell.</param>
    public static string? HintOf(JsonObject metadata)
    {
        ArgumentNullException.ThrowIfNull(metadata);
        JsonNode? hint = (metadata["neurolab"] as JsonObject)?["optional"];
        return hint?.GetValueKind() == JsonValueKind.String ? hint.GetValue<string>() : null;
    }

    /// <summary>Why a notebook or a cell is skipped where a cell failed so; null where that is a failure like any other.</summary>
    internal static string? SkipReason(JsonObject metadata, CellError? error) =>
        error?.Name is "AssemblyNotFound" or "PackageNotFound" && HintOf(metadata) is { } hint ? $"{FirstSentence(error.Message)} {hint}" : null;

    // The rest tells where was looked, which the hint makes needless.
    private static string FirstSentence(string message)
    {
        int end = message.IndexOf(". ", StringComparison.Ordinal);
        return end < 0 ? message : message[..(end + 1)];
    }
}
