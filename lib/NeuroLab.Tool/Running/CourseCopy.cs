using NeuroLab.Notebooks.Writing;

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
    /// <exception cref="UsageException">There is no course to copy.</exception>
    /// <exception cref="OutputException">The folder holds something already, or can't be written.</exception>
    public static int Write(string folder)
    {
        (string root, string readme, string datasets) = Sources();
        string notebooks = CourseFolder.Notebooks(root);
        string[] sheets = [.. Directory.EnumerateFiles(notebooks, "*.ipynb")];
        StagedFolder.Write(folder, "Name another folder. For example: neurolab new my-course", isReplaceable: false, write: staging =>
        {
            Copy(Path.Combine(staging, "notebooks"), [.. sheets, .. Directory.EnumerateFiles(notebooks, "*.dib"), .. Directory.EnumerateFiles(notebooks, "*.md")]);
            Copy(Path.Combine(staging, "datasets"), [.. Directory.EnumerateFiles(datasets, "*.csv"), .. Directory.EnumerateFiles(datasets, "README.md")]);
            Copy(Path.Combine(staging, "docs"), [Path.Combine(root, "docs", "teaching.md")]);
            Copy(staging, [readme]);
        });
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
