using NeuroLab.Notebooks.Documents;

namespace NeuroLab.Tool.Running;

/// <summary>A notebook to be run.</summary>
/// <param name="Path">Its file, as the user named it or as it was found.</param>
/// <param name="Document">Its content.</param>
internal sealed record NotebookFile(string Path, NotebookDocument Document)
{
    /// <summary>The file name, by which the command calls it.</summary>
    public string Name => System.IO.Path.GetFileName(Path);
}
