namespace NeuroLab.Tests.Golden;

/// <summary>The folder of the reference cases: the one that NEUROLAB_GOLDEN names, else the copy kept with the tests.</summary>
internal static class GoldenFolder
{
    internal const string Variable = "NEUROLAB_GOLDEN";

    internal static bool IsOurs => string.IsNullOrEmpty(Environment.GetEnvironmentVariable(Variable));

    internal static string Path => IsOurs
        ? System.IO.Path.Combine(AppContext.BaseDirectory, "Golden", "cases")
        : Environment.GetEnvironmentVariable(Variable)!;

    internal static string[] Files => Directory.Exists(Path) ? [.. Directory.GetFiles(Path, "*.json").Order(StringComparer.Ordinal)] : [];
}
