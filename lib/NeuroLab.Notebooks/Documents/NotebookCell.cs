using System.Text.Json.Nodes;

namespace NeuroLab.Notebooks.Documents;

/// <summary>One cell of a notebook, backed by its JSON so that what this type does not know is kept.</summary>
public sealed class NotebookCell
{
    private readonly JsonObject json;
    private string source;

    private NotebookCell(JsonObject json, CellKind kind, string source)
    {
        this.json = json;
        this.source = source;
        Kind = kind;
    }

    /// <summary>What the cell holds.</summary>
    public CellKind Kind { get; }

    /// <summary>The cell's name, unique within its notebook; null until the notebook is saved or where the format is older than 4.5.</summary>
    public string? Id
    {
        get => MultilineText.AsString(json["id"]);
        // Before the metadata, where Jupyter, which sorts its keys, has it too.
        internal set => json.Insert(json.IndexOf("metadata"), "id", value);
    }

    /// <summary>The text of the cell. Lines end as the file has them.</summary>
    public string Source
    {
        get => source;
        set
        {
            ArgumentNullException.ThrowIfNull(value);
            if (value == source)
                return;
            source = value;
            json["source"] = MultilineText.Write(value);
        }
    }

    /// <summary>What editors and hosts note about the cell.</summary>
    public JsonObject Metadata => (JsonObject)json["metadata"]!;

    /// <summary>Whether the cell is meant to fail: its tag <c>raises-exception</c> says so, as Jupyter's tools have it.</summary>
    public bool RaisesException =>
        Metadata["tags"] is JsonArray tags && tags.Any(tag => MultilineText.AsString(tag) == "raises-exception");

    /// <summary>The outputs of a code cell, in order; other cells have none.</summary>
    public IList<NotebookOutput> Outputs { get; } = [];

    /// <summary>The number of the run that made the outputs; null for a code cell that was not run and for all other cells.</summary>
    public int? ExecutionCount
    {
        get => json["execution_count"] is JsonValue count && count.TryGetValue(out int number) ? number : null;
        set
        {
            if (Kind != CellKind.Code)
                throw new InvalidOperationException($"Only a code cell has an execution count; this is a {Kind} cell.");
            json["execution_count"] = value;
        }
    }

    /// <summary>A new cell.</summary>
    /// <param name="kind">What it holds.</param>
    /// <param name="source">Its text.</param>
    /// <param name="id">Its id; null has one made when the notebook is saved.</param>
    public static NotebookCell Create(CellKind kind, string source, string? id = null)
    {
        // Jupyter writes keys in alphabetical order.
        JsonObject json = new() { ["cell_type"] = kind.ToString().ToLowerInvariant() };
        if (kind == CellKind.Code)
            json["execution_count"] = null;
        if (id is not null)
            json["id"] = id;
        json["metadata"] = new JsonObject();
        if (kind == CellKind.Code)
            json["outputs"] = new JsonArray();
        json["source"] = MultilineText.Write(source);
        return new(json, kind, source);
    }

    /// <summary>The cell as nbformat stores it, with its outputs. The result is the caller's own.</summary>
    public JsonObject ToJson()
    {
        JsonObject copy = [];
        foreach ((string key, JsonNode? value) in json)
            copy[key] = key == "outputs" && Kind == CellKind.Code ? OutputsAsJson() : value?.DeepClone();
        return copy;
    }

    /// <summary>Reads one element of a notebook's <c>cells</c>.</summary>
    internal static NotebookCell Read(JsonNode? node, FormatReporter report)
    {
        JsonObject json = report.Object(node, "a cell");
        CellKind kind = MultilineText.AsString(json["cell_type"]) switch
        {
            "code" => CellKind.Code,
            "markdown" => CellKind.Markdown,
            "raw" => CellKind.Raw,
            _ => throw report.Wrong("\"cell_type\"", "code, markdown or raw", json["cell_type"]),
        };
        string source = MultilineText.Read(json["source"])
            ?? throw report.Wrong("\"source\"", "a string or a list of strings", json["source"]);
        Repair(json, kind, report);
        report.Object(json["metadata"], "\"metadata\"");

        NotebookCell cell = new(json, kind, source);
        if (kind != CellKind.Code)
            return cell;
        if (json["execution_count"] is { } count && !(count is JsonValue number && number.TryGetValue(out int _)))
            throw report.Wrong("\"execution_count\"", "a whole number or null", count);
        if (json["outputs"] is not JsonArray outputs)
            throw report.Wrong("\"outputs\"", "a list", json["outputs"]);
        foreach (JsonNode? output in outputs)
            cell.Outputs.Add(NotebookOutput.Read(output, report));
        return cell;
    }

    /// <summary>Takes the id away, so that the cell gets a new one where the format asks for it.</summary>
    internal void RemoveId() => json.Remove("id");

    // What other programs leave out or write too much, and what has only one way to be put right.
    private static void Repair(JsonObject json, CellKind kind, FormatReporter report)
    {
        if (json.ContainsKey("id") && MultilineText.AsString(json["id"]) is not { Length: > 0 })
            json.Remove("id");
        if (json["metadata"] is null)
        {
            json["metadata"] = new JsonObject();
            report.Repaired("The cell has no metadata; empty metadata was added.");
        }

        if (kind == CellKind.Code)
        {
            if (!json.ContainsKey("execution_count"))
                json["execution_count"] = null;
            if (json["outputs"] is null)
            {
                json["outputs"] = new JsonArray();
                report.Repaired("The code cell has no list of outputs; an empty one was added.");
            }
        }
        else if (json.Remove("execution_count") | json.Remove("outputs"))
        {
            report.Repaired("Only a code cell has outputs and an execution count; they were taken out.");
        }
    }

    private JsonArray OutputsAsJson() => [.. Outputs.Select(output => output.Json.DeepClone())];
}
