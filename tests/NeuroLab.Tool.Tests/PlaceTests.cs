using System.Text.Json.Nodes;

namespace NeuroLab.Tool.Tests;

/// <summary>Where a command writes to: whether it can is known before the work, and what is there is treated with care.</summary>
public sealed class PlaceTests : IDisposable
{
    private readonly Tool tool = new();

    [LinuxTheory]
    [InlineData("run a.ipynb --output /proc/site", "Name another folder with --output.")]
    [InlineData("run a.ipynb --json /proc/report.json", "Name another file with --json.")]
    [InlineData("gallery --output /proc/site", "Name another folder with --output.")]
    [InlineData("new /proc/course", "Name another folder. For example: neurolab new my-course")]
    [InlineData("kernel install --prefix /proc/python", "Choose another place with --prefix.")]
    public async Task A_folder_that_takes_no_files_is_noticed_before_the_work(string command, string remedy)
    {
        tool.WriteNotebook("a.ipynb", "6 * 7");
        (int code, string output, string errors) = await tool.RunAsync(command.Split(' '));
        Assert.Equal(2, code);
        Assert.Empty(output);
        Assert.Contains("can't be written", errors, StringComparison.Ordinal);
        Assert.EndsWith(remedy, errors.Trim(), StringComparison.Ordinal);
    }

    [UnixFact]
    public async Task A_home_folder_that_does_not_exist_is_noticed_and_named()
    {
        (int code, string output, string errors) = await tool.RunInShellAsync("unset XDG_DATA_HOME JUPYTER_DATA_DIR; HOME=/nonexistent neurolab kernel install");
        Assert.Equal(2, code);
        Assert.Empty(output);
        Assert.Contains("HOME is \"/nonexistent\"", errors, StringComparison.Ordinal);
        Assert.Contains("--prefix", errors, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFileSystemEntries(tool.Folder));
    }

    [UnixFact]
    public async Task A_report_can_go_to_standard_output()
    {
        tool.WriteNotebook("a.ipynb", "6 * 7");
        (int code, string output, string errors) = await tool.RunInShellAsync("neurolab run a.ipynb --json /dev/stdout > all.txt; test -L /dev/stdout && cat all.txt");
        Assert.True(code == 0, errors);
        Assert.StartsWith("Running 1 notebook.", output, StringComparison.Ordinal);
        Assert.True(JsonNode.Parse(output[output.IndexOf('{', StringComparison.Ordinal)..])!["notebooks"]![0]!["ok"]!.GetValue<bool>());
    }

    [UnixFact]
    public async Task A_report_can_go_into_a_pipe()
    {
        tool.WriteNotebook("a.ipynb", "6 * 7");
        (int code, string output, string errors) = await tool.RunInShellAsync("mkfifo pipe; cat pipe > read & neurolab run a.ipynb --json pipe > said; wait; test -p pipe && cat read");
        Assert.True(code == 0, errors);
        Assert.True(JsonNode.Parse(output)!["notebooks"]![0]!["ok"]!.GetValue<bool>());
    }

    [LinuxFact]
    public async Task Clean_says_it_too_where_nothing_can_be_printed()
    {
        tool.WriteNotebook("a.ipynb", "6 * 7");
        (int code, _, string errors) = await tool.RunInShellAsync("neurolab clean a.ipynb >&-");
        Assert.Equal(2, code);
        Assert.Contains("standard output takes nothing more", errors, StringComparison.Ordinal);
    }

    [LinuxTheory]
    [InlineData("> /dev/full", "The disk is full.")]
    [InlineData(">&-", "standard output takes nothing more")]
    public async Task Where_nothing_can_be_printed_files_are_written_all_the_same(string redirection, string message)
    {
        tool.WriteNotebook("a.ipynb", "6 * 7");
        (int code, _, string errors) = await tool.RunInShellAsync($"neurolab run a.ipynb --json report.json {redirection}");
        Assert.Equal(2, code);
        Assert.Contains(message, errors, StringComparison.Ordinal);
        Assert.DoesNotContain("an error of its own", errors, StringComparison.Ordinal);
        Assert.True(JsonNode.Parse(await File.ReadAllTextAsync(tool.At("report.json")))!["notebooks"]![0]!["ok"]!.GetValue<bool>());
    }

    [UnixFact]
    public async Task A_reader_that_goes_away_is_no_failure()
    {
        tool.WriteNotebook("a.ipynb", "6 * 7");
        (_, string output, string errors) = await tool.RunInShellAsync("{ neurolab run a.ipynb --json report.json; echo $? > code; } | head -n 1");
        Assert.Equal("Running 1 notebook.\n", output);
        Assert.Empty(errors);
        Assert.Equal("0\n", await File.ReadAllTextAsync(tool.At("code")));
    }

    [SmallDiskFact]
    public async Task The_top_of_a_disk_can_be_written_to()
    {
        tool.WriteNotebook("a.ipynb", "6 * 7");
        (int code, string output, string errors) = await tool.RunWithSmallDiskAsync(
            "mount -o remount,size=9m disk; neurolab run a.ipynb --output disk >&2 && neurolab run a.ipynb --output disk >&2 && ls -A disk");
        Assert.True(code == 0, errors);
        Assert.Equal(".neurolab-site\na.html\na.ipynb\nassets\nindex.html\n", output);
    }

    [SmallDiskFact]
    public async Task A_full_disk_is_noticed_before_the_work_and_nothing_half_written_stays()
    {
        tool.WriteNotebook("a.ipynb", "6 * 7");
        (_, string output, string errors) = await tool.RunWithSmallDiskAsync(
            "neurolab run a.ipynb --output disk/site >&2; echo $?; ls -A disk; " +
            "head -c 99999 /dev/zero > disk/fill; neurolab gallery --output disk/gallery; echo $?; ls -A disk");
        Assert.Equal("2\n2\nfill\n", output);
        Assert.Contains("disk/site can't be written: The disk is full.", errors, StringComparison.Ordinal);
        Assert.Contains("disk/gallery can't be written: The disk is full.", errors, StringComparison.Ordinal);
    }

    public void Dispose() => tool.Dispose();
}
