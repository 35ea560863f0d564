using System.Text.Json.Nodes;

namespace NeuroLab.Notebooks.Documents;

/// <summary>Words the complaints about one place of a notebook file, and notes what is put right there.</summary>
internal sealed record FormatReporter(string Path, string Place)
{
    private const string Remedy = "Open the notebook in an editor that can save it again, or restore the file.";
    private const int LongestQuote = 60;

    /// <summary>What is put right in the file.</summary>
    public RepairList Repairs { get; init; } = new();

    /// <summary>The beginning of a text, short enough for a message.</summary>
    public static string Short(string text, int most = LongestQuote) => text.Length <= most ? text : TextCut.Start(text, most) + "...";

    public JsonObject Object(JsonNode? node, string what) =>
        node as JsonObject ?? throw Wrong(what, "an object", node);

    public NotebookFormatException Wrong(string what, string expected, JsonNode? given)
    {
        string found = given is null ? "nothing or null" : given.ToJsonString();
        if (found.Length > LongestQuote)
            found = $"{given!.GetValueKind().ToString().ToLowerInvariant()} {Short(found)}";
        return Problem($"{what} must be {expected}, but {found} was found.");
    }

    public NotebookFormatException Problem(string problem, string remedy = Remedy) => new(Path, Place, problem, remedy);

    public void Repaired(string what) => Repairs.Add(Place, what);
}
