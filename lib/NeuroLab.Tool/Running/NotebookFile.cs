using NeuroLab.Notebooks.Documents;

namespace NeuroLab.Tool.Running;

/// <summary>A notebook that the user named, or that was found in a folder the user named.</summary>
/// <param name="Path">Its file, as the user named it or as it was found.</param>
/// <param name="Document">Its content; null where it can't be used.</param>
/// <param name="Problem">Why it can't be used, and what to do; null where it can.</param>
internal sealed record NotebookFile(string Path, NotebookDocument? Document, string? Problem = null)
{
    /// <summary>The ending of Polyglot's own notebooks.</summary>
    public const string Dib = ".dib";

    /// <summary>The file name, by which the command calls it.</summary>
    public string Name => System.IO.Path.GetFileName(Path);

    /// <summary>Reads a notebook. What is put right while it is read is told on standard error.</summary>
    public static NotebookFile Read(string path)
    {
        try
        {
            NotebookDocument document = HasEnding(path, Dib) ? DibDocument.LoadNotebook(path) : NotebookDocument.Load(path);
            foreach (string repair in document.Repairs)
                Console.Error.WriteLine($"{path}, {repair}");
            return new NotebookFile(path, document);
        }
        catch (NotebookFormatException error)
        {
            return new NotebookFile(path, null, error.Message);
        }
    }

    /// <summary>Whether a file's name ends so, in capital letters or small ones.</summary>
    public static bool HasEnding(string path, string ending) => System.IO.Path.GetExtension(path).Equals(ending, StringComparison.OrdinalIgnoreCase);

    /// <summary>The notebook to be run: only one in C#, or one that doesn't say its language, can be.</summary>
    public NotebookFile ToRun() => Document is not null && CellLanguage.Of(Document) is { } language and not CellLanguage.CSharp
        ? this with { Document = null, Problem = $"{Path}: C# was expected, but this notebook says that it is in {CellLanguage.Title(language)}. Run it with a kernel of that language, in Jupyter for example." }
        : this;
}
