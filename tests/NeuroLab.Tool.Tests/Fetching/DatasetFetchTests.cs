using NeuroLab.Data;
using NeuroLab.Tool.Fetching;

namespace NeuroLab.Tool.Tests.Fetching;

public sealed class DatasetFetchTests : IDisposable
{
    private readonly SmallDataset data = new();

    private byte[] Images => data.Files[SmallDataset.Images];

    [Fact]
    public async Task A_data_set_is_fetched_and_loads()
    {
        using LocalServer server = new(data.Serve);
        RecordingView view = await data.FetchAsync([server.Address]);

        data.AssertComplete();
        Assert.All(view.Ended.Values, how => Assert.Equal("fetched", how));
        Assert.All(server.Requests, request => Assert.Null(request.From));
        Dataset train = Datasets.FromIdx(data.At("train-images-idx3-ubyte.gz"), data.At("train-labels-idx1-ubyte.gz"));
        Assert.Equal([200, 1, 28, 28], train.Inputs.Shape.ToArray());
        Assert.All(train.CountByClass(), count => Assert.Equal(20, count));
    }

    [Fact]
    public async Task Files_that_are_there_and_right_stay()
    {
        using LocalServer server = new(data.Serve);
        await data.FetchAsync([server.Address]);
        server.Requests.Clear();
        RecordingView view = await data.FetchAsync([server.Address]);
        Assert.Empty(server.Requests);
        Assert.All(view.Ended.Values, how => Assert.Equal("already there", how));
    }

    [Fact]
    public async Task A_file_with_another_checksum_is_replaced()
    {
        using LocalServer server = new(data.Serve);
        data.Put(SmallDataset.Images, Changed(Images));
        RecordingView view = await data.FetchAsync([server.Address]);
        data.AssertComplete();
        Assert.Equal("fetched, in place of a file with another checksum", view.Ended[SmallDataset.Images]);
    }

    [Fact]
    public async Task A_part_is_gone_on_with()
    {
        using LocalServer server = new(data.Serve);
        data.Put(SmallDataset.Images + ".part", Images[..70_001]);
        await data.FetchAsync([server.Address]);
        data.AssertComplete();
        Assert.Equal(70_001, server.Requests.First().From);
    }

    [Fact]
    public async Task A_part_with_all_bytes_is_put_in_place_without_a_download()
    {
        using LocalServer server = new(data.Serve);
        data.Put(SmallDataset.Images + ".part", Images);
        await data.FetchAsync([server.Address]);
        data.AssertComplete();
        Assert.DoesNotContain(server.Requests, request => request.Path.EndsWith(SmallDataset.Images, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_part_larger_than_the_file_is_begun_anew()
    {
        using LocalServer server = new(data.Serve);
        data.Put(SmallDataset.Images + ".part", [.. Images, 0]);
        await data.FetchAsync([server.Address]);
        data.AssertComplete();
        Assert.Null(server.Requests.First().From);
    }

    [Theory]
    [InlineData(1000)]
    [InlineData(int.MaxValue)]
    public async Task A_part_of_wrong_bytes_is_begun_anew(int length)
    {
        using LocalServer server = new(data.Serve);
        data.Put(SmallDataset.Images + ".part", Changed(Images)[..Math.Min(length, Images.Length)]);
        await data.FetchAsync([server.Address]);
        data.AssertComplete();
    }

    [Fact]
    public async Task A_server_that_ignores_ranges_gives_the_whole_file()
    {
        using LocalServer server = new(request => data.Serve(request with { From = null }));
        data.Put(SmallDataset.Images + ".part", Images[..1000]);
        await data.FetchAsync([server.Address]);
        data.AssertComplete();
        Assert.Equal(1000, server.Requests.First().From);
    }

    [Fact]
    public async Task A_server_that_begins_elsewhere_is_asked_for_the_whole_file()
    {
        using LocalServer server = new(request => data.Serve(request.From is { } from ? request with { From = from - 10 } : request));
        data.Put(SmallDataset.Images + ".part", Images[..1000]);
        await data.FetchAsync([server.Address]);
        data.AssertComplete();
        Assert.Equal([1000, null], server.Requests.Take(2).Select(request => request.From));
    }

    [Fact]
    public async Task Cancelling_keeps_the_part_and_the_next_run_goes_on_from_there()
    {
        using CancellationTokenSource cancel = new();
        using (LocalServer slow = new(request => data.Serve(request) with { CutAfter = 100_000, Stalls = true }))
        {
            await Assert.ThrowsAnyAsync<OperationCanceledException>(
                () => data.FetchAsync([slow.Address], bytes =>
                {
                    if (bytes == 100_000)
                        cancel.Cancel();
                }, cancellation: cancel.Token));
        }
        Assert.Equal(Images[..100_000], await File.ReadAllBytesAsync(data.At(SmallDataset.Images + ".part")));
        Assert.False(File.Exists(data.At(SmallDataset.Images)));

        using LocalServer server = new(data.Serve);
        await data.FetchAsync([server.Address]);
        data.AssertComplete();
        Assert.Equal(100_000, server.Requests.First().From);
    }

    [Fact]
    public async Task Two_commands_at_once_do_not_mix()
    {
        using LocalServer server = new(data.Serve);
        data.Put(SmallDataset.Images + ".part", Images[..1000]);
        using FileStream other = new(data.At(SmallDataset.Images + ".part"), FileMode.Open, FileAccess.ReadWrite, FileShare.None);
        FetchException error = await Assert.ThrowsAsync<FetchException>(() => data.FetchAsync([server.Address]));
        Assert.Contains(".part can't be written", error.Message, StringComparison.Ordinal);
    }

    public void Dispose() => data.Dispose();

    private static byte[] Changed(byte[] bytes)
    {
        byte[] changed = [.. bytes];
        changed[500] ^= 1;
        return changed;
    }
}
