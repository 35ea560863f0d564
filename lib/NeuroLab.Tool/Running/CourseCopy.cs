namespace NeuroLab.Tool.Running;

/// <summary>Copies the course: from the command's own package, or from the repository that it was built in.</summary>
internal static class CourseCopy
{
    /// <summary>
    /// Writes notebooks, <c>setup.dib</c>, map, glossary, the data that ships with the course, the page for teachers, and how to use
    /// the command into a folder.
    /// </summary>
    /// <param name="folder">Where to; made where it is missing.</param>
    /// <returns>The number of notebooks.</returns>
    /// <exception cref="UsageException">The folder holds something already, or there is no course to copy.</exception>
    /// <exception cref="IOException">A file can't be written.</exception>
    public static int Write(string folder)
    {
        if (string.IsNullOrWhiteSpace(folder) || File.Exists(folder))
            throw new UsageException($"neurolab new takes a folder, but \"{folder}\" is {(File.Exists(folder) ? "a file" : "empty")}. For example: neurolab new my-course");
        if (Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any())
            throw new UsageException($"The folder {folder} is not empty, and nothing in it is written over. Name a new folder.");

        (string root, string readme, string datasets) = Sources();
        string notebooks = CourseFolder.Notebooks(root);
        string[] sheets = [.. Directory.EnumerateFiles(notebooks, "*.ipynb")];
        Copy(Path.Combine(folder, "notebooks"), [.. sheets, .. Directory.EnumerateFiles(notebooks, "*.dib"), .. Directory.EnumerateFiles(notebooks, "*.md")]);
        Copy(Path.Combine(folder, "datasets"), [.. Directory.EnumerateFiles(datasets, "*.csv"), .. Directory.EnumerateFiles(datasets, "README.md")]);
        Copy(Path.Combine(folder, "docs"), [Path.Combine(root, "docs", "teaching.md")]);
        Copy(folder, [readme]);
        return sheets.Length;
    }

    private static (string Root, string Readme, string Datasets) Sources()
    {
        string packaged = Path.Combine(AppContext.BaseDirectory, "course");
        if (Directory.Exists(packaged))
            return (packaged, Path.Combine(packaged, "README.md"), Path.Combine(AppContext.BaseDirectory, "datasets"));
        string root = CourseFolder.Above(AppContext.BaseDirectory)
            ?? throw new UsageException("This copy of neurolab holds no course. Install it again: dotnet tool install --global NeuroLab.Tool");
        return (root, Path.Combine(root, "lib", "NeuroLab.Tool", "README.md"), Path.Combine(root, "datasets"));
    }

    private static void Copy(string folder, IEnumerable<string> files)
    {
        Directory.CreateDirectory(folder);
        foreach (string file in files)
            File.WriteAllBytes(Path.Combine(folder, Path.GetFileName(file)), File.ReadAllBytes(file));
    }
}
