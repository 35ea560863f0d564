namespace NeuroLab.Data;

/// <summary>Finds the <c>datasets</c> folder, from wherever a notebook or a program was started.</summary>
internal static class DatasetFiles
{
    /// <summary>The environment variable that names the folder outright.</summary>
    internal const string Variable = "NEUROLAB_DATASETS";

    internal static string Find(string file) =>
        Find(file, Environment.GetEnvironmentVariable(Variable), Directory.GetCurrentDirectory(), AppContext.BaseDirectory, LibraryFolder());

    /// <summary>The path of a file: in the folder named, else in the nearest <c>datasets</c> at or above one of the starting points.</summary>
    internal static string Find(string file, string? named, params IReadOnlyList<string?> startingPoints)
    {
        List<string> tried = [];
        IEnumerable<string> folders = string.IsNullOrWhiteSpace(named)
            ? startingPoints.SelectMany(SelfAndAbove).Select(folder => Path.Combine(folder, "datasets"))
            : [named];
        foreach (string folder in folders.Distinct())
        {
            string path = Path.Combine(folder, file);
            if (File.Exists(path))
                return path;
            tried.Add(folder);
        }
        string remedy = string.IsNullOrWhiteSpace(named)
            ? $"Start from within the course's folder, or set the environment variable {Variable} to the folder that holds it."
            : $"The environment variable {Variable} names that folder: correct or remove it.";
        throw new FileNotFoundException($"The data file {file} was not found. Looked in: {string.Join(", ", tried)}. {remedy}", file);
    }

    private static IEnumerable<string> SelfAndAbove(string? start)
    {
        for (DirectoryInfo? folder = start is null ? null : new DirectoryInfo(start); folder is not null; folder = folder.Parent)
            yield return folder.FullName;
    }

    // Loaded by a notebook, the library lies in the course's folder while the program that runs the notebook does not.
    private static string? LibraryFolder() => Path.GetDirectoryName(typeof(DatasetFiles).Assembly.Location) is { Length: > 0 } folder ? folder : null;
}
