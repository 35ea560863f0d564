using System.Security.Cryptography;

namespace NeuroLab.Tool.Fetching;

/// <summary>
/// A file while it is fetched: its first bytes, under the name <c>*.part</c>. It stays when fetching stops, so that the next
/// run can go on from there, and takes its real name only when its checksum is right.
/// </summary>
internal sealed class PartFile : IDisposable
{
    private readonly string target;
    private readonly FileStream stream;

    private PartFile(RemoteFile file, string target)
    {
        File = file;
        this.target = target;

        // Unbuffered, so that a full disk is noticed by the write that meets it. Not shared, so that two commands don't mix.
        stream = new FileStream(PathOf(target), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 0, useAsync: true);
        stream.Position = stream.Length;
    }

    /// <summary>The file this is to become.</summary>
    public RemoteFile File { get; }

    /// <summary>How many bytes are there.</summary>
    public long Length => stream.Length;

    /// <summary>Opens the part that an earlier run left, or begins one. One that is longer than the file is begun anew.</summary>
    /// <exception cref="FetchException">The disk does not take it.</exception>
    public static PartFile Open(string folder, RemoteFile file)
    {
        string target = Path.Combine(folder, file.Name);
        try
        {
            PartFile part = new(file, target);
            if (part.Length > file.Size)
                part.Restart();
            return part;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw FetchException.Disk(PathOf(target), error);
        }
    }

    /// <summary>Whether a file on disk is the one that is meant.</summary>
    /// <exception cref="FetchException">It can't be read.</exception>
    public static async Task<bool> IsRightAsync(string path, RemoteFile file, CancellationToken cancellation)
    {
        try
        {
            await using FileStream stream = new(path, FileMode.Open, FileAccess.Read, FileShare.Read);
            return await IsRightAsync(stream, file, cancellation).ConfigureAwait(false);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new FetchException($"{path} can't be read: {error.Message} Delete it and run the same command again.");
        }
    }

    /// <summary>Whether all bytes are there and are the right ones.</summary>
    public async Task<bool> IsRightAsync(CancellationToken cancellation)
    {
        stream.Position = 0;
        bool isRight = await IsRightAsync(stream, File, cancellation).ConfigureAwait(false);
        stream.Position = stream.Length;
        return isRight;
    }

    /// <summary>Forgets what is there.</summary>
    public void Restart() => stream.SetLength(0);

    /// <summary>Adds the next bytes.</summary>
    /// <exception cref="FetchException">The disk does not take them.</exception>
    public async Task AppendAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellation)
    {
        try
        {
            await stream.WriteAsync(bytes, cancellation).ConfigureAwait(false);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw FetchException.Disk(PathOf(target), error);
        }
    }

    /// <summary>Gives the file its real name, in place of whatever has it.</summary>
    /// <exception cref="FetchException">The disk does not allow it.</exception>
    public void PutInPlace()
    {
        try
        {
            stream.Flush(flushToDisk: true);
            stream.Dispose();
            System.IO.File.Move(PathOf(target), target, overwrite: true);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw FetchException.Disk(target, error);
        }
    }

    /// <summary>Closes the part and leaves it for the next run, unless it is empty.</summary>
    public void Dispose()
    {
        if (!stream.CanRead)
            return;
        bool isEmpty = Length == 0;
        stream.Dispose();
        if (isEmpty)
            System.IO.File.Delete(PathOf(target));
    }

    private static string PathOf(string target) => target + ".part";

    private static async Task<bool> IsRightAsync(FileStream stream, RemoteFile file, CancellationToken cancellation) =>
        stream.Length == file.Size
        && Convert.ToHexStringLower(await SHA256.HashDataAsync(stream, cancellation).ConfigureAwait(false)) == file.Sha256;
}
