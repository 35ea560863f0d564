namespace NeuroLab.Setup.Tests;

/// <summary>A package source that lacks Plotly.NET and .NET Interactive is enough for the course and for all other tests.</summary>
public sealed class PolyglotSwitchTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("false", false)]
    [InlineData("true", true)]
    public async Task The_solution_asks_for_Plotly_NET_and_NET_Interactive_unless_the_switch_is_off(string polyglot, bool asked)
    {
        await Dotnet.RunAsync(Repository.Root, new Dictionary<string, string>(),
            "msbuild", "NeuroLab.sln", "-t:Restore", $"-p:Polyglot={polyglot}", $"-p:ArtifactsPath={folder.Path}");

        string[] restored = [.. Directory.EnumerateFiles(folder.Path, "project.assets.json", SearchOption.AllDirectories)];
        Assert.Contains(restored, path => path.Contains("NeuroLab.Tool.Tests", StringComparison.Ordinal));
        foreach (string package in new[] { "\"Plotly.NET/", "\"Microsoft.DotNet.Interactive/" })
            Assert.Equal(asked, restored.Any(path => File.ReadAllText(path).Contains(package, StringComparison.Ordinal)));
    }
}
