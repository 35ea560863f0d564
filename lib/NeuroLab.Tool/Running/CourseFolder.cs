namespace NeuroLab.Tool.Running;

/// <summary>Finds the course: the folder that holds <c>notebooks/</c>.</summary>
internal static class CourseFolder
{
    /// <summary>Looks upwards from the current folder, then from the command's own.</summary>
    /// <exception cref="UsageException">There is no course in either place.</exception>
    public static string Find() =>
        Above(Environment.CurrentDirectory) ?? Above(AppContext.BaseDirectory)
        ?? throw new UsageException(
            $"No course was found: neither {Environment.CurrentDirectory} nor a folder above it holds notebooks/*.ipynb. " +
            "Change to the course's folder, make one with neurolab new my-course, or name notebooks: neurolab run PATH");

    /// <summary>The folder of the notebooks.</summary>
    public static string Notebooks(string root) => Path.Combine(root, "notebooks");

    /// <summary>The course as it is delivered, in the command's package or the repository that it was built in; null where there is none.</summary>
    public static string? Delivered()
    {
        string packaged = Path.Combine(AppContext.BaseDirectory, "course");
        return Directory.Exists(packaged) ? packaged : Above(AppContext.BaseDirectory);
    }

    /// <summary>The nearest course at or above a folder; null where there is none.</summary>
    public static string? Above(string folder)
    {
        for (DirectoryInfo? at = new(folder); at is not null; at = at.Parent)
        {
            string notebooks = Notebooks(at.FullName);
            if (Directory.Exists(notebooks) && Directory.EnumerateFiles(notebooks, "*.ipynb").Any())
                return at.FullName;
        }

        return null;
    }
}
