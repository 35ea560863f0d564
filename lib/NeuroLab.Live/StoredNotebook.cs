using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using NeuroLab.Notebooks.Documents;

namespace NeuroLab.Live;

/// <summary>A notebook as its file has it, and the name of that state.</summary>
/// <param name="Document">The notebook.</param>
/// <param name="Revision">A checksum of the file.</param>
internal sealed record StoredNotebook(NotebookDocument Document, string Revision)
{
    // One at a time: between reading a state and writing the next nothing of ours may come.
    private static readonly Lock writing = new();

    /// <summary>Reads a notebook.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="NotebookFormatException">It is no notebook, or can't be read.</exception>
    public static StoredNotebook Load(string path)
    {
        var document = NotebookDocument.Load(path);
        return new StoredNotebook(document, RevisionOf(path));
    }

    /// <summary>The notebook and its state as pages take them.</summary>
    public JsonObject ToJson() => new() { ["revision"] = Revision, ["notebook"] = JsonNode.Parse(Document.ToJson()) };

    /// <summary>Writes what a page changed, unless the file is no longer in the state that the page knows.</summary>
    /// <param name="path">The file.</param>
    /// <param name="change">
    /// <c>base</c>: the state known; <c>metadata</c>; <c>cells</c>: all cells in order, those that did not change by their id alone.
    /// </param>
    /// <returns>The new state; <c>null</c> where the file was changed elsewhere.</returns>
    /// <exception cref="NotebookFormatException">The change is not one.</exception>
    /// <exception cref="Notebooks.Writing.OutputException">The file can't be written.</exception>
    public static string? Save(string path, JsonNode? change)
    {
        lock (writing)
        {
            StoredNotebook stored = Load(path);
            if (Text(change, "base") != stored.Revision)
                return null;
            Changed(stored.Document, change!, path).Save(path);
            return RevisionOf(path);
        }
    }

    private static NotebookDocument Changed(NotebookDocument before, JsonNode change, string path)
    {
        var json = (JsonObject)JsonNode.Parse(before.ToJson())!;
        Dictionary<string, JsonNode> known = json["cells"]!.AsArray().ToDictionary(cell => (string?)cell!["id"] ?? "", cell => cell!);
        if (change["cells"] is not JsonArray cells || change["metadata"] is not JsonObject metadata)
            throw Wrong(path, "a change needs \"cells\", a list, and \"metadata\", an object");
        JsonArray next = [];
        foreach (JsonNode? cell in cells)
        {
            if (cell is JsonObject whole)
                next.Add(whole.DeepClone());
            else if (Id(cell) is { } id && known.TryGetValue(id, out JsonNode? same))
                next.Add(same.DeepClone());
            else
                throw Wrong(path, "a cell is neither a whole cell nor the id of one that the notebook has");
        }

        json["cells"] = next;
        json["metadata"] = metadata.DeepClone();
        return NotebookDocument.Parse(json.ToRelaxedText(), path);
    }

    private static NotebookFormatException Wrong(string path, string problem) =>
        new(path, "", $"It was not saved: {problem}.", "Load the page again.");

    private static string? Id(JsonNode? node) => node?.GetValueKind() == JsonValueKind.String ? node.GetValue<string>() : null;

    private static string? Text(JsonNode? node, string name) => node is JsonObject owner ? Id(owner[name]) : null;

    private static string RevisionOf(string path) => Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(path)).AsSpan(0, 12));
}
