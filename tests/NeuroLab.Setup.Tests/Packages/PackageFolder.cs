using System.IO.Compression;
using System.Reflection;

namespace NeuroLab.Setup.Tests.Packages;

/// <summary>
/// The packages, packed from what was built, and a place to install them: with a packages folder and settings of its own, and no
/// source but these packages. What they need in turn comes from where this build's restore put it, so no network is used.
/// </summary>
public sealed class PackageFolder : IAsyncLifetime
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("neurolab-packages-");

    /// <summary>Where the packages lie.</summary>
    public string Packages => Path.Combine(folder.FullName, "packages");

    /// <summary>What makes a <c>dotnet</c> command keep to this folder.</summary>
    internal IReadOnlyDictionary<string, string> Environment => new Dictionary<string, string>
    {
        ["NUGET_PACKAGES"] = Path.Combine(folder.FullName, "installed"),
        ["DOTNET_CLI_HOME"] = Path.Combine(folder.FullName, "home"),
    };

    public async Task InitializeAsync()
    {
        foreach (string project in new[] { "NeuroLab", "NeuroLab.Charts", "NeuroLab.Tool" })
        {
            await Dotnet.RunAsync(Repository.Root, new Dictionary<string, string>(),
                "pack", $"lib/{project}", "-c", Dotnet.Configuration, "--no-build", "-o", Packages);
        }

        string restored = typeof(PackageFolder).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .Single(data => data.Key == "NuGetPackageRoot").Value!;
        await File.WriteAllTextAsync(Path.Combine(folder.FullName, "NuGet.config"),
            $"""
            <configuration>
              <packageSources><clear /><add key="packages" value="{Packages}" /></packageSources>
              <fallbackPackageFolders><clear /><add key="restored" value="{restored}" /></fallbackPackageFolders>
            </configuration>
            """);
    }

    public Task DisposeAsync()
    {
        folder.Delete(recursive: true);
        return Task.CompletedTask;
    }

    /// <summary>Makes a folder for a user's own things.</summary>
    public string Make(string name) => folder.CreateSubdirectory(name).FullName;

    /// <summary>Opens a package: <c>.nupkg</c>, or <c>.snupkg</c> with its symbols.</summary>
    public ZipArchive Open(string package, string extension = ".nupkg") => ZipFile.OpenRead(
        Directory.EnumerateFiles(Packages, $"{package}.*{extension}").Single(file => char.IsAsciiDigit(Path.GetFileName(file)[package.Length + 1])));
}
