using System.Text.RegularExpressions;

namespace NeuroLab.Site.Code;

/// <summary>The namespaces that a notebook's cells can use without naming them.</summary>
internal static partial class OpenNamespaces
{
    private static readonly string[] Host =
    [
        "System", "System.Text", "System.Collections", "System.Collections.Generic", "System.Threading.Tasks", "System.Linq",
    ];

    /// <summary>Those of the host, and those that the <c>setup.dib</c> beside the notebook opens.</summary>
    public static IEnumerable<string> For(string notebookPath)
    {
        string setup = Path.Combine(Path.GetDirectoryName(Path.GetFullPath(notebookPath)) ?? "", "setup.dib");
        return File.Exists(setup)
            ? [.. Host, .. Usings().Matches(File.ReadAllText(setup)).Select(match => match.Groups[1].Value)]
            : Host;
    }

    [GeneratedRegex(@"^\s*using\s+([\w.]+)\s*;", RegexOptions.Multiline)]
    private static partial Regex Usings();
}
