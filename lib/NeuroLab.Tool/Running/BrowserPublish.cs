using NeuroLab.Notebooks.Session.Directives;

namespace NeuroLab.Tool.Running;

/// <summary>Compiles the session for the browser. That needs the repository and an SDK, and is no part of the command's own build.</summary>
internal static class BrowserPublish
{
    private const int MostLines = 12;

    /// <summary>Compiles it, or what changed since it was compiled.</summary>
    /// <param name="root">The repository.</param>
    /// <param name="cancellation">Says that the user stopped it: a terminal then ends the compiler as well.</param>
    /// <returns>The folder of what was published.</returns>
    /// <exception cref="UsageException">It is not there, or can't be compiled.</exception>
    public static string Run(string root, CancellationToken cancellation)
    {
        string project = Path.Combine(root, "lib", "NeuroLab.Browser", "NeuroLab.Browser.csproj");
        if (!File.Exists(project))
        {
            throw new UsageException(
                "A site whose cells run in the browser is made from NeuroLab's repository, which is not here: this command was installed without it. " +
                "In a clone of the repository: dotnet run -c Release --project lib/NeuroLab.Tool -- site --live --output DIR");
        }

        // A publish leaves there what an earlier one put there, and all that is there becomes part of the site.
        string published = Path.Combine(root, "artifacts", "publish", "NeuroLab.Browser", "release");
        if (Directory.Exists(published))
            Directory.Delete(published, recursive: true);
        (int code, string printed) = DotnetCommand.Run(root, "publish", project, "-c", "Release", "--nologo", "-v:quiet", "-tl:off");
        cancellation.ThrowIfCancellationRequested();
        return code == 0
            ? Path.Combine(published, "wwwroot")
            : throw new UsageException(Reason(printed));
    }

    private static string Reason(string printed)
    {
        if (printed.Contains("No .NET SDKs were found", StringComparison.Ordinal))
            return "The session is compiled for the browser by the .NET 10 SDK, and this machine has none. Install it from https://dotnet.microsoft.com/download, and try again.";
        string[] lines = [.. printed.Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0).Distinct()];
        string[] errors = [.. lines.Where(line => line.Contains("error", StringComparison.OrdinalIgnoreCase))];
        return "The session could not be compiled for the browser. Nothing was written. dotnet publish lib/NeuroLab.Browser -c Release says:\n" +
            string.Join('\n', (errors.Length > 0 ? errors : lines).Take(MostLines));
    }
}
