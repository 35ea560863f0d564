using NeuroLab.Notebooks.Session.Directives;

namespace NeuroLab.Notebooks.Session.Assistance;

/// <summary>Completes lines such as <c>#!import "setup.dib"</c>.</summary>
internal static class DirectiveCompletion
{
    /// <summary>What may follow on the line, and how many letters before the cursor it replaces.</summary>
    /// <param name="line">The line up to the cursor; begins with <c>#</c>.</param>
    /// <param name="folder">The notebook's folder.</param>
    public static (int Replaced, IEnumerable<string> Matches) Of(string line, string folder)
    {
        line = line.TrimStart();
        int quote = line.IndexOf('"', StringComparison.Ordinal);
        if (quote < 0)
            return (line.Length, DirectiveReader.Names.Where(name => name.StartsWith(line, StringComparison.Ordinal)));
        string typed = line[(quote + 1)..].Replace('\\', '/');
        if (typed.Contains('"', StringComparison.Ordinal) || typed.StartsWith("nuget:", StringComparison.Ordinal))
            return (0, []);
        string[] endings = line.StartsWith("#r", StringComparison.Ordinal) ? [".dll"] : [".dib", ".ipynb", ".cs", ".csx"];
        int slash = typed.LastIndexOf('/') + 1;
        string within = Path.Combine(folder, typed[..slash]);
        string start = typed[slash..];
        if (!Directory.Exists(within))
            return (0, []);
        IEnumerable<string> folders = Directory.EnumerateDirectories(within).Select(path => Path.GetFileName(path) + "/");
        IEnumerable<string> files = Directory.EnumerateFiles(within).Select(path => Path.GetFileName(path))
            .Where(name => endings.Contains(Path.GetExtension(name), StringComparer.OrdinalIgnoreCase));
        return (start.Length, folders.Concat(files).Where(name => name.StartsWith(start, StringComparison.OrdinalIgnoreCase))
            .Order(StringComparer.Ordinal));
    }
}
