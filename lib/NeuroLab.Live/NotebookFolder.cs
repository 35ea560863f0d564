namespace NeuroLab.Live;

/// <summary>The notebooks of one folder, by the names of their files. Nothing else of the disk can be named.</summary>
/// <param name="folder">The folder.</param>
internal sealed class NotebookFolder(string folder)
{
    /// <summary>The folder's full path.</summary>
    public string Path { get; } = System.IO.Path.GetFullPath(folder);

    /// <summary>The full paths of the notebooks, in order. A link that leads out of the folder is none.</summary>
    public IReadOnlyList<string> Files() => Directory.Exists(Path)
        ? [.. Directory.EnumerateFiles(Path, "*.ipynb").Where(IsOwn).Order(StringComparer.Ordinal)]
        : [];

    /// <summary>The full path of a notebook; null where the folder has none of this name.</summary>
    /// <param name="name">A file name, as a request has it. It is looked up among the names that are there, and is never made part of a path.</param>
    public string? Find(string? name) => Files().FirstOrDefault(file => System.IO.Path.GetFileName(file) == name);

    private bool IsOwn(string file) =>
        new FileInfo(file).ResolveLinkTarget(returnFinalTarget: true) is not { } target
        || System.IO.Path.GetDirectoryName(target.FullName) == Path;
}
