using System.Text.Json.Nodes;

namespace NeuroLab.Notebooks.Documents;

/// <summary>
/// What editors and hosts note by themselves whenever a notebook is opened, run or saved: it says nothing that an author meant, and
/// differs from one machine to the next. Everything that is not named here is kept.
/// </summary>
internal static class NotebookNoise
{
    private static readonly string[] OfNotebooks =
    [
        "celltoolbar", // Jupyter Notebook: which toolbar was open
        "signature", // Jupyter before 4: whether this machine trusts the notebook
        "widgets", // ipywidgets: the state of widgets, which belongs to outputs
        "varInspector", // Jupyter's extension Variable Inspector: where its window was
        "vscode/interpreter", // VS Code: a checksum of this machine's Python
        "language_info/version", // Jupyter: the version of the language on this machine
        "colab/provenance", // Colab: where the notebook was copied from
        "colab/authorship_tag", // Colab: a checksum
    ];

    private static readonly string[] OfCells =
    [
        "collapsed", // Jupyter: whether the output was folded
        "scrolled", // Jupyter: whether the output was scrolled
        "jupyter/outputs_hidden", // JupyterLab: whether the output was hidden
        "trusted", // Jupyter: whether this machine trusts the output
        "execution", // JupyterLab: when the cell ran
        "ExecuteTime", // Jupyter's extension ExecuteTime: when the cell ran
        "executionInfo", // Colab: when the cell ran, and who ran it
        "outputId", // Colab: the name of the output
        "colab/base_uri", // Colab: the address it was opened at
        "heading_collapsed", // Jupyter's extension Collapsible Headings: what was folded
        "hidden", // the same, of a cell below
        "jp-MarkdownHeadingCollapsed", // JupyterLab: what was folded
    ];

    /// <summary>Takes it out of a notebook and its cells.</summary>
    public static void Remove(NotebookDocument notebook)
    {
        foreach (string path in OfNotebooks)
            Remove(notebook.Metadata, path);
        foreach (NotebookCell cell in notebook.Cells)
        {
            foreach (string path in OfCells)
                Remove(cell.Metadata, path);
        }
    }

    private static void Remove(JsonObject metadata, string path)
    {
        string[] keys = path.Split('/');
        if (keys.Length == 1)
            metadata.Remove(path);
        else if (metadata[keys[0]] is JsonObject inner && inner.Remove(keys[1]) && inner.Count == 0)
            metadata.Remove(keys[0]);
    }
}
