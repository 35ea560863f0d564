using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using NeuroLab.Notebooks.Writing;

namespace NeuroLab.Notebooks.Session.Directives;

/// <summary>Gets packages by a real restore of a project made for them, once for each set of packages and user.</summary>
/// <param name="folder">The notebook's folder; a NuGet.config found from there up is heeded.</param>
/// <param name="progress">Told while a restore runs.</param>
internal sealed class PackageRestore(string folder, Action<string> progress)
{
    private const string Remedy = "Restored packages are noted there: let your home be a folder that you may write to, and start the session again.";

    private static readonly JsonSerializerOptions Json = new() { RespectRequiredConstructorParameters = true };

    private readonly List<PackageName> packages = [];
    private readonly List<string> sources = [];

    /// <summary>Whether the session has the package already, in any version.</summary>
    public bool Contains(PackageName package) =>
        packages.Any(known => known.Id.Equals(package.Id, StringComparison.OrdinalIgnoreCase));

    /// <summary>Has packages looked for in one place more.</summary>
    /// <param name="source">A folder, taken from the notebook's, or an address.</param>
    /// <exception cref="CellFailedException">It is neither.</exception>
    public void AddSource(string source)
    {
        bool isAddress = Uri.TryCreate(source, UriKind.Absolute, out Uri? address) && address.Scheme is "https" or "http";
        string place = isAddress ? source : Path.GetFullPath(Path.Combine(folder, source));
        if (source.Length == 0 || place.Contains(';', StringComparison.Ordinal) || !(isAddress || Directory.Exists(place)))
        {
            throw CellFailedException.Because("SourceNotFound",
                $"#i \"nuget:{source}\": a package source is an address that begins with https:// or a folder that exists, as in #i \"nuget:my-packages\".");
        }

        if (!sources.Contains(place))
            sources.Add(place);
    }

    /// <summary>Restores all packages so far and one more together, so that their versions fit.</summary>
    /// <exception cref="CellFailedException">The package cannot be had, or what is restored cannot be kept.</exception>
    public RestoredPackages Restore(PackageName package)
    {
        string text = ProjectOf([.. packages, package]);
        RestoredPackages? restored = null;
        try
        {
            string data = UserFolder.Find(Environment.SpecialFolder.LocalApplicationData, Remedy);
            string key = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..16];
            OutputPlace place = OutputPlace.Of(Path.Combine(data, "neurolab", "packages", key), Remedy);
            place.Try(() => restored = RestoreIn(place.Path, text, package));
        }
        catch (OutputException refused)
        {
            throw CellFailedException.Because("PackageNotKept", $"#r \"nuget: {package}\": {refused.Message}");
        }

        packages.Add(package);
        return restored!;
    }

    private RestoredPackages RestoreIn(string cache, string text, PackageName package)
    {
        string known = Path.Combine(cache, "files.json");
        if (ReadKnown(known) is { } before && before.AllExist())
            return before;
        progress($"Restoring the package {package} ...");
        string project = WriteProject(cache, text);
        (int exitCode, string printed) = DotnetCommand.Run(cache, "restore", project, "--nologo", "-v:quiet", "-tl:off");
        if (exitCode != 0)
            throw CellFailedException.Because("PackageNotFound", RestoreFailure.Describe(package, printed));
        RestoredPackages restored = RestoredPackages.Read(Path.Combine(cache, "obj", "project.assets.json"));
        string temporary = $"{known}.{Environment.ProcessId}";
        File.WriteAllText(temporary, JsonSerializer.Serialize(restored, Json));
        File.Move(temporary, known, overwrite: true);
        progress($"The package {package} is there.");
        return restored;
    }

    private static RestoredPackages? ReadKnown(string file)
    {
        try
        {
            return File.Exists(file) ? JsonSerializer.Deserialize<RestoredPackages>(File.ReadAllText(file), Json) : null;
        }
        catch (JsonException)
        {
            // It is damaged, or an earlier version noted less.
            return null;
        }
    }

    private string ProjectOf(IReadOnlyList<PackageName> all)
    {
        string references = string.Join("\n", all.Select(package => $"""    <PackageReference Include="{package.Id}" Version="{package.Version}" />"""));
        return $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <TargetFramework>net{Environment.Version.Major}.0</TargetFramework>
                <RuntimeIdentifier>{System.Runtime.InteropServices.RuntimeInformation.RuntimeIdentifier}</RuntimeIdentifier>
                <SelfContained>false</SelfContained>
                <RestoreRootConfigDirectory>{System.Security.SecurityElement.Escape(folder)}</RestoreRootConfigDirectory>
                <RestoreAdditionalProjectSources>{System.Security.SecurityElement.Escape(string.Join(';', sources))}</RestoreAdditionalProjectSources>
                <NuGetAudit>false</NuGetAudit>
              </PropertyGroup>
              <ItemGroup>
            {references}
              </ItemGroup>
            </Project>
            """;
    }

    private static string WriteProject(string cache, string text)
    {
        string project = Path.Combine(cache, "packages.csproj");
        Directory.CreateDirectory(cache);
        // Empty files of these names keep settings of folders above from reaching in.
        foreach (string name in new[] { "Directory.Build.props", "Directory.Build.targets", "Directory.Packages.props" })
            File.WriteAllText(Path.Combine(cache, name), "<Project />");
        File.WriteAllText(project, text);
        return project;
    }
}
