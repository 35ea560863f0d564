using System.Text.Json;
using System.Text.Json.Nodes;
using NeuroLab.Notebooks.Documents;
using NeuroLab.Notebooks.Session;

namespace NeuroLab.Notebooks.Running;

/// <summary>A notebook that loads something which not everyone has.</summary>
/// <remarks>
/// It says so in its metadata, with a sentence on how to get it: <c>"neurolab": { "optional": "Build it with ..." }</c>. Where an
/// assembly or a package that one of its cells names with <c>#r</c> is missing, it is skipped, not failed.
/// </remarks>
public static class OptionalNotebook
{
    /// <summary>How to get what the notebook loads; null where a notebook doesn't declare itself optional.</summary>
    /// <param name="document">The notebook.</param>
    public static string? HintOf(NotebookDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        JsonNode? hint = (document.Metadata["neurolab"] as JsonObject)?["optional"];
        return hint?.GetValueKind() == JsonValueKind.String ? hint.GetValue<string>() : null;
    }

    /// <summary>Why the notebook is skipped where a cell failed so; null where that is a failure like any other.</summary>
    internal static string? SkipReason(NotebookDocument document, CellError? error) =>
        error?.Name is "AssemblyNotFound" or "PackageNotFound" && HintOf(document) is { } hint ? $"{FirstSentence(error.Message)} {hint}" : null;

    // The rest tells where was looked, which the hint makes needless.
    private static string FirstSentence(string message)
    {
        int end = message.IndexOf(". ", StringComparison.Ordinal);
        return end < 0 ? message : message[..(end + 1)];
    }
}
