using System.Text.Json;
using System.Text.Json.Nodes;
using NeuroLab.Notebooks.Documents;

namespace NeuroLab.Site.Markdown;

/// <summary>Pictures that a notebook keeps within its Markdown cells.</summary>
internal static class Attachments
{
    /// <summary>The data address of each attached picture, by its name.</summary>
    public static IReadOnlyDictionary<string, string> Read(NotebookDocument document)
    {
        Dictionary<string, string> found = [];
        foreach (NotebookCell cell in document.Cells.Where(cell => cell.Kind == CellKind.Markdown))
        {
            foreach ((string name, JsonNode? views) in cell.ToJson()["attachments"] as JsonObject ?? [])
            {
                (string mime, JsonNode? data) = (views as JsonObject ?? [])
                    .FirstOrDefault(view => view.Key.StartsWith("image/", StringComparison.Ordinal));
                if (data?.GetValueKind() == JsonValueKind.String)
                    found[name] = $"data:{mime};base64,{data.GetValue<string>()}";
            }
        }

        return found;
    }
}
