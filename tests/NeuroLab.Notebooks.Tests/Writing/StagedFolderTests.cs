using NeuroLab.Notebooks.Writing;

namespace NeuroLab.Notebooks.Tests.Writing;

public sealed class StagedFolderTests : IDisposable
{
    private readonly TemporaryFolder root = new();

    private string Target => root.At("out");

    [Fact]
    public void A_check_leaves_nothing_behind()
    {
        StagedFolder.Check(root.At("a/b/c"), "");
        Assert.Empty(Directory.GetFileSystemEntries(root.Path));
    }

    [Fact]
    public void Writing_that_fails_leaves_what_was_there()
    {
        Write("old.txt");
        Assert.Throws<OutputException>(() => StagedFolder.Write(Target, "", staging =>
        {
            File.WriteAllText(Path.Combine(staging, "new.txt"), "new");
            throw new IOException("The pen broke.");
        }));
        Assert.Equal([".neurolab-site", "old.txt"], Names());
        Assert.Equal(["out"], Directory.GetFileSystemEntries(root.Path).Select(Path.GetFileName));
    }

    [Fact]
    public void An_older_folder_is_replaced_with_the_folders_inside()
    {
        Write("a.txt", "assets/deep/x.txt");
        Write("a.txt", "b.txt");
        Assert.Equal([".neurolab-site", "a.txt", "b.txt"], Names());
        Assert.Equal([".neurolab-site", "a.txt", "b.txt"], Directory.GetFileSystemEntries(Target).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_folder_that_was_interrupted_while_it_was_replaced_can_be_replaced()
    {
        Write("a.txt");
        Directory.CreateDirectory(Path.Combine(Target, ".neurolab.new-2147483647"));
        File.WriteAllText(Path.Combine(Target, ".neurolab.new-2147483647", "b.txt"), "half");
        Write("c.txt");
        Assert.Equal([".neurolab-site", "c.txt"], Names());
    }

    [UnixFact]
    public void A_link_stays_a_link_and_what_it_leads_to_is_written()
    {
        Directory.CreateDirectory(root.At("real"));
        Directory.CreateSymbolicLink(Target, root.At("real"));
        Write("a.txt");
        Write("b.txt");
        Assert.NotNull(new DirectoryInfo(Target).LinkTarget);
        Assert.True(File.Exists(root.At("real/b.txt")));
        Assert.False(File.Exists(root.At("real/a.txt")));
    }

    [Fact]
    public void A_folder_made_once_is_not_replaced()
    {
        StagedFolder.Write(Target, "Take another.", staging => File.WriteAllText(Path.Combine(staging, "a.txt"), "mine"), isReplaceable: false);
        Assert.Equal(["a.txt"], Names());
        OutputException error = Assert.Throws<OutputException>(() => Write("b.txt"));
        Assert.Contains("holds a.txt", error.Message, StringComparison.Ordinal);
        Assert.EndsWith("Take another.", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("/")]
    public void A_place_that_is_none_is_refused(string target) =>
        Assert.EndsWith("Name a folder.", Assert.Throws<OutputException>(() => StagedFolder.Check(target, "Name a folder.")).Message, StringComparison.Ordinal);

    [LinuxFact]
    public void A_folder_that_takes_no_files_is_refused_before_the_work()
    {
        OutputException error = Assert.Throws<OutputException>(() => StagedFolder.Check("/proc/site", "Name another."));
        Assert.StartsWith("/proc/site can't be written:", error.Message, StringComparison.Ordinal);
    }

    public void Dispose() => root.Dispose();

    private void Write(params string[] files) => StagedFolder.Write(Target, "Take another.", staging =>
    {
        foreach (string file in files)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(staging, file))!);
            File.WriteAllText(Path.Combine(staging, file), file);
        }
    });

    private IEnumerable<string> Names() => Directory.EnumerateFiles(Target, "*", SearchOption.AllDirectories)
        .Select(file => Path.GetRelativePath(Target, file)).Order(StringComparer.Ordinal);
}
