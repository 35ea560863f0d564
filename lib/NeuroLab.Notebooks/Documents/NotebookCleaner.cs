using System.Text.Json.Nodes;

namespace NeuroLab.Notebooks.Documents;

/// <summary>Puts a notebook into the form in which the course keeps its own, whichever editor wrote it.</summary>
public static class NotebookCleaner
{
    /// <summary>
    /// A copy without outputs and execution counts, with the metadata that every host reads and no other. A reader's diff then
    /// shows what an author changed, and nothing that an editor noted.
    /// </summary>
    /// <param name="notebook">The notebook; it stays as it is.</param>
    public static NotebookDocument Clean(NotebookDocument notebook)
    {
        ArgumentNullException.ThrowIfNull(notebook);
        NotebookDocument clean = NotebookDocument.Create();
        foreach (NotebookCell cell in notebook.WithoutOutputs().Cells)
        {
            cell.Metadata.Clear();
            if (cell.Kind == CellKind.Code)
            {
                cell.Metadata["dotnet_interactive"] = new JsonObject { ["language"] = "csharp" };
                cell.Metadata["polyglot_notebook"] = new JsonObject { ["kernelName"] = "csharp" };
            }

            clean.Cells.Add(cell);
        }

        return clean;
    }
}
