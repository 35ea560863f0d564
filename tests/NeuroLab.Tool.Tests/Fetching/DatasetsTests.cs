using System.Text.RegularExpressions;
using NeuroLab.Data;

namespace NeuroLab.Tool.Tests.Fetching;

[Collection(DatasetsVariable.Name)]
public sealed partial class DatasetsTests : IDisposable
{
    private readonly SmallDataset data = new();
    private readonly Tool tool = new();
    private readonly DatasetsVariable variable;

    public DatasetsTests() => variable = new DatasetsVariable(data.Root);

    [Fact]
    public async Task What_was_fetched_is_where_Mnist_looks_for_it()
    {
        using LocalServer server = new(data.Serve);
        Assert.Equal(data.Root, Datasets.Folder());
        await data.FetchAsync([server.Address]);
        (Dataset train, Dataset test) = Datasets.Mnist();
        Assert.Equal((200, 20), (train.Count, test.Count));
        Assert.All(train.CountByClass(), count => Assert.Equal(20, count));
    }

    [Theory]
    [InlineData("mnist")]
    [InlineData("fashion-mnist")]
    public async Task The_command_named_for_missing_files_is_there(string name)
    {
        string message = Assert.Throws<FileNotFoundException>(() => name == "mnist" ? Datasets.Mnist() : Datasets.FashionMnist()).Message;
        Assert.Contains($"--project lib/NeuroLab.Tool -- data fetch {name})", message, StringComparison.Ordinal);
        string[] command = CommandLine().Match(message).Groups[1].Value.Split(' ');

        (int code, _, string errors) = await tool.RunAsync([.. command, "--from", LocalServer.Gone().ToString()]);
        Assert.Equal(1, code);
        Assert.Contains("no connection", errors, StringComparison.Ordinal);
        Assert.Contains($"put these files into {Path.Combine(data.Root, name)} yourself", errors, StringComparison.Ordinal);
    }

    public void Dispose()
    {
        variable.Dispose();
        tool.Dispose();
        data.Dispose();
    }

    [GeneratedRegex(@"Fetch it with: neurolab ([a-z -]+) \(")]
    private static partial Regex CommandLine();
}
