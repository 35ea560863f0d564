namespace NeuroLab.Notebooks.Documents;

/// <summary>The languages that cells are marked with, by the names that hosts give them.</summary>
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
    };

    /// <summary>The one name that stands for all names of a language; null where it is none that is known.</summary>
    /// <param name="name">A name, such as <c>F#</c>, <c>python3</c> or <c>js</c>.</param>
    public static string? Find(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        string language = Others.GetValueOrDefault(name, name).ToLowerInvariant();
        return Known.ContainsKey(language) ? language : null;
    }

    /// <summary>Why a cell in another language is not run.</summary>
    /// <param name="language">The language.</param>
    internal static string WhyNotRun(string language) =>
        $"This is {Known.GetValueOrDefault(language, "a " + language)} cell, which this kernel does not run: it runs C#. "
        + "Write the cell in C#, or open the notebook with a kernel of that language.";
}
