namespace NeuroLab.Tests.Shared;

/// <summary>The clone that the tests were built in.</summary>
internal static class Repository
{
    /// <summary>Its top folder.</summary>
    public static string Root { get; } = Find();

    /// <summary>Whether Plotly.NET is built for notebooks to load: not where it was switched off with <c>-p:Polyglot=false</c>.</summary>
    public static bool HasPlotlyNet { get; } = File.Exists(At("artifacts/bin/NeuroLab.PlotlyNet/release/NeuroLab.PlotlyNet.dll"));

    /// <summary>The full path of a file or folder, written with slashes.</summary>
    public static string At(string path) => Path.GetFullPath(Path.Combine([Root, .. path.Split('/')]));

    /// <summary>The text of a file, with plain line ends.</summary>
    public static string Text(string path) => File.ReadAllText(At(path)).ReplaceLineEndings("\n");

    private static string Find()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "NeuroLab.sln")))
                return folder.FullName;
        }

        throw new DirectoryNotFoundException($"No NeuroLab.sln lies at or above {AppContext.BaseDirectory}.");
    }
}
