using System.IO.Compression;
using System.Security.Cryptography;
using NeuroLab.Tool.Fetching;

namespace NeuroLab.Tool.Tests.Fetching;

/// <summary>A data set in MNIST's form, with few samples: images of noise, which gzip can't make small, and labels 0 to 9 in turn.</summary>
internal sealed class SmallDataset : IDisposable
{
    public const string Images = "train-images-idx3-ubyte.gz";

    private readonly TemporaryFolder root = new();

    /// <summary>The contents of the files by name.</summary>
    public Dictionary<string, byte[]> Files { get; } = new()
    {
        [Images] = Pack([0, 0, 8, 3, 0, 0, 0, 200, 0, 0, 0, 28, 0, 0, 0, 28], Noise(200 * 28 * 28)),
        ["train-labels-idx1-ubyte.gz"] = Pack([0, 0, 8, 1, 0, 0, 0, 200], Labels(200)),
        ["t10k-images-idx3-ubyte.gz"] = Pack([0, 0, 8, 3, 0, 0, 0, 20, 0, 0, 0, 28, 0, 0, 0, 28], Noise(20 * 28 * 28)),
        ["t10k-labels-idx1-ubyte.gz"] = Pack([0, 0, 8, 1, 0, 0, 0, 20], Labels(20)),
    };

    /// <summary>A folder <c>datasets</c> of the test's own.</summary>
    public string Root => root.Path;

    /// <summary>Where the files go; not there yet.</summary>
    public string Folder => root.At("mnist");

    public string At(string name) => Path.Combine(Folder, name);

    /// <summary>Puts bytes into the folder, as an earlier run or a user would.</summary>
    public void Put(string name, byte[] bytes)
    {
        Directory.CreateDirectory(Folder);
        File.WriteAllBytes(At(name), bytes);
    }

    /// <summary>Answers as a good mirror does.</summary>
    public Reply Serve(Request request) => Reply.Part(Files[request.Path["/data/".Length..]], request.From);

    /// <summary>Fetches the data set from mirrors.</summary>
    public async Task<RecordingView> FetchAsync(IReadOnlyList<Uri> mirrors, Action<long>? onBytes = null, double patience = 20, CancellationToken cancellation = default)
    {
        RemoteFile[] files = [.. Files.Select(file => new RemoteFile(file.Key, file.Value.Length, Convert.ToHexStringLower(SHA256.HashData(file.Value))))];
        RemoteDataset dataset = new("mnist", "MNIST", "Datasets.Mnist()", mirrors, files);
        RecordingView view = new(onBytes);
        using Downloader downloader = new(TimeSpan.FromSeconds(patience));
        await new DatasetFetch(dataset, Folder, downloader, view).RunAsync(cancellation);
        return view;
    }

    /// <summary>Checks that every file is in place to the byte, and nothing else.</summary>
    public void AssertComplete()
    {
        Assert.Equal(Files.Keys.Order(), Directory.GetFiles(Folder).Select(Path.GetFileName).Order());
        Assert.All(Files, file => Assert.Equal(file.Value, File.ReadAllBytes(At(file.Key))));
    }

    public void Dispose() => root.Dispose();

    private static byte[] Noise(int count)
    {
        byte[] bytes = new byte[count];
        new Random(1).NextBytes(bytes);
        return bytes;
    }

    private static byte[] Labels(int count) => [.. Enumerable.Range(0, count).Select(i => (byte)(i % 10))];

    private static byte[] Pack(byte[] header, byte[] numbers)
    {
        using MemoryStream packed = new();
        using (GZipStream gzip = new(packed, CompressionLevel.Fastest))
            gzip.Write([.. header, .. numbers]);
        return packed.ToArray();
    }
}
