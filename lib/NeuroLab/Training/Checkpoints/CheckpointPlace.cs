namespace NeuroLab.Training;

/// <summary>Writes a checkpoint's file: it is there as a whole or not at all, and one that was there stays until then.</summary>
internal static class CheckpointPlace
{
    // What leads to an open handle, such as /dev/stdout and /dev/fd/1, leads through this folder of the system's.
    private const string OfProcesses = "/proc/";

    /// <summary>Writes the file.</summary>
    /// <exception cref="IOException">It can't be written. The message says where and why.</exception>
    internal static void Write(string path, Action<Stream> write) => Write(path, write, keep: true);

    /// <summary>Finds out before the work that makes it whether the file can be written. Nothing is left there.</summary>
    /// <exception cref="IOException">It can't. The message says where and why.</exception>
    internal static void RequireWritable(string path) => Write(path, static stream => stream.WriteByte(0), keep: false);

    private static void Write(string path, Action<Stream> write, bool keep)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        string full = Path.GetFullPath(path);
        string partial = "";
        try
        {
            full = TargetOf(full);
            RequireFile(full);
            string folder = Path.GetDirectoryName(full)!;
            Directory.CreateDirectory(folder);
            partial = Path.Combine(folder, $".{Guid.NewGuid():N}.part");
            using (FileStream stream = new(partial, FileMode.CreateNew))
            {
                write(stream);
                stream.Flush(flushToDisk: true);
            }
            if (keep)
                File.Move(partial, full, overwrite: true);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new IOException($"The checkpoint {path} can't be written to {full}: {error.Message} Give a file in a folder that you may write to, on a disk with room.", error);
        }
        finally
        {
            if (partial.Length > 0)
                File.Delete(partial);
        }
    }

    // A link stays one: what it leads to is written.
    private static string TargetOf(string path)
    {
        string? next = new FileInfo(path).LinkTarget;
        if (new[] { path, next, new DirectoryInfo(Path.GetDirectoryName(path)!).LinkTarget }.Any(way => way?.StartsWith(OfProcesses, StringComparison.Ordinal) is true))
            throw NoFile();
        return next is null ? path : File.ResolveLinkTarget(path, returnFinalTarget: true)!.FullName;
    }

    // A device or a pipe must not give way to a file, and nothing could be loaded from it. It has no length, and none can be set.
    private static void RequireFile(string path)
    {
        if (Directory.Exists(path))
            throw new IOException("There is a folder of that name.");
        if (!File.Exists(path) || new FileInfo(path).Length > 0)
            return;
        using FileStream empty = new(path, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0);
        try
        {
            empty.SetLength(0);
        }
        catch (Exception refused) when (refused is NotSupportedException or IOException)
        {
            throw NoFile();
        }
    }

    private static IOException NoFile() => new("That is a device or a pipe, and a checkpoint is a file.");
}
