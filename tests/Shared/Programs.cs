namespace NeuroLab.Tests.Shared;

/// <summary>The programs of this machine.</summary>
internal static class Programs
{
    /// <summary>The first place in PATH that has a program; null where there is none.</summary>
    /// <param name="names">The names it may have, such as <c>node</c> and <c>node.exe</c>.</param>
    internal static string? Find(params string[] names) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
            .Where(folder => folder.Length > 0)
            .SelectMany(folder => names.Select(name => Path.Combine(folder, name)))
            .FirstOrDefault(File.Exists);
}
