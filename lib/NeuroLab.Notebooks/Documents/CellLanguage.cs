using System.Text.Json.Nodes;

namespace NeuroLab.Notebooks.Documents;

/// <summary>The languages of notebooks and cells, by the names that hosts give them, and where hosts note them.</summary>
public static class CellLanguage
{
    /// <summary>The language of this kernel.</summary>
    public const string CSharp = "csharp";

    /// <summary>Text that is shown, not run.</summary>
    internal const string Markdown = "markdown";

    private static readonly Dictionary<string, string> Known = new(StringComparer.OrdinalIgnoreCase)
    {
        [CSharp] = "a C#",
        [Markdown] = "a Markdown",
        ["fsharp"] = "an F#",
        ["python"] = "a Python",
        ["pwsh"] = "a PowerShell",
        ["javascript"] = "a JavaScript",
        ["typescript"] = "a TypeScript",
        ["html"] = "an HTML",
        ["svg"] = "an SVG",
        ["latex"] = "a LaTeX",
        ["http"] = "an HTTP",
        ["sql"] = "an SQL",
        ["kql"] = "a KQL",
        ["mermaid"] = "a Mermaid",
        ["value"] = "a value",
        ["bash"] = "a shell",
        ["r"] = "an R",
        ["julia"] = "a Julia",
        ["vb"] = "a Visual Basic",
        ["java"] = "a Java",
        ["rust"] = "a Rust",
        ["go"] = "a Go",
    };

    private static readonly Dictionary<string, string> Others = new(StringComparer.OrdinalIgnoreCase)
    {
        ["c#"] = CSharp,
        ["cs"] = CSharp,
        ["f#"] = "fsharp",
        ["fs"] = "fsharp",
        ["python3"] = "python",
        ["py"] = "python",
        ["ipython"] = "python",
        ["powershell"] = "pwsh",
        ["js"] = "javascript",
        ["md"] = Markdown,
        ["httprequest"] = "http",
        ["sh"] = "bash",
        ["shellscript"] = "bash",
        ["visual basic"] = "vb",
        [".net-csharp"] = CSharp,
        ["dotnet-interactive.csharp"] = CSharp,
        ["neurolab"] = CSharp,
        [".net-fsharp"] = "fsharp",
        ["dotnet-interactive.fsharp"] = "fsharp",
        [".net-powershell"] = "pwsh",
        ["dotnet-interactive.pwsh"] = "pwsh",
    };

    /// <summary>The one name that stands for all names of a language; null where it is none that is known.</summary>
    /// <param name="name">A name, such as <c>F#</c>, <c>python3</c> or <c>js</c>.</param>
    public static string? Find(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        string language = Others.GetValueOrDefault(name, name).ToLowerInvariant();
        return Known.ContainsKey(language) ? language : null;
    }

    /// <summary>The language of a notebook's code, by its one name or, where it is none that is known, as it is noted; null where the notebook does not say.</summary>
    /// <param name="notebook">The notebook.</param>
    public static string? Of(NotebookDocument notebook)
    {
        ArgumentNullException.ThrowIfNull(notebook);
        return Noted(notebook.Metadata, "polyglot_notebook", "kernelInfo", "defaultKernelName")
            ?? Noted(notebook.Metadata, "kernelspec", "language")
            ?? Noted(notebook.Metadata, "language_info", "name")
            ?? Noted(notebook.Metadata, "kernelspec", "name");
    }

    /// <summary>The language of a cell; null where the cell does not say, and so has the notebook's.</summary>
    /// <param name="cell">The cell.</param>
    public static string? Of(NotebookCell cell)
    {
        ArgumentNullException.ThrowIfNull(cell);
        return Noted(cell.Metadata, "dotnet_interactive", "language")
            ?? Noted(cell.Metadata, "polyglot_notebook", "kernelName")
            ?? Noted(cell.Metadata, "vscode", "languageId");
    }

    /// <summary>What a text calls a language, such as <c>F#</c>.</summary>
    /// <param name="language">The language, as <see cref="Of(NotebookDocument)"/> gives it.</param>
    public static string Title(string language)
    {
        ArgumentNullException.ThrowIfNull(language);
        return Known.TryGetValue(language, out string? known) ? known[(known.IndexOf(' ', StringComparison.Ordinal) + 1)..] : language;
    }

    /// <summary>Why a cell in another language is not run.</summary>
    /// <param name="language">The language.</param>
    internal static string WhyNotRun(string language) =>
        $"This is {Known.GetValueOrDefault(language, "a " + language)} cell, which this kernel does not run: it runs C#. "
        + "Write the cell in C#, or open the notebook with a kernel of that language.";

    // A name that says nothing of the language is none.
    private static string? Noted(JsonNode? node, params ReadOnlySpan<string> keys)
    {
        foreach (string key in keys)
            node = (node as JsonObject)?[key];
        return MultilineText.AsString(node) is { Length: > 0 } name && name.ToLowerInvariant() is not ("polyglot-notebook" or ".net")
            ? Find(name) ?? name
            : null;
    }
}
