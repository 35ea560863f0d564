using System.Diagnostics;

namespace NeuroLab.Course.Tests.Hosts;

/// <summary>The last tool of .NET Interactive that was published: the one that <c>.config/dotnet-tools.json</c> names.</summary>
internal static class PublishedTool
{
    private static readonly Lazy<string?> missing = new(Restore);

    /// <summary>Why tests on the tool are skipped; null where they run.</summary>
    public static string? SkipReason => missing.Value;

    /// <summary>What keeps it from asking questions and from telling its makers that it runs.</summary>
    public static IReadOnlyDictionary<string, string> Environment { get; } = new Dictionary<string, string>
    {
        ["DOTNET_INTERACTIVE_CLI_TELEMETRY_OPTOUT"] = "1",
        ["DOTNET_INTERACTIVE_SKIP_FIRST_TIME_EXPERIENCE"] = "1",
        ["DOTNET_NOLOGO"] = "1",
        ["DOTNET_TieredPGO"] = "0",
    };

    /// <summary>The arguments of <c>dotnet</c> that start it in this repository.</summary>
    public static string[] Arguments(params string[] more) => ["tool", "run", "dotnet-interactive", "--", .. more];

    private static string? Restore()
    {
        if (!Repository.HasPlotlyNet)
            return "This build has no Plotly.NET, which notebooks load on the tool as well.";
        (int code, string said, string errors) = Command.RunAsync(
            new ProcessStartInfo("dotnet", ["tool", "restore"]) { WorkingDirectory = Repository.Root }).GetAwaiter().GetResult();
        return code == 0 ? null : $"The tool of .NET Interactive could not be had: {(said + errors).Trim()}";
    }
}
