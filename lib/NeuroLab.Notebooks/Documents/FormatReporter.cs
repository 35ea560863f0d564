using System.Text.Json.Nodes;

namespace NeuroLab.Notebooks.Documents;

/// <summary>Words the complaints about one place of a notebook file.</summary>
internal sealed record FormatReporter(string Path, string Place)
{
    private const string Remedy = "Open the notebook in an editor that can save it again, or restore the file.";

    public JsonObject Object(JsonNode? node, string what) =>
        node as JsonObject ?? throw Wrong(what, "an object", node);

    public NotebookFormatException Wrong(string what, string expected, JsonNode? given)
    {
        string found = given is null ? "nothing or null" : given.ToJsonString();
        if (found.Length > 60)
            found = $"{given!.GetValueKind().ToString().ToLowerInvariant()} {found[..60]}...";
        return Problem($"{what} must be {expected}, but {found} was found.");
    }

    public NotebookFormatException Problem(string problem, string remedy = Remedy) => new(Path, Place, problem, remedy);
}
