namespace NeuroLab.Notebooks.Session.Directives;

/// <summary>A file that a cell imports.</summary>
/// <param name="Path">Where it is.</param>
/// <param name="Pieces">
/// Its pieces of C# in order: what error messages call them, the code, and the text to which the code's line numbers belong. Those of a
/// <c>.dib</c> keep the file's line numbers; a notebook's are cells.
/// </param>
internal sealed record ImportedFile(string Path, IReadOnlyList<(string File, string Code, string Source)> Pieces);
