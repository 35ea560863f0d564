using NeuroLab.Notebooks.Documents;

namespace NeuroLab.Notebooks.Session.Directives;

/// <summary>Reads what <c>#!import</c> names into the pieces of C# to run.</summary>
internal static class ImportedFile
{
    /// <summary>The C# pieces of a file in order. Those of a .dib keep the file's line numbers; a notebook's pieces are cells.</summary>
    /// <param name="path">A .dib, .ipynb, .cs or .csx file.</param>
    /// <param name="name">How the cell calls it.</param>
    public static IReadOnlyList<(string File, string Code)> Read(string path, string name)
    {
        if (!File.Exists(path))
        {
            throw CellFailedException.Because("FileNotFound",
                $"#!import \"{name}\": there is no such file. Relative paths are taken from the notebook's folder, so this one is {path}.");
        }

        try
        {
            return Path.GetExtension(path).ToLowerInvariant() switch
            {
                ".dib" => [.. DibDocument.Load(path).Where(section => section.Language == "csharp")
                    .Select(section => (name, new string('\n', section.FirstLine - 1) + section.Source))],
                ".ipynb" => [.. NotebookDocument.Load(path).Cells.Select((cell, i) => (cell, i))
                    .Where(entry => entry.cell.Kind == CellKind.Code)
                    .Select(entry => ($"{name}, cell {entry.i + 1}", entry.cell.Source))],
                ".cs" or ".csx" => [(name, NotebookFile.ReadText(path))],
                string other => throw CellFailedException.Because("UnknownFile",
                    $"#!import \"{name}\": a .dib, .ipynb, .cs or .csx file was expected, but this is a {other} file."),
            };
        }
        catch (NotebookFormatException exception)
        {
            throw CellFailedException.Because("BrokenFile", $"#!import \"{name}\": {exception.Message}");
        }
    }
}
