using System.Text.Json.Nodes;

namespace NeuroLab.Notebooks.Documents;

/// <summary>A <c>.dib</c> file: sections of text, each after a line such as <c>#!csharp</c> or <c>#!markdown</c>.</summary>
public static class DibDocument
{
    private const string Meta = "meta";

    /// <summary>Reads a <c>.dib</c> file.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="NotebookFormatException">The file is missing, too large or not UTF-8.</exception>
    public static IReadOnlyList<DibSection> Load(string path) => Parse(NotebookFile.ReadText(path));

    /// <summary>Splits the text of a <c>.dib</c> file into its sections; those that hold only blank lines are left out.</summary>
    /// <param name="text">The text. What stands before the first language line is C#.</param>
    public static IReadOnlyList<DibSection> Parse(string text)
    {
        List<DibSection> sections = [];
        string[] lines = text.ReplaceLineEndings("\n").Split('\n');
        string language = CellLanguage.CSharp;
        int first = 0;
        for (int i = 0; i <= lines.Length; i++)
        {
            string? next = i == lines.Length ? "" : LanguageOf(lines[i]);
            if (next is null)
                continue;
            string source = string.Join('\n', lines[first..i]).TrimEnd();
            if (source.Length > 0)
                sections.Add(new DibSection(language, source, first + 1));
            language = next;
            first = i + 1;
        }

        return sections;
    }

    /// <summary>A <c>.dib</c> file as a notebook: a cell for each section, in its language.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="NotebookFormatException">The file is missing, too large or not UTF-8.</exception>
    public static NotebookDocument LoadNotebook(string path)
    {
        NotebookDocument notebook = NotebookDocument.Create();
        foreach (DibSection section in Load(path).Where(section => section.Language != Meta))
        {
            bool isText = section.Language == CellLanguage.Markdown;
            var cell = NotebookCell.Create(isText ? CellKind.Markdown : CellKind.Code, section.Source.TrimStart('\n'));
            if (!isText)
                cell.Metadata["polyglot_notebook"] = new JsonObject { ["kernelName"] = section.Language };
            notebook.Cells.Add(cell);
        }

        return notebook;
    }

    // Other lines that start with #! are directives of the section they stand in, such as #!time.
    private static string? LanguageOf(string line)
    {
        if (!line.StartsWith("#!", StringComparison.Ordinal))
            return null;
        string name = line[2..].Trim();
        return name == Meta ? Meta : CellLanguage.Find(name.Split(' ')[0]);
    }
}
