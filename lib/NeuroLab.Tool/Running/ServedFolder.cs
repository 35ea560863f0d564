namespace NeuroLab.Tool.Running;

/// <summary>Finds the folder of notebooks that is to be served.</summary>
internal static class ServedFolder
{
    /// <summary>The folder, and the page to begin with.</summary>
    /// <param name="path">A notebook, a folder of notebooks, a course (a folder that holds <c>notebooks/</c>), or a place that the course is to be written to.</param>
    /// <returns>The folder's full path; the page is null for the map.</returns>
    /// <exception cref="UsageException">It is a file that is no notebook.</exception>
    public static (string Folder, string? Page) Find(string path)
    {
        string full = Path.GetFullPath(path);
        if (File.Exists(full))
        {
            return NotebookFile.HasEnding(full, ".ipynb")
                ? (Path.GetDirectoryName(full)!, Path.GetFileNameWithoutExtension(full) + ".html")
                : throw new UsageException($"A notebook's file name ends in .ipynb, but {path} was given. Name a notebook, or a folder of them.");
        }

        if (NotebookFile.HasEnding(full, ".ipynb"))
            throw new UsageException($"There is no notebook {path}. Check the spelling; paths count from {Environment.CurrentDirectory}.");
        if (HoldsNotebooks(full))
            return (full, null);
        string within = CourseFolder.Notebooks(full);
        if (!HoldsNotebooks(within))
            CourseCopy.Write(full);
        return (within, null);
    }

    /// <summary>
    /// The course that the current folder belongs to; else the reader's own folder. The course as it is delivered is neither: it stays as
    /// it is, to compare with.
    /// </summary>
    /// <exception cref="UsageException">The reader's folder is not known, and nobody is there to be asked.</exception>
    public static string Own() =>
        CourseFolder.Above(Environment.CurrentDirectory) is { } here && here != CourseFolder.Delivered() ? here : ReaderFolder.Find();

    private static bool HoldsNotebooks(string folder) => Directory.Exists(folder) && Directory.EnumerateFiles(folder, "*.ipynb").Any();
}
