using System.Text.Json.Nodes;

namespace NeuroLab.Notebooks.Documents;

/// <summary>Prepares a notebook to be kept under version control, whichever editor wrote it.</summary>
public static class NotebookCleaner
{
    private static readonly string[] CellLanguageKeys = ["dotnet_interactive", "polyglot_notebook"];

    /// <summary>
    /// A copy without outputs, execution counts, and what editors and hosts note by themselves, such as what was folded and when a
    /// cell ran. All else stays: tags, attachments, and the notes of other tools. A reader's diff then shows what an author changed.
    /// </summary>
    /// <remarks>
    /// Hosts also write down which kernel ran a notebook. In a C# notebook that is put as the course has it, so that every host
    /// finds its kernel; a notebook in another language keeps its own.
    /// </remarks>
    /// <param name="notebook">The notebook; it stays as it is.</param>
    public static NotebookDocument Clean(NotebookDocument notebook)
    {
        ArgumentNullException.ThrowIfNull(notebook);
        NotebookDocument clean = notebook.WithoutOutputs();
        NotebookNoise.Remove(clean);
        if (CellLanguage.Of(clean) == CellLanguage.CSharp)
            PutKernel(clean);
        return clean;
    }

    private static void PutKernel(NotebookDocument notebook)
    {
        notebook.RaiseVersion();
        JsonObject course = NotebookDocument.Create().Metadata;
        // A notebook that mixes languages keeps its list of them.
        bool isMixed = notebook.Cells.Any(cell => !IsCSharp(cell));
        foreach ((string key, JsonNode? value) in course)
        {
            if (!isMixed || key != "polyglot_notebook" || !notebook.Metadata.ContainsKey(key))
                Put(notebook.Metadata, key, value);
        }

        foreach (NotebookCell cell in notebook.Cells.Where(IsCSharp))
        {
            if (cell.Kind == CellKind.Code)
            {
                Put(cell.Metadata, CellLanguageKeys[0], new JsonObject { ["language"] = "csharp" });
                Put(cell.Metadata, CellLanguageKeys[1], new JsonObject { ["kernelName"] = "csharp" });
            }
            else
            {
                foreach (string key in CellLanguageKeys)
                    cell.Metadata.Remove(key);
            }

            if (cell.Metadata["vscode"] is JsonObject vscode && vscode.Remove("languageId") && vscode.Count == 0)
                cell.Metadata.Remove("vscode");
        }
    }

    private static bool IsCSharp(NotebookCell cell) => CellLanguage.Of(cell) is null or CellLanguage.CSharp;

    // Where Jupyter, which sorts its keys, has it too.
    private static void Put(JsonObject metadata, string key, JsonNode? value)
    {
        if (metadata.ContainsKey(key))
        {
            metadata[key] = value?.DeepClone();
            return;
        }

        int place = 0;
        while (place < metadata.Count && string.CompareOrdinal(metadata.GetAt(place).Key, key) < 0)
            place++;
        metadata.Insert(place, key, value?.DeepClone());
    }
}
