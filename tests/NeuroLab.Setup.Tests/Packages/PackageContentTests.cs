using System.IO.Compression;
using System.Text;
using System.Text.Json.Nodes;
using System.Xml.Linq;

namespace NeuroLab.Setup.Tests.Packages;

[Collection(nameof(PackageFolder))]
public sealed class PackageContentTests(PackageFolder packages)
{
    private const string Tools = "tools/net10.0/any/";

    [Theory]
    [InlineData("NeuroLab", "lib/net10.0/NeuroLab", "MathNet.Numerics", "StbImageSharp", "System.Numerics.Tensors")]
    [InlineData("NeuroLab.Charts", "lib/net10.0/NeuroLab.Charts", "NeuroLab", "MathNet.Numerics", "StbImageSharp", "System.Numerics.Tensors")]
    [InlineData("NeuroLab.Tool", Tools + "NeuroLab.Tool")]
    public void A_package_says_what_it_is_and_under_which_licence(string name, string assembly, params string[] dependencies)
    {
        using ZipArchive package = packages.Open(name);
        string[] entries = [.. package.Entries.Select(entry => entry.FullName)];
        Assert.All(["README.md", "icon.png", "LICENSE", "NOTICES.md", assembly + ".dll", assembly + ".xml"], file => Assert.Contains(file, entries));
        using ZipArchive symbols = packages.Open(name, ".snupkg");
        Assert.Contains(symbols.Entries, entry => entry.FullName == assembly + ".pdb");

        XElement metadata = XDocument.Load(package.GetEntry(name + ".nuspec")!.Open()).Root!.Elements().Single();
        Assert.Equal("MIT", Value("license"));
        Assert.Equal("icon.png", Value("icon"));
        Assert.Equal("README.md", Value("readme"));
        Assert.NotEmpty(Value("description"));
        Assert.Equal(dependencies.Order(), metadata.Descendants().Where(element => element.Name.LocalName == "dependency")
            .Select(element => element.Attribute("id")!.Value).Order());

        string Value(string element) => metadata.Elements().Single(child => child.Name.LocalName == element).Value;
    }

    [ReleaseTheory]
    [InlineData("NeuroLab")]
    [InlineData("NeuroLab.Charts")]
    [InlineData("NeuroLab.Tool")]
    public void A_released_assembly_names_no_path_of_the_machine_it_was_built_on(string name)
    {
        using ZipArchive package = packages.Open(name);
        ZipArchiveEntry[] own = [.. package.Entries.Where(entry => entry.Name.StartsWith("NeuroLab", StringComparison.Ordinal) && entry.Name.EndsWith(".dll", StringComparison.Ordinal))];
        Assert.NotEmpty(own);
        Assert.All(own, entry => Assert.Equal(-1, Bytes(entry).AsSpan().IndexOf(Encoding.UTF8.GetBytes(Repository.Root))));
    }

    [Fact]
    public void The_tool_brings_its_worker_and_the_whole_course()
    {
        using ZipArchive package = packages.Open("NeuroLab.Tool");
        string[] entries = [.. package.Entries.Select(entry => entry.FullName)];
        string[] notebooks = [.. Directory.EnumerateFiles(Repository.At("notebooks"), "*.ipynb").Select(file => Path.GetFileName(file))];
        Assert.Contains(Tools + "NeuroLab.Worker.dll", entries);
        Assert.Contains(Tools + "NeuroLab.Worker.runtimeconfig.json", entries);
        Assert.All(["setup.dib", .. notebooks], file => Assert.Contains(Tools + "course/notebooks/" + file, entries));
        Assert.All(["optdigits.csv", "iris.csv"], file => Assert.Contains(Tools + "datasets/" + file, entries));
        Assert.All(["NeuroLab.PlotlyNet.dll", "Plotly.NET.CSharp.dll", "FSharp.Core.dll", "Apache-2.0.txt"], file =>
            Assert.Equal(Dotnet.HasPlotlyNet, entries.Contains(Tools + "libraries/" + file)));
    }

    [Fact]
    public void Everything_of_others_is_attributed()
    {
        string notices = Repository.Text("NOTICES.md");
        using ZipArchive tool = packages.Open("NeuroLab.Tool");
        JsonObject libraries = JsonNode.Parse(tool.GetEntry(Tools + "NeuroLab.Tool.deps.json")!.Open())!["targets"]!.AsObject().Single().Value!.AsObject();
        string[] names = [.. libraries.Where(library => library.Value!["runtime"] is not null)
            .Select(library => library.Key.Split('/')[0])
            .Concat(tool.Entries.Where(entry => entry.FullName.StartsWith(Tools + "libraries/", StringComparison.Ordinal) && entry.Name.EndsWith(".dll", StringComparison.Ordinal))
                .Select(entry => Path.GetFileNameWithoutExtension(entry.Name)))
            .Where(name => !name.StartsWith("NeuroLab", StringComparison.Ordinal))];
        Assert.Contains("Markdig", names);
        string[] scripts = [.. new[] { "NeuroLab.Charts", "NeuroLab.Site" }.SelectMany(project =>
            JsonNode.Parse(Repository.Text($"lib/{project}/package.json"))!["dependencies"]!.AsObject().Select(script => script.Key))];
        string[] data = [.. Directory.EnumerateFiles(Repository.At("datasets"), "*.csv").Select(file => Path.GetFileName(file))];
        Assert.All([.. names, .. scripts, .. data], name => Assert.True(IsNamed(notices, name), $"NOTICES.md does not name {name}."));
    }

    // A name such as Microsoft.CodeAnalysis.* stands for all packages that begin with it.
    private static bool IsNamed(string notices, string name) =>
        notices.Contains(name, StringComparison.Ordinal)
        || Enumerable.Range(1, name.Length - 1).Any(end => name[end] == '.' && notices.Contains(name[..end] + ".*", StringComparison.Ordinal));

    private static byte[] Bytes(ZipArchiveEntry entry)
    {
        using MemoryStream bytes = new();
        using Stream stream = entry.Open();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }
}
