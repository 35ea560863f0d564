using NeuroLab.Notebooks.Documents;

namespace NeuroLab.Notebooks.Session.Directives;

/// <summary>Reads what <c>#!import</c> and <c>#load</c> name into the pieces of C# to run.</summary>
/// <param name="folder">The notebook's folder.</param>
internal sealed class ImportedFiles(string folder)
{
    /// <summary>Reads a file.</summary>
    /// <param name="directive">Names a .dib, .ipynb, .cs or .csx file.</param>
    /// <param name="beside">The folder of the file in which the directive stands; null for a cell.</param>
    /// <exception cref="CellFailedException">There is no such file, or it can't be read.</exception>
    public ImportedFile Read(CellDirective directive, string? beside)
    {
        string name = directive.Argument;
        string path = CellPath.Find(name, folder, beside);
        if (!File.Exists(path))
            throw CellFailedException.Because("FileNotFound", $"{directive}: there is no such file. {CellPath.Rule}, so this one is {path}.");
        try
        {
            return new ImportedFile(path, Path.GetExtension(path).ToLowerInvariant() switch
            {
                ".dib" => FromDib(path, name),
                ".ipynb" => FromNotebook(path, name),
                ".cs" or ".csx" => [One(name, NotebookFile.ReadText(path))],
                string other => throw CellFailedException.Because("UnknownFile",
                    $"{directive}: a .dib, .ipynb, .cs or .csx file was expected, but this is a {other} file."),
            });
        }
        catch (NotebookFormatException exception)
        {
            throw CellFailedException.Because("BrokenFile", $"{directive}: {exception.Message}");
        }
    }

    /// <summary>The files that some code imports, as far as they can be read.</summary>
    public IEnumerable<ImportedFile> ImportedBy(string code)
    {
        foreach (CellDirective directive in Try(() => DirectiveReader.Read(code).Directives) ?? [])
        {
            if (directive.IsImport && Try(() => Read(directive, null)) is { } file)
                yield return file;
        }

        static T? Try<T>(Func<T> read)
            where T : class
        {
            try
            {
                return read();
            }
            catch (CellFailedException)
            {
                return null;
            }
        }
    }

    private static (string File, string Code, string Source) One(string name, string code) => (name, code, code);

    private static List<(string File, string Code, string Source)> FromDib(string path, string name)
    {
        string text = NotebookFile.ReadText(path);
        return [.. DibDocument.Parse(text).Where(section => section.Language == CellLanguage.CSharp)
            .Select(section => (name, new string('\n', section.FirstLine - 1) + section.Source, text))];
    }

    private static List<(string File, string Code, string Source)> FromNotebook(string path, string name)
    {
        var document = NotebookDocument.Load(path);
        return [.. document.Cells.Select((cell, i) => (Cell: cell, Number: i + 1))
            .Where(entry => entry.Cell.Kind == CellKind.Code && document.LanguageOf(entry.Cell) == CellLanguage.CSharp)
            .Select(entry => One($"{name}, cell {entry.Number}", entry.Cell.Source))];
    }
}
