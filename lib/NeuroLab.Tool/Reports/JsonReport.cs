using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using NeuroLab.Notebooks.Documents;
using NeuroLab.Notebooks.Running;
using NeuroLab.Tool.Running;

namespace NeuroLab.Tool.Reports;

/// <summary>The report on every cell that <c>--json</c> writes.</summary>
internal static class JsonReport
{
    private static readonly JsonSerializerOptions Readable = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The report as the text of its file.</summary>
    public static string ToText(IEnumerable<NotebookRun> runs) => ToJson(runs).ToJsonString(Readable) + "\n";

    /// <summary>The report as JSON.</summary>
    public static JsonObject ToJson(IEnumerable<NotebookRun> runs) =>
        new() { ["notebooks"] = new JsonArray([.. runs.Select(Notebook)]) };

    private static JsonObject Notebook(NotebookRun run)
    {
        NotebookResult? result = run.Result;
        JsonObject json = new()
        {
            ["path"] = run.File.Path,
            ["ok"] = run.Ok,
            ["seconds"] = Math.Round(result?.Duration.TotalSeconds ?? 0, 3),
            ["cells"] = new JsonArray([.. (result?.Cells ?? []).Select(Cell)]),
            ["charts"] = result?.Charts ?? 0,
            ["exercises"] = new JsonArray([.. (result?.Exercises ?? []).Select(Exercise)]),
        };
        if (run.Problem is { } problem)
            json["error"] = problem;
        if (run.Skipped is { } skipped)
            json["skipped"] = skipped;
        return json;
    }

    private static JsonNode Cell(CellResult cell)
    {
        JsonObject json = new()
        {
            ["index"] = cell.Index,
            ["ok"] = cell.Ok,
            ["milliseconds"] = Math.Round(cell.Duration.TotalMilliseconds, 1),
            ["outputs"] = new JsonArray([.. cell.Outputs.SelectMany(MimeTypes).Select(type => (JsonNode)type)]),
            ["error"] = cell.Error?.Text(),
        };
        if (cell.Skipped is { } skipped)
            json["skipped"] = skipped;
        return json;
    }

    // What was printed has no MIME type in a notebook; it is plain text.
    private static IEnumerable<string> MimeTypes(NotebookOutput output) =>
        output.Kind == OutputKind.Stream ? ["text/plain"] : output.MimeTypes;

    private static JsonNode Exercise(ExerciseResult exercise) => new JsonObject { ["id"] = exercise.Id, ["state"] = exercise.State };
}
