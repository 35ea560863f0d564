using System.IO.Compression;
using System.Reflection;

namespace NeuroLab.Setup.Tests.Packages;

/// <summary>
/// The packages, packed from what was built, and a place to install them: with a packages folder and settings of its own, and no
/// source but these packages. What they need in turn comes from where this build's restore put it, so no network is used.
/// </summary>
public sealed class PackageFolder : IAsyncLifetime, IDisposable
{
    private readonly TemporaryFolder folder = new();

    /// <summary>Where the packages lie.</summary>
    public string Packages => folder.At("packages");

    /// <summary>What makes a <c>dotnet</c> command keep to this folder.</summary>
    internal IReadOnlyDictionary<string, string> Environment => new Dictionary<string, string>
    {
        ["NUGET_PACKAGES"] = folder.At("installed"),
        ["DOTNET_CLI_HOME"] = folder.At("home"),
    };

    public async Task InitializeAsync()
    {
        foreach (string project in new[] { "NeuroLab", "NeuroLab.Charts", "NeuroLab.Tool" })
        {
            await Dotnet.RunAsync(Repository.Root, new Dictionary<string, string>(),
                "pack", $"lib/{project}", "-c", Dotnet.Configuration, "--no-build", $"-p:Polyglot={(Dotnet.HasPlotlyNet ? "true" : "false")}", "-o", Packages);
        }

        string restored = typeof(PackageFolder).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .Single(data => data.Key == "NuGetPackageRoot").Value!;
        folder.Write("NuGet.config",
            $"""
            <configuration>
              <packageSources><clear /><add key="packages" value="{Packages}" /></packageSources>
              <fallbackPackageFolders><clear /><add key="restored" value="{restored}" /></fallbackPackageFolders>
            </configuration>
            """);
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => folder.Dispose();

    /// <summary>Makes a folder for a user's own things.</summary>
    public string Make(string name) => Directory.CreateDirectory(folder.At(name)).FullName;

    /// <summary>Opens a package: <c>.nupkg</c>, or <c>.snupkg</c> with its symbols.</summary>
    public ZipArchive Open(string package, string extension = ".nupkg") => ZipFile.OpenRead(
        Directory.EnumerateFiles(Packages, $"{package}.*{extension}").Single(file => char.IsAsciiDigit(Path.GetFileName(file)[package.Length + 1])));
}
