using System.Text.Json.Nodes;
using NeuroLab.Notebooks.Documents;
using NeuroLab.Notebooks.Running;

namespace NeuroLab.Site;

/// <summary>How far a reader is with a notebook. The map of the course shows it.</summary>
/// <param name="IsRead">Whether he came to its end.</param>
/// <param name="Exercises">All its exercises, and what their checks said last.</param>
public sealed record ReaderProgress(bool IsRead, IReadOnlyList<ExerciseResult> Exercises)
{
    /// <summary>What a notebook tells of its reader.</summary>
    /// <param name="document">The notebook.</param>
    public static ReaderProgress Of(NotebookDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        bool isRead = (document.Metadata["neurolab"] as JsonObject)?["read"] is { } read && read.ToString() == "true";
        return new ReaderProgress(isRead, Notebooks.Running.Exercises.Results(document));
    }

    /// <summary>The same as the page takes it.</summary>
    /// <param name="name">The notebook's file name.</param>
    internal JsonObject ToJson(string name) => new()
    {
        ["name"] = name,
        ["read"] = IsRead,
        ["exercises"] = new JsonArray([.. Exercises.Select(exercise => new JsonObject { ["id"] = exercise.Id, ["state"] = exercise.State })]),
    };
}
