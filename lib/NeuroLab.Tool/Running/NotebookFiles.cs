namespace NeuroLab.Tool.Running;

/// <summary>Finds and reads the notebooks that the user named.</summary>
internal static class NotebookFiles
{
    /// <summary>Reads the notebooks: files as they are, folders by name. Each notebook counts once, and one that can't be read is among them with its problem.</summary>
    /// <param name="paths">What the user named; nothing means the course.</param>
    /// <param name="takesDib">Whether a <c>.dib</c> may be named. Folders hold such files to be imported, so there they are passed over.</param>
    /// <exception cref="UsageException">A path is missing, no notebook, or a folder without any.</exception>
    public static IReadOnlyList<NotebookFile> Find(IReadOnlyList<string> paths, bool takesDib = false)
    {
        if (paths.Count == 0)
            paths = [CourseFolder.Notebooks(CourseFolder.Find())];
        return [.. paths.SelectMany(path => Expand(path, takesDib)).DistinctBy(Path.GetFullPath).Select(NotebookFile.Read)];
    }

    /// <summary>Reads the notebooks, to run them.</summary>
    /// <param name="paths">What the user named; nothing means the course.</param>
    /// <exception cref="UsageException">A path is missing, no notebook, or a folder without any; or none of the notebooks can be run.</exception>
    public static IReadOnlyList<NotebookFile> FindToRun(IReadOnlyList<string> paths)
    {
        NotebookFile[] found = [.. Find(paths, takesDib: true).Select(notebook => notebook.ToRun())];
        return found.Any(notebook => notebook.Document is not null)
            ? found
            : throw new UsageException(string.Join('\n', found.Select(notebook => notebook.Problem)));
    }

    /// <summary>Makes sure that the notebooks can lie in one folder.</summary>
    /// <exception cref="UsageException">Two have the same file name.</exception>
    public static void CheckNamesDiffer(IEnumerable<NotebookFile> notebooks)
    {
        if (notebooks.GroupBy(notebook => notebook.Name, StringComparer.OrdinalIgnoreCase).FirstOrDefault(group => group.Count() > 1) is { } same)
        {
            throw new UsageException(
                $"--output puts all notebooks into one folder, but {string.Join(" and ", same.Select(notebook => notebook.Path))} " +
                "have the same file name. Run them one by one, or rename one.");
        }
    }

    private static string[] Expand(string path, bool takesDib)
    {
        if (Directory.Exists(path))
        {
            string[] found = [.. Directory.EnumerateFiles(path, "*.ipynb").Order(StringComparer.Ordinal)];
            return found.Length > 0
                ? found
                : throw new UsageException($"The folder {path} holds no notebooks (*.ipynb). Name another folder, or a notebook.");
        }

        if (!File.Exists(path) && path.StartsWith('-'))
            throw new UsageException($"There is no option {path}. See: neurolab run --help");
        if (!File.Exists(path))
            throw new UsageException($"There is no file or folder {path}. Check the spelling; paths count from {Environment.CurrentDirectory}.");
        return NotebookFile.HasEnding(path, ".ipynb") || (takesDib && NotebookFile.HasEnding(path, NotebookFile.Dib))
            ? [path]
            : throw new UsageException($"A notebook's file name ends in .ipynb{(takesDib ? " or .dib" : "")}, but {path} was given. Name a notebook, or a folder of them.");
    }
}
