using NeuroLab.Tool.Fetching;

namespace NeuroLab.Tool.Tests.Fetching;

public sealed class BadMirrorTests : IDisposable
{
    private readonly SmallDataset data = new();

    private byte[] Images => data.Files[SmallDataset.Images];

    [Theory]
    [InlineData(404, "404 Not Found: there is no such file")]
    [InlineData(403, "403 Status 403: the server does not give the file")]
    [InlineData(500, "500 Status 500: the server does not give the file")]
    public async Task A_refusal_is_told_with_the_address_and_the_remedies(int status, string message)
    {
        using LocalServer server = new(_ => Reply.Error(status));
        string text = await FailAsync(server.Address);
        Assert.Contains($"{server.Address}{SmallDataset.Images}: {message}", text, StringComparison.Ordinal);
        Assert.Contains("neurolab data fetch mnist --from URL", text, StringComparison.Ordinal);
        Assert.Contains($"Or put these files into {data.Folder} yourself:", text, StringComparison.Ordinal);
        Assert.All(data.Files.Keys, name => Assert.Contains("  " + name, text, StringComparison.Ordinal));
        Assert.Empty(Directory.GetFiles(data.Folder));
    }

    [Fact]
    public async Task A_server_that_is_not_there_is_told()
    {
        string text = await FailAsync(LocalServer.Gone());
        Assert.Contains("no connection", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_checksum_never_gets_into_place()
    {
        byte[] changed = [.. Images];
        changed[^1] ^= 1;
        using LocalServer server = new(_ => new Reply(200, changed));
        string text = await FailAsync(server.Address);
        Assert.Contains("wrong checksum", text, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(data.Folder));
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task A_file_with_another_checksum_stays_where_no_mirror_gives_a_better_one()
    {
        data.Put(SmallDataset.Images, [1, 2, 3]);
        string text = await FailAsync(LocalServer.Gone());
        Assert.Contains($"{SmallDataset.Images} is there, but has not the checksum it should have", text, StringComparison.Ordinal);
        Assert.Equal([1, 2, 3], await File.ReadAllBytesAsync(data.At(SmallDataset.Images)));
    }

    [Theory]
    [InlineData(true, "offers 5 bytes where the file has")]
    [InlineData(false, "the connection broke off after 5 bytes of")]
    public async Task A_page_instead_of_the_file_is_noticed(bool tellsLength, string message)
    {
        using LocalServer server = new(_ => Reply.Error(200) with { TellsLength = tellsLength });
        Assert.Contains(message, await FailAsync(server.Address), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_instead_of_the_file_leaves_the_part_alone()
    {
        data.Put(SmallDataset.Images + ".part", Images[..1000]);
        using LocalServer server = new(_ => Reply.Error(200));
        string text = await FailAsync(server.Address);
        Assert.Contains("1.0 KB of ", text, StringComparison.Ordinal);
        Assert.Contains("are kept in train-images-idx3-ubyte.gz.part", text, StringComparison.Ordinal);
        Assert.Equal(Images[..1000], await File.ReadAllBytesAsync(data.At(SmallDataset.Images + ".part")));
    }

    [Fact]
    public async Task More_than_the_file_is_not_taken()
    {
        using LocalServer server = new(_ => new Reply(200, [.. Images, 0]) { TellsLength = false });
        Assert.Contains("sent more than", await FailAsync(server.Address), StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(data.Folder));
    }

    [Theory]
    [InlineData(false, "the connection broke off after 90.0 KB")]
    [InlineData(true, "nothing came for 0.5 s")]
    public async Task A_body_cut_off_is_kept_for_the_next_run(bool stalls, string message)
    {
        using LocalServer server = new(request => data.Serve(request) with { CutAfter = 90_000, Stalls = stalls });
        FetchException error = await Assert.ThrowsAsync<FetchException>(() => data.FetchAsync([server.Address], patience: stalls ? 0.5 : 20));
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
        Assert.Equal(Images[..90_000], await File.ReadAllBytesAsync(data.At(SmallDataset.Images + ".part")));
    }

    [Fact]
    public async Task The_next_mirror_goes_on_where_the_one_before_broke_off()
    {
        using LocalServer first = new(request => data.Serve(request) with { CutAfter = 20 });
        using LocalServer second = new(data.Serve);
        await data.FetchAsync([LocalServer.Gone(), first.Address, second.Address]);
        data.AssertComplete();
        Assert.All(second.Requests, request => Assert.Equal(20, request.From));
    }

    [Fact]
    public async Task A_redirect_is_followed()
    {
        using LocalServer server = new(data.Serve);
        using LocalServer first = new(request => new Reply(302, [], $"Location: {server.Address}{request.Path["/data/".Length..]}"));
        data.Put(SmallDataset.Images + ".part", Images[..1000]);
        await data.FetchAsync([first.Address]);
        data.AssertComplete();
        Assert.Equal(1000, server.Requests.First().From);
    }

    [Fact]
    public async Task Redirects_in_a_circle_are_told()
    {
        using LocalServer server = new(request => new Reply(302, [], $"Location: {request.Path}"));
        string text = await FailAsync(server.Address);
        Assert.Contains("302 Status 302: the server points to /data/train-images-idx3-ubyte.gz, which was not followed", text, StringComparison.Ordinal);
        Assert.InRange(server.Requests.Count, 2, 6);
    }

    [Theory]
    [InlineData("file:///etc/passwd")]
    [InlineData("ftp://127.0.0.1/data")]
    public async Task A_redirect_to_what_is_not_the_web_is_told(string target)
    {
        using LocalServer server = new(_ => new Reply(302, [], $"Location: {target}"));
        Assert.Contains("neither http nor https and was not followed", await FailAsync(server.Address), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_in_the_folders_place_is_told()
    {
        await File.WriteAllTextAsync(data.Folder, "mine");
        using LocalServer server = new(data.Serve);
        string text = await FailAsync(server.Address);
        Assert.Contains($"{data.Folder} can't be written", text, StringComparison.Ordinal);
        Assert.Empty(server.Requests);
    }

    [Theory]
    [InlineData(28)]
    [InlineData(unchecked((int)0x80070070))]
    public void A_full_disk_is_told_as_such(int code) =>
        Assert.StartsWith("The disk is full: x.part", FetchException.Disk("x.part", new IOException("raw", code)).Message, StringComparison.Ordinal);

    public void Dispose() => data.Dispose();

    private async Task<string> FailAsync(Uri mirror) =>
        (await Assert.ThrowsAsync<FetchException>(() => data.FetchAsync([mirror]))).Message;
}
