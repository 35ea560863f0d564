using System.Diagnostics;
using System.Reflection;

namespace NeuroLab.Setup.Tests;

/// <summary>Runs the <c>dotnet</c> command as a user would.</summary>
internal static class Dotnet
{
    /// <summary>The configuration that these tests, and so the libraries, were built in.</summary>
#if DEBUG
    public static string Configuration => "Debug";
#else
    public static string Configuration => "Release";
#endif

    /// <summary>Whether this build has Plotly.NET: not where it was switched off with <c>-p:Polyglot=false</c>.</summary>
    public static bool HasPlotlyNet { get; } =
        typeof(Dotnet).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(data => data.Key == "Polyglot").Value != "false";

    /// <summary>Runs it to its end and expects success.</summary>
    /// <returns>What was printed.</returns>
    public static async Task<string> RunAsync(string folder, IReadOnlyDictionary<string, string> environment, params string[] arguments)
    {
        ProcessStartInfo start = new("dotnet", arguments)
        {
            WorkingDirectory = folder,
            Environment =
            {
                ["DOTNET_NOLOGO"] = "1",
                ["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1",
                ["DOTNET_CLI_UI_LANGUAGE"] = "en",
            },
        };
        foreach ((string name, string value) in environment)
            start.Environment[name] = value;
        (int code, string output, string errors) = await Command.RunAsync(start);
        Assert.True(code == 0, $"dotnet {string.Join(' ', arguments)} ended with exit code {code} and printed\n{output}{errors}");
        return output + errors;
    }
}
