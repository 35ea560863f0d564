using System.Diagnostics;
using System.Globalization;
using NeuroLab.Tool.Fetching;
using NeuroLab.Tool.Tests.Fetching;

namespace NeuroLab.Tool.Tests;

[Collection(DatasetsVariable.Name)]
public sealed class FetchCommandTests : IDisposable
{
    private readonly Tool tool = new();
    private readonly DatasetsVariable variable;

    public FetchCommandTests() => variable = new DatasetsVariable(tool.At("datasets"));

    [Theory]
    [InlineData("There is no data set \"cifar\" to fetch; there are: mnist, fashion-mnist", "cifar")]
    [InlineData("--from takes the http or https address", "mnist", "--from", "downloads")]
    [InlineData("--from takes the http or https address", "mnist", "--from", "file:///tmp")]
    public async Task Wrong_use_is_explained(string message, params string[] arguments)
    {
        (int code, string output, string errors) = await tool.RunAsync(["data", "fetch", .. arguments]);
        Assert.Equal(2, code);
        Assert.Contains(message, errors, StringComparison.Ordinal);
        Assert.Empty(output);
    }

    [Fact]
    public async Task A_mirror_without_the_files_ends_in_a_sentence()
    {
        using LocalServer server = new(_ => Reply.Error(404));
        (int code, string output, string errors) = await tool.RunAsync("data", "fetch", "fashion-mnist", "--from", server.Address.ToString().TrimEnd('/'));
        Assert.Equal(1, code);
        Assert.Contains($"Fetching Fashion-MNIST into {Folder("fashion-mnist")}", output, StringComparison.Ordinal);
        Assert.Contains($"{server.Address}train-images-idx3-ubyte.gz: 404 Not Found", errors, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_can_not_command_the_terminal()
    {
        using LocalServer server = new(_ => Reply.Error(500) with { Reason = "\u001b[2J gone" });
        (int code, _, string errors) = await tool.RunAsync("data", "fetch", "mnist", "--from", server.Address.ToString());
        Assert.Equal(1, code);
        Assert.DoesNotContain("\u001b", errors, StringComparison.Ordinal);
    }

    [LinuxFact]
    public async Task A_folder_that_takes_no_files_is_noticed_before_a_server_is_asked()
    {
        using LocalServer server = new(_ => Reply.Error(500));
        (int code, string output, string errors) = await tool.RunInShellAsync($"NEUROLAB_DATASETS=/proc/data neurolab data fetch mnist --from {server.Address}");
        Assert.Equal(2, code);
        Assert.Empty(output);
        Assert.Contains("can't be written", errors, StringComparison.Ordinal);
        Assert.Contains("NEUROLAB_DATASETS", errors, StringComparison.Ordinal);
        Assert.Empty(server.Requests);
    }

    [UnixFact]
    public async Task Ctrl_C_keeps_what_has_come()
    {
        byte[] file = new byte[RemoteDataset.Mnist.Files[0].Size];
        using LocalServer server = new(request => Reply.Part(file, request.From) with { CutAfter = 1_000_000, Stalls = true });
        using Process process = tool.Start("data", "fetch", "mnist", "--from", server.Address.ToString());
        Task<string> errors = process.StandardError.ReadToEndAsync();
        _ = process.StandardOutput.ReadToEndAsync();
        FileInfo part = new(Path.Combine(Folder("mnist"), "train-images-idx3-ubyte.gz.part"));
        for (int i = 0; i < 600 && !(part.Exists && part.Length == 1_000_000); i++, part.Refresh())
            await Task.Delay(50);

        using (Process kill = Process.Start("kill", ["-INT", process.Id.ToString(CultureInfo.InvariantCulture)]))
            await kill.WaitForExitAsync();
        await process.WaitForExitAsync(new CancellationTokenSource(TimeSpan.FromSeconds(30)).Token);

        Assert.Equal(130, process.ExitCode);
        Assert.Equal("Stopped. What has come is kept; the same command goes on from there.", (await errors).Trim());
        part.Refresh();
        Assert.Equal(1_000_000, part.Length);
    }

    [Fact]
    public void Each_file_is_described_fully() => Assert.All(RemoteDataset.All, dataset =>
    {
        Assert.Equal(4, dataset.Files.Select(file => file.Sha256).Distinct().Count());
        Assert.All(dataset.Files, file => Assert.Matches("^[0-9a-f]{64}$", file.Sha256));
        Assert.All(dataset.Mirrors, mirror => Assert.StartsWith("https", mirror.Scheme, StringComparison.Ordinal));
        Assert.All(dataset.Mirrors, mirror => Assert.EndsWith("/", mirror.AbsolutePath, StringComparison.Ordinal));
    });

    public void Dispose()
    {
        variable.Dispose();
        tool.Dispose();
    }

    private string Folder(string dataset) => Path.Combine(tool.At("datasets"), dataset);
}
