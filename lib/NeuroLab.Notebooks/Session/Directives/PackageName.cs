using System.Text.RegularExpressions;

namespace NeuroLab.Notebooks.Session.Directives;

/// <summary>A package as <c>#r "nuget: Name, Version"</c> names it.</summary>
/// <param name="Id">Its name.</param>
/// <param name="Version">Its version, or <c>*</c> for the newest.</param>
internal sealed partial record PackageName(string Id, string Version)
{
    public static PackageName Parse(string argument)
    {
        string[] parts = argument.Split(',', StringSplitOptions.TrimEntries);
        string version = parts.Length > 1 && parts[1].Length > 0 ? parts[1] : "*";
        // Both end up in a project file: nothing that could be markup may pass.
        if (parts.Length > 2 || !IdPattern().IsMatch(parts[0]) || !VersionPattern().IsMatch(version))
        {
            throw CellFailedException.Because("PackageNotFound",
                $"#r \"nuget:{argument}\": a package is written as #r \"nuget: Name, 1.2.3\", the version may be left out.");
        }

        return new PackageName(parts[0], version);
    }

    public override string ToString() => Version == "*" ? Id : $"{Id} {Version}";

    [GeneratedRegex(@"^[\w.\-]+$")]
    private static partial Regex IdPattern();

    [GeneratedRegex(@"^[\w.\-+*]+$")]
    private static partial Regex VersionPattern();
}
