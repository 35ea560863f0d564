using System.Globalization;
using System.Text;

namespace NeuroLab.Notebooks.Writing;

/// <summary>
/// A file that is written whole or not at all. What is no ordinary file, such as a device, a pipe or a terminal, is written into.
/// </summary>
public sealed class OutputFile : IDisposable
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private readonly OutputPlace place;
    private readonly Stream? stream;

    private OutputFile(OutputPlace place, Stream? stream)
    {
        this.place = place;
        this.stream = stream;
    }

    /// <summary>Makes sure that the file can be written, before the work that fills it.</summary>
    /// <param name="given">The path as the user gave it; what a link leads to is written, and the link stays.</param>
    /// <param name="remedy">What to do where it can't be written: a sentence that ends each message.</param>
    /// <exception cref="OutputException">The place is a folder, in a folder that does not exist, or can't be written.</exception>
    public static OutputFile Open(string given, string remedy)
    {
        OutputPlace place = OutputPlace.Of(given, remedy);
        Stream? stream = null;
        place.Try(() => stream = StandardStream(given) ?? Device(place.Path));
        if (stream is null)
            place.CheckFile();
        return new OutputFile(place, stream);
    }

    /// <summary>Writes the file. Where that fails, an older file stays as it was.</summary>
    /// <param name="text">All of its text, which becomes UTF-8.</param>
    /// <exception cref="OutputException">It can't be written.</exception>
    public void Write(string text)
    {
        byte[] bytes = Utf8.GetBytes(text);
        place.Try(() =>
        {
            if (stream is null)
                Replace(place.Path, bytes);
            else
                WriteInto(stream, bytes);
        });
    }

    /// <summary>Closes what is open.</summary>
    public void Dispose() => stream?.Dispose();

    // The command's own streams may be files that hold something already, which must stay.
    private static Stream? StandardStream(string path) => OperatingSystem.IsWindows() ? null : path switch
    {
        "/dev/stdout" or "/dev/fd/1" or "/proc/self/fd/1" => Console.OpenStandardOutput(),
        "/dev/stderr" or "/dev/fd/2" or "/proc/self/fd/2" => Console.OpenStandardError(),
        _ => null,
    };

    // Devices and pipes have no length. Neither has an empty file, which loses nothing when it is written into.
    private static FileStream? Device(string path) => File.Exists(path) && new FileInfo(path).Length == 0
        ? new FileStream(path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite, bufferSize: 0)
        : null;

    private static void WriteInto(Stream stream, byte[] bytes)
    {
        try
        {
            stream.Write(bytes);
            stream.Flush();
        }
        catch (IOException) when (stream is FileStream { CanSeek: true } file && file.Position > 0)
        {
            file.SetLength(0);
            throw;
        }
    }

    private static void Replace(string path, byte[] bytes)
    {
        string id = Environment.ProcessId.ToString(CultureInfo.InvariantCulture);
        string draft = Path.Combine(Path.GetDirectoryName(path)!, $".{Path.GetFileName(path)}.{id}.tmp");
        try
        {
            File.WriteAllBytes(draft, bytes);
            if (!OperatingSystem.IsWindows() && File.Exists(path))
                File.SetUnixFileMode(draft, File.GetUnixFileMode(path));
            File.Move(draft, path, overwrite: true);
        }
        finally
        {
            File.Delete(draft);
        }
    }
}
