namespace NeuroLab.Notebooks.Session.Directives;

/// <summary>Finds the files that cells and imported files name.</summary>
internal static class CellPath
{
    public const string Rule = "Relative paths are taken from the notebook's folder";

    /// <summary>
    /// The whole path. As in Polyglot Notebooks a relative one is taken from the notebook's folder, in imported files too; where there
    /// is no such file, from the folder of the file that names it, as scripts have it.
    /// </summary>
    /// <param name="name">The path as it was written.</param>
    /// <param name="folder">The notebook's folder.</param>
    /// <param name="beside">The folder of the file that names it; null for a cell.</param>
    public static string Find(string name, string folder, string? beside)
    {
        name = name.Replace('\\', '/');
        string usual = Path.GetFullPath(Path.Combine(folder, name));
        return beside is not null && !File.Exists(usual) && Path.GetFullPath(Path.Combine(beside, name)) is string near && File.Exists(near)
            ? near
            : usual;
    }
}
