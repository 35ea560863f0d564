using NeuroLab.Notebooks.Session;

namespace NeuroLab.Notebooks.Tests.Session;

public sealed class PackageDirectiveTests
{
    // The test project itself restored this package, so it is on the machine also where there is no network.
    private const string Package = "#r \"nuget: FsCheck, 3.6.0\"";

    [Fact]
    public async Task A_package_is_restored_with_what_it_needs_and_used()
    {
        await using CellLab lab = new();
        Assert.Equal("FsCheck", await lab.TextAsync(Package + "\ntypeof(FsCheck.Config).Assembly.GetName().Name", 120));
        Assert.Equal("Config", await lab.TextAsync(Package + "\nusing FsCheck;\nConfig.Quick.GetType()"));
        int notes = lab.Notes.Count;
        await using CellLab again = new();
        await again.TextAsync(Package);
        Assert.True(notes is 0 or 2, "Progress is told where a restore was needed.");
        Assert.Empty(again.Notes);
    }

    [Fact]
    public async Task A_package_that_cannot_be_had_is_named_with_what_to_do()
    {
        await using CellLab lab = new();
        CellError error = await lab.ErrorAsync("#r \"nuget: NeuroLab.No.Such.Package, 9.9.9\"\n1", 120);
        Assert.Contains("NeuroLab.No.Such.Package 9.9.9 cannot be had", error.Message, StringComparison.Ordinal);
        Assert.Contains("dotnet nuget list source", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("://", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_source_named_in_the_notebook_is_asked_as_well()
    {
        using TemporaryFolder folder = new();
        Directory.CreateDirectory(folder.At("my-packages"));
        string name = "NeuroLab.Trial.P" + Guid.NewGuid().ToString("n");
        WritePackage(folder.At($"my-packages/{name}.1.0.0.nupkg"), name);
        await using CellLab lab = new(folder.Path);
        await lab.ErrorAsync($"#r \"nuget: {name}, 1.0.0\"", 120);
        Assert.Equal("Guten Tag, hello", await lab.TextAsync(
            $"#i \"nuget:my-packages\"\n#r \"nuget: {name}, 1.0.0\"\nGreeting.In(\"de-AT\") + \", \" + Greeting.In(\"fr\")", 120));
    }

    private static void WritePackage(string path, string name)
    {
        using var archive = System.IO.Compression.ZipFile.Open(path, System.IO.Compression.ZipArchiveMode.Create);
        using (StreamWriter writer = new(archive.CreateEntry(name + ".nuspec").Open()))
        {
            writer.Write($"<package><metadata><id>{name}</id><version>1.0.0</version><authors>test</authors><description>test</description></metadata></package>");
        }

        foreach ((string file, byte[] content) in TranslatedLibrary.Files)
        {
            using Stream library = archive.CreateEntry("lib/net10.0/" + file).Open();
            library.Write(content);
        }
    }

    [Fact]
    public async Task An_assembly_finds_its_translations_beside_it()
    {
        using TemporaryFolder folder = new();
        foreach ((string file, byte[] content) in TranslatedLibrary.Files)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(folder.At(file))!);
            await File.WriteAllBytesAsync(folder.At(file), content);
        }

        await using CellLab lab = new(folder.Path);
        Assert.Equal("Guten Tag", await lab.TextAsync("#r \"Greeting.dll\"\nGreeting.In(\"de-AT\")"));
    }

    [UnixFact]
    public async Task Where_the_home_is_no_folder_a_package_says_so()
    {
        await using CellLab lab = new();
        await lab.OutputsAsync("Environment.SetEnvironmentVariable(\"HOME\", \"/nonexistent\"); Environment.SetEnvironmentVariable(\"XDG_DATA_HOME\", null);");
        CellError error = await lab.ErrorAsync(Package);
        Assert.Contains("HOME is \"/nonexistent\", and should name a folder that exists", error.Message, StringComparison.Ordinal);
        Assert.Contains("nuget: FsCheck 3.6.0", error.Message, StringComparison.Ordinal);
        Assert.False(Directory.Exists("/nonexistent"));
    }

    [UnixFact]
    public async Task Where_the_home_cannot_be_written_a_package_says_so()
    {
        using TemporaryFolder folder = new();
        await File.WriteAllTextAsync(folder.At(".local"), "no folder");
        await using CellLab lab = new();
        await lab.OutputsAsync($"Environment.SetEnvironmentVariable(\"HOME\", \"{folder.Path}\"); Environment.SetEnvironmentVariable(\"XDG_DATA_HOME\", null);");
        CellError error = await lab.ErrorAsync(Package);
        Assert.Contains(folder.At(".local/share/neurolab/packages"), error.Message, StringComparison.Ordinal);
        Assert.Contains("can't be written", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_name_that_is_no_package_name_never_reaches_a_project_file()
    {
        await using CellLab lab = new();
        Assert.Contains("a package is written as", (await lab.ErrorAsync("#r \"nuget: <Exec/>, 1\"")).Message, StringComparison.Ordinal);
    }
}
