using System.Text.Json;
using System.Text.Json.Nodes;
using NeuroLab.Notebooks.Documents;

namespace NeuroLab.Notebooks.Running;

/// <summary>What an exercise's check said.</summary>
/// <param name="Id">The exercise, such as <c>01.2</c>.</param>
/// <param name="State"><c>right</c>, <c>not yet</c> or <c>not tried</c>.</param>
public sealed record ExerciseResult(string Id, string State)
{
    private const string MimeType = "application/vnd.neurolab.exercise+json";

    /// <summary>What the checks among outputs said: each exercise once, by its last check.</summary>
    /// <param name="outputs">The outputs, in order.</param>
    public static IReadOnlyList<ExerciseResult> Of(IEnumerable<NotebookOutput> outputs)
    {
        ArgumentNullException.ThrowIfNull(outputs);
        OrderedDictionary<string, string> states = [];
        foreach (NotebookOutput output in outputs)
        {
            if (output.Data?[MimeType] is JsonObject data && Text(data["id"]) is { } id && Text(data["state"]) is { } state)
                states[id] = state;
        }

        return [.. states.Select(entry => new ExerciseResult(entry.Key, entry.Value))];

        static string? Text(JsonNode? node) => node?.GetValueKind() == JsonValueKind.String ? node.GetValue<string>() : null;
    }
}
