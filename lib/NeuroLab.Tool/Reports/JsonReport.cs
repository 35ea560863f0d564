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

    /// <summary>Makes sure that the report can be written, before any notebook runs.</summary>
    /// <exception cref="UsageException">The place is a folder, or in a folder that does not exist.</exception>
    public static void CheckPlace(string path)
    {
        if (Directory.Exists(path))
            throw new UsageException($"--json takes a file, but {path} is a folder. For example: --json {Path.Combine(path, "report.json")}");
        string folder = Path.GetDirectoryName(Path.GetFullPath(path)) ?? ".";
        if (!Directory.Exists(folder))
            throw new UsageException($"--json can't write {path}: the folder {folder} does not exist. Make it first, or name another file.");
    }

    /// <summary>Writes the report, all or nothing.</summary>
    /// <exception cref="UsageException">The file can't be written.</exception>
    public static void Write(IEnumerable<NotebookRun> runs, string path)
    {
        string text = ToJson(runs).ToJsonString(Readable) + "\n";
        string target = Path.GetFullPath(path);
        string draft = $"{target}.{Text.Number(Environment.ProcessId)}.tmp";
        try
        {
            File.WriteAllText(draft, text);
            File.Move(draft, target, overwrite: true);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            File.Delete(draft);
            throw new UsageException($"--json can't write {path}: {error.Message} Name another file.");
        }
    }

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

    private static JsonNode Cell(CellResult cell) => new JsonObject
    {
        ["index"] = cell.Index,
        ["ok"] = cell.Ok,
        ["milliseconds"] = Math.Round(cell.Duration.TotalMilliseconds, 1),
        ["outputs"] = new JsonArray([.. cell.Outputs.SelectMany(MimeTypes).Select(type => (JsonNode)type)]),
        ["error"] = cell.Error?.Text(),
    };

    // What was printed has no MIME type in a notebook; it is plain text.
    private static IEnumerable<string> MimeTypes(NotebookOutput output) =>
        output.Kind == OutputKind.Stream ? ["text/plain"] : output.MimeTypes;

    private static JsonNode Exercise(ExerciseResult exercise) => new JsonObject { ["id"] = exercise.Id, ["state"] = exercise.State };
}
