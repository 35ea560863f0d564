using System.Text.Json;
using System.Text.Json.Nodes;
using NeuroLab.Notebooks.Writing;

namespace NeuroLab.Notebooks.Documents;

/// <summary>A Jupyter notebook (nbformat 4): its cells and metadata.</summary>
/// <remarks>
/// The JSON read is kept beneath, so unknown keys, their order and the way numbers are written survive: saving an untouched
/// document gives back the same JSON. A document keeps its minor version; cells get ids only from 4.5 on, where they are due.
/// </remarks>
public sealed class NotebookDocument
{
    private const int NewestMinorVersion = 5;

    private readonly JsonObject json;

    private NotebookDocument(JsonObject json) => this.json = json;

    /// <summary>The cells, in order.</summary>
    public IList<NotebookCell> Cells { get; } = [];

    /// <summary>What editors and hosts note about the notebook, such as its kernel.</summary>
    public JsonObject Metadata => (JsonObject)json["metadata"]!;

    /// <summary>The minor version of the format: 5 for nbformat 4.5.</summary>
    public int MinorVersion
    {
        get => json["nbformat_minor"]!.GetValue<int>();
        private set => json["nbformat_minor"] = value;
    }

    /// <summary>What was wrong in the file and was put right, a sentence each; empty where nothing was.</summary>
    public IReadOnlyList<string> Repairs { get; private set; } = [];

    /// <summary>A new, empty C# notebook of nbformat 4.5.</summary>
    public static NotebookDocument Create() => new(new JsonObject
    {
        ["cells"] = new JsonArray(),
        ["metadata"] = new JsonObject
        {
            ["kernelspec"] = new JsonObject
            {
                ["display_name"] = ".NET (C#)",
                ["language"] = "C#",
                ["name"] = ".net-csharp",
            },
            ["language_info"] = new JsonObject { ["name"] = "polyglot-notebook" },
            ["polyglot_notebook"] = new JsonObject
            {
                ["kernelInfo"] = new JsonObject
                {
                    ["defaultKernelName"] = "csharp",
                    ["items"] = new JsonArray(new JsonObject { ["aliases"] = new JsonArray(), ["name"] = "csharp" }),
                },
            },
        },
        ["nbformat"] = 4,
        ["nbformat_minor"] = NewestMinorVersion,
    });

    /// <summary>Reads a notebook.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="NotebookFormatException">The file is missing, too large, not UTF-8 or not a notebook.</exception>
    public static NotebookDocument Load(string path) => Parse(NotebookFile.ReadText(path), path);

    /// <summary>Reads a notebook from its text.</summary>
    /// <param name="json">The text of an <c>.ipynb</c> file.</param>
    /// <param name="name">How messages call it: its path.</param>
    /// <remarks>What has only one way to be put right, such as an id that two cells have, is put right; <see cref="Repairs"/> tells it.</remarks>
    /// <exception cref="NotebookFormatException">The text is not a notebook.</exception>
    public static NotebookDocument Parse(string json, string name)
    {
        FormatReporter report = new(name, "");
        NotebookDocument document = new(report.Object(NotebookFile.ParseJson(json, name), "a notebook"));
        document.CheckVersion(report);
        if (document.json["metadata"] is null)
        {
            document.json["metadata"] = new JsonObject();
            report.Repaired("The notebook has no metadata; empty metadata was added.");
        }

        report.Object(document.json["metadata"], "\"metadata\"");
        if (document.json["cells"] is not JsonArray cells)
            throw report.Wrong("\"cells\"", "a list", document.json["cells"]);

        HashSet<string> ids = [];
        for (int i = 0; i < cells.Count; i++)
        {
            FormatReporter place = report with { Place = $"cell {i + 1}" };
            NotebookCell cell = NotebookCell.Read(cells[i], place);
            if (cell.Id is { } id && !ids.Add(id))
            {
                cell.RemoveId();
                place.Repaired("A cell above has the same id; this one gets a new one.");
            }
            else if (cell.Id is null && document.MinorVersion >= 5)
            {
                place.Repaired("The cell has no id; it gets one.");
            }

            document.Cells.Add(cell);
        }

        document.Repairs = report.Repairs.Sentences;
        return document;
    }

    /// <summary>The language of a code cell: what the cell is marked with, else what the notebook is.</summary>
    /// <param name="cell">One of the cells.</param>
    /// <returns>A name of <see cref="CellLanguage"/>, or the one in the file where it is not known there.</returns>
    public string LanguageOf(NotebookCell cell)
    {
        ArgumentNullException.ThrowIfNull(cell);
        return CellLanguage.Of(cell) ?? CellLanguage.Of(this) ?? CellLanguage.CSharp;
    }

    /// <summary>Writes the notebook as Jupyter would, all or nothing: a crash or a full disk leaves the old file as it was.</summary>
    /// <param name="path">The file; its folder must exist. What a link leads to is written, and the link stays.</param>
    /// <exception cref="OutputException">It can't be written.</exception>
    public void Save(string path) => NotebookFile.WriteText(path, ToJson());

    /// <summary>The text of the <c>.ipynb</c> file.</summary>
    public string ToJson()
    {
        AddMissingIds();
        JsonObject copy = [];
        foreach ((string key, JsonNode? value) in json)
            copy[key] = key == "cells" ? new JsonArray([.. Cells.Select(cell => cell.ToJson())]) : value?.DeepClone();
        return NotebookJson.Write(copy);
    }

    /// <summary>A copy that shares nothing with this document.</summary>
    public NotebookDocument Clone() => Parse(ToJson(), "the copy of a notebook");

    /// <summary>A copy as it is before any run: no outputs, no execution counts.</summary>
    public NotebookDocument WithoutOutputs()
    {
        NotebookDocument copy = Clone();
        foreach (NotebookCell cell in copy.Cells.Where(cell => cell.Kind == CellKind.Code))
        {
            cell.Outputs.Clear();
            cell.ExecutionCount = null;
        }

        return copy;
    }

    /// <summary>Raises the format to the version in which cells have ids.</summary>
    internal void RaiseVersion() => MinorVersion = Math.Max(MinorVersion, NewestMinorVersion);

    private void CheckVersion(FormatReporter report)
    {
        if (!IsWholeNumber(json["nbformat"], out int major) || major != 4)
            throw report.Wrong("\"nbformat\"", "4", json["nbformat"]);
        if (json["nbformat_minor"] is null)
        {
            json["nbformat_minor"] = NewestMinorVersion;
            report.Repaired($"The notebook has no \"nbformat_minor\"; {NewestMinorVersion} was added.");
        }

        if (!IsWholeNumber(json["nbformat_minor"], out int minor) || minor < 0)
            throw report.Wrong("\"nbformat_minor\"", "a whole number such as 5", json["nbformat_minor"]);
    }

    private void AddMissingIds()
    {
        if (MinorVersion < 5)
            return;
        HashSet<string> taken = [.. Cells.Select(cell => cell.Id).OfType<string>()];
        for (int i = 0; i < Cells.Count; i++)
        {
            // Counted, not random: the same document is saved the same way twice.
            for (int number = i + 1; Cells[i].Id is null; number++)
            {
                if (taken.Add($"cell-{number}"))
                    Cells[i].Id = $"cell-{number}";
            }
        }
    }

    private static bool IsWholeNumber(JsonNode? node, out int value)
    {
        value = 0;
        return node is JsonValue number && number.GetValueKind() == JsonValueKind.Number && number.TryGetValue(out value);
    }
}
