namespace NeuroLab.Setup.Tests;

/// <summary>A package source that lacks Plotly.NET and .NET Interactive is enough for the course and for all other tests.</summary>
public sealed class PolyglotSwitchTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task The_solution_asks_for_Plotly_NET_and_NET_Interactive_unless_the_switch_is_off()
    {
        await Dotnet.RunAsync(Repository.Root, new Dictionary<string, string>(),
            "msbuild", "NeuroLab.sln", "-t:Restore", "-p:Polyglot=false", $"-p:ArtifactsPath={folder.Path}");

        AssertAsked(false, folder.Path);
        // What this build itself has asked for.
        if (Dotnet.HasPlotlyNet)
            AssertAsked(true, Repository.At("artifacts/obj"));
    }

    private static void AssertAsked(bool asked, string artifacts)
    {
        string[] restored = [.. Directory.EnumerateFiles(artifacts, "project.assets.json", SearchOption.AllDirectories)];
        Assert.Contains(restored, path => path.Contains("NeuroLab.Tool.Tests", StringComparison.Ordinal));
        foreach (string package in new[] { "\"Plotly.NET/", "\"Microsoft.DotNet.Interactive/" })
            Assert.Equal(asked, restored.Any(path => File.ReadAllText(path).Contains(package, StringComparison.Ordinal)));
    }
}
