using NeuroLab.Notebooks.Writing;

namespace NeuroLab.Notebooks.Tests.Writing;

public sealed class OutputFileTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    [Fact]
    public void A_new_file_an_empty_one_and_a_full_one_are_written_whole()
    {
        foreach (string name in new[] { "new", folder.Write("empty", ""), folder.Write("full", "a longer text than the new one") })
        {
            Write(folder.At(name), "text 权");
            Assert.Equal("text 权", File.ReadAllText(folder.At(name)));
        }

        Assert.Equal(["empty", "full", "new"], Directory.GetFileSystemEntries(folder.Path).Select(Path.GetFileName).Order());
    }

    [UnixFact]
    public void A_link_stays_and_what_it_leads_to_is_written()
    {
        folder.Write("real", "old");
        File.CreateSymbolicLink(folder.At("link"), "real");
        File.CreateSymbolicLink(folder.At("dangling"), "later");
        Write(folder.At("link"), "new");
        Write(folder.At("dangling"), "new");
        Assert.Equal("real", new FileInfo(folder.At("link")).LinkTarget);
        Assert.Equal("later", new FileInfo(folder.At("dangling")).LinkTarget);
        Assert.Equal("new", File.ReadAllText(folder.At("real")));
        Assert.Equal("new", File.ReadAllText(folder.At("later")));
    }

    [UnixFact]
    public void A_device_is_written_into_and_stays_a_device()
    {
        File.CreateSymbolicLink(folder.At("null"), "/dev/null");
        Write(folder.At("null"), "text");
        Assert.Equal(0, new FileInfo("/dev/null").Length);
        Assert.Equal("/dev/null", new FileInfo(folder.At("null")).LinkTarget);
        Assert.Empty(File.ReadAllText("/dev/null"));
    }

    [LinuxFact]
    public void A_full_disk_is_told_as_such()
    {
        OutputException error = Assert.Throws<OutputException>(() => Write("/dev/full", "text"));
        Assert.Equal("/dev/full can't be written: The disk is full. Name another.", error.Message);
    }

    [UnixFact]
    public void The_rights_of_an_older_file_stay()
    {
        string path = folder.Write("secret", "old");
        if (OperatingSystem.IsWindows())
            return;
        const UnixFileMode Own = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        File.SetUnixFileMode(path, Own);
        Write(path, "new");
        Assert.Equal(Own, File.GetUnixFileMode(path));
    }

    [Fact]
    public void What_can_not_be_written_is_refused_when_it_is_opened()
    {
        folder.Write("file", "text");
        File.SetAttributes(folder.Write("protected", "mine"), FileAttributes.ReadOnly);
        Assert.Contains("is a folder", Refusal(folder.Path), StringComparison.Ordinal);
        Assert.Contains("does not exist", Refusal(folder.At("none/file")), StringComparison.Ordinal);
        Assert.Contains("write-protected", Refusal(folder.At("protected")), StringComparison.Ordinal);
        Assert.Contains("but \"\" was given", Refusal(""), StringComparison.Ordinal);
        File.SetAttributes(folder.At("protected"), FileAttributes.Normal);
    }

    [LinuxFact]
    public void A_folder_that_takes_no_files_is_noticed_when_a_file_is_opened() =>
        Assert.Contains("can't be written", Refusal("/proc/report.json"), StringComparison.Ordinal);

    public void Dispose() => folder.Dispose();

    private static void Write(string path, string text)
    {
        using OutputFile file = OutputFile.Open(path, "Name another.");
        file.Write(text);
    }

    private static string Refusal(string path)
    {
        string message = Assert.Throws<OutputException>(() => OutputFile.Open(path, "Name another.")).Message;
        Assert.EndsWith("Name another.", message, StringComparison.Ordinal);
        return message;
    }
}
