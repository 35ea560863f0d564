using System.Diagnostics;
using System.IO.Compression;
using System.Reflection;
using System.Xml.Linq;
using Microsoft.DotNet.Interactive;
using NeuroLab.Polyglot.Kernels;

namespace NeuroLab.Polyglot.Tests.Kernels;

/// <summary>The package as .NET Interactive looks at it.</summary>
public sealed class PackageTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Its_extension_lies_where_NET_Interactive_looks_and_can_be_loaded_from_there()
    {
        string package = await PackAsync();
        using ZipArchive archive = await ZipFile.OpenReadAsync(package);
        ZipArchiveEntry[] extensions = [.. archive.Entries.Where(entry => entry.FullName.StartsWith("interactive-extensions/dotnet/", StringComparison.Ordinal))];
        string file = folder.At("extension.dll");
        await Assert.Single(extensions).ExtractToFileAsync(file);

        // As .NET Interactive does: every public class of the assembly that is an extension.
        Assembly assembly = Assembly.Load(AssemblyName.GetAssemblyName(file));
        Type extension = Assert.Single(assembly.ExportedTypes, type => typeof(IKernelExtension).IsAssignableFrom(type) && !type.IsAbstract);
        using PolyglotKernel kernel = new();
        await ((IKernelExtension)Activator.CreateInstance(extension)!).OnLoadAsync(kernel.Composite);

        Assert.Equal(typeof(NeuroLabExtension), extension);
        Assert.Equal(await File.ReadAllBytesAsync(typeof(NeuroLabExtension).Assembly.Location), await File.ReadAllBytesAsync(file));
        Assert.Single(await kernel.RunAsync("#!shapes"));
    }

    [Fact]
    public async Task It_asks_for_the_charts_and_for_Plotly_NET()
    {
        using ZipArchive archive = await ZipFile.OpenReadAsync(await PackAsync());
        await using Stream nuspec = await archive.GetEntry("NeuroLab.Polyglot.nuspec")!.OpenAsync();
        XElement root = XElement.Load(nuspec);

        string[] dependencies = [.. root.Descendants().Where(element => element.Name.LocalName == "dependency").Select(element => (string)element.Attribute("id")!)];
        Assert.Contains("NeuroLab.Charts", dependencies);
        Assert.Contains("Plotly.NET", dependencies);
    }

    private async Task<string> PackAsync()
    {
        string project = Repository.At("lib/NeuroLab.Polyglot");
        (int code, string said, _) = await Command.RunAsync(new ProcessStartInfo("dotnet",
            ["pack", project, "-c", "Release", "--no-build", "--nologo", "-o", folder.Path]));
        Assert.True(code == 0, said);
        return Directory.EnumerateFiles(folder.Path, "NeuroLab.Polyglot.*.nupkg").Single(file => !file.Contains(".symbols.", StringComparison.Ordinal));
    }
}
