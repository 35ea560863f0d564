namespace NeuroLab.Polyglot.Tests;

/// <summary>Where the course lies.</summary>
internal static class CourseFolder
{
    /// <summary>The top folder.</summary>
    public static string Root { get; } = Find();

    /// <summary>The folder of the notebooks.</summary>
    public static string Notebooks => Path.Combine(Root, "notebooks");

    private static string Find()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "notebooks", "setup.dib")))
                return folder.FullName;
        }

        throw new DirectoryNotFoundException($"There is no notebooks folder with a setup.dib above {AppContext.BaseDirectory}.");
    }
}
