namespace NeuroLab.Data;

/// <summary>Finds the <c>datasets</c> folder, from wherever a notebook or a program was started.</summary>
internal static class DatasetFiles
{
    /// <summary>The environment variable that names the folder outright.</summary>
    internal const string Variable = "NEUROLAB_DATASETS";

    /// <summary>The path of a file.</summary>
    /// <param name="files">Its name, and other names it may have.</param>
    /// <param name="remedy">What to do where it is missing, besides looking in the right folder.</param>
    internal static string Find(IReadOnlyList<string> files, string remedy = "") =>
        Find(files, remedy, Environment.GetEnvironmentVariable(Variable), Directory.GetCurrentDirectory(), AppContext.BaseDirectory, LibraryFolder());

    /// <summary>The path of a file: in the folder named, else in the nearest <c>datasets</c> at or above one of the starting points.</summary>
    internal static string Find(IReadOnlyList<string> files, string remedy, string? named, params IReadOnlyList<string?> startingPoints)
    {
        bool isNamed = !string.IsNullOrWhiteSpace(named);
        string[] folders = Candidates(named, startingPoints);
        foreach (string path in folders.SelectMany(folder => files.Select(file => Path.Combine(folder, file))))
        {
            if (File.Exists(path))
                return path;
        }
        string where = isNamed
            ? $"The environment variable {Variable} names that folder: correct or remove it."
            : $"Start from within the course's folder, or set the environment variable {Variable} to the folder that holds it.";
        throw new FileNotFoundException($"The data file {string.Join(" or ", files)} was not found. Looked in: {string.Join(", ", folders)}. {(remedy.Length > 0 ? remedy + " " : "")}{where}", files[0]);
    }

    /// <summary>The folder that further files belong into.</summary>
    internal static string Folder() =>
        Folder(Environment.GetEnvironmentVariable(Variable), Directory.GetCurrentDirectory(), AppContext.BaseDirectory, LibraryFolder());

    /// <summary>The folder named, else the nearest one that holds the course's own data, else the nearest.</summary>
    internal static string Folder(string? named, params IReadOnlyList<string?> startingPoints)
    {
        string[] folders = Candidates(named, startingPoints);
        return !string.IsNullOrWhiteSpace(named) ? Path.GetFullPath(named)
            : folders.FirstOrDefault(folder => File.Exists(Path.Combine(folder, "optdigits.csv")))
            ?? folders.FirstOrDefault(Directory.Exists)
            ?? throw new DirectoryNotFoundException($"No datasets folder was found. Looked for: {string.Join(", ", folders)}. Start from within the course's folder, or set the environment variable {Variable} to the folder that is to hold the data.");
    }

    private static string[] Candidates(string? named, IEnumerable<string?> startingPoints) => !string.IsNullOrWhiteSpace(named)
        ? [named]
        : [.. startingPoints.SelectMany(SelfAndAbove).Select(folder => Path.Combine(folder, "datasets")).Distinct()];

    private static IEnumerable<string> SelfAndAbove(string? start)
    {
        for (DirectoryInfo? folder = start is null ? null : new DirectoryInfo(start); folder is not null; folder = folder.Parent)
            yield return folder.FullName;
    }

    // Loaded by a notebook, the library lies in the course's folder while the program that runs the notebook does not.
    private static string? LibraryFolder() => Path.GetDirectoryName(typeof(DatasetFiles).Assembly.Location) is { Length: > 0 } folder ? folder : null;
}
