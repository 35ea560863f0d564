using System.IO.Compression;

namespace NeuroLab.Site;

/// <summary>A file of a site with the same file compressed, for servers that hand that out, and for pages that ask for it by name.</summary>
/// <param name="Path">Its path in the site, with slashes.</param>
/// <param name="Content">What is in it.</param>
/// <param name="Gzip">The same in gzip; null where it is compressed already.</param>
/// <param name="Brotli">The same in Brotli; null where it is compressed already.</param>
internal sealed record PackedFile(string Path, byte[] Content, byte[]? Gzip, byte[]? Brotli)
{
    // The best one takes ten times as long for a twentieth less.
    private const int BrotliQuality = 9;

    private static readonly string[] Packed = [".woff2", ".png", ".gz", ".br"];

    /// <summary>Compresses a file.</summary>
    /// <param name="path">Its path in the site.</param>
    /// <param name="content">What is in it.</param>
    public static PackedFile Of(string path, byte[] content) => Packed.Contains(System.IO.Path.GetExtension(path))
        ? new PackedFile(path, content, null, null)
        : new PackedFile(
            path, content,
            Pack(content, stream => new GZipStream(stream, CompressionLevel.SmallestSize)),
            Pack(content, stream => new BrotliStream(stream, new BrotliCompressionOptions { Quality = BrotliQuality })));

    /// <summary>Compresses files, on all processors.</summary>
    /// <param name="files">Their paths and what is in them.</param>
    /// <param name="cancellation">Stops it.</param>
    public static PackedFile[] All(IReadOnlyList<(string Path, byte[] Content)> files, CancellationToken cancellation)
    {
        PackedFile[] packed = new PackedFile[files.Count];
        Parallel.For(0, files.Count, new ParallelOptions { CancellationToken = cancellation }, i => packed[i] = Of(files[i].Path, files[i].Content));
        return packed;
    }

    /// <summary>Writes the file, and beside it its compressed forms.</summary>
    /// <param name="site">The folder of the site.</param>
    public void Write(string site)
    {
        string file = System.IO.Path.Combine(site, Path.Replace('/', System.IO.Path.DirectorySeparatorChar));
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(file)!);
        File.WriteAllBytes(file, Content);
        if (Gzip is not null)
            File.WriteAllBytes(file + ".gz", Gzip);
        if (Brotli is not null)
            File.WriteAllBytes(file + ".br", Brotli);
    }

    private static byte[] Pack(byte[] content, Func<Stream, Stream> open)
    {
        using MemoryStream packed = new();
        using (Stream stream = open(packed))
            stream.Write(content);
        return packed.ToArray();
    }
}
