using System.Globalization;

namespace NeuroLab.Notebooks.Writing;

/// <summary>A place that a user named to be written to. Whether it can be is found out before any work is spent on it.</summary>
public sealed class OutputPlace
{
    private const int DiskFullOnUnix = 28;
    private const int DiskFullOnWindows = unchecked((int)0x80070070);

    private const int MostLinks = 40;

    private readonly string given;
    private readonly string remedy;

    private OutputPlace(string given, string path, string remedy)
    {
        this.given = given;
        this.remedy = remedy;
        Path = path;
    }

    /// <summary>The full path. Where a link was named, it is what the link leads to.</summary>
    public string Path { get; }

    /// <summary>The folder above.</summary>
    private string Parent => System.IO.Path.GetDirectoryName(Path) ?? Path;

    /// <summary>The place that a path names.</summary>
    /// <param name="given">The path as the user gave it.</param>
    /// <param name="remedy">What to do where it can't be written: a sentence that ends each message.</param>
    /// <exception cref="OutputException">The path is empty, or not one that a system can have.</exception>
    public static OutputPlace Of(string given, string remedy)
    {
        if (string.IsNullOrWhiteSpace(given))
            throw new OutputException($"A place to write to was expected, but \"{given}\" was given. {remedy}");
        try
        {
            string path = System.IO.Path.TrimEndingDirectorySeparator(System.IO.Path.GetFullPath(given));
            string target = Followed(path);
            // A link such as /dev/stdout leads to a pipe, which has a name among the system's processes but no path.
            bool leadsToPath = System.IO.Path.Exists(target) || !target.StartsWith("/proc/", StringComparison.Ordinal);
            return new OutputPlace(given, leadsToPath ? target : path, remedy);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new OutputException($"{given} can't be written: {Reason(error)} {remedy}", error);
        }
    }

    /// <summary>Why something could not be written, as a sentence.</summary>
    /// <param name="error">What the system said.</param>
    public static string Reason(Exception error)
    {
        ArgumentNullException.ThrowIfNull(error);
        if (error is OutputException { InnerException: { } inner })
            error = inner;
        return IsDiskFull(error) ? "The disk is full." : error.Message;
    }

    /// <summary>Whether something could not be written because the disk is full.</summary>
    /// <param name="error">What the system said.</param>
    public static bool IsDiskFull(Exception error)
    {
        ArgumentNullException.ThrowIfNull(error);
        return error.HResult is DiskFullOnUnix or DiskFullOnWindows;
    }

    /// <summary>Makes sure that a folder can be written here, whether or not it is there already. Nothing is left behind.</summary>
    /// <exception cref="OutputException">It can't; the message says why.</exception>
    public void CheckFolder()
    {
        if (File.Exists(Path))
            throw Refusal($"{given} is a file, and a folder is needed.");
        string nearest = Path;
        while (!System.IO.Path.Exists(nearest) && System.IO.Path.GetDirectoryName(nearest) is { } above)
            nearest = above;
        if (File.Exists(nearest))
            throw Refusal($"{given} can't be written: {nearest} is a file.");
        Try(() => WriteTrial(nearest));
    }

    /// <summary>Makes sure that a file can be written here. Nothing is left behind.</summary>
    /// <exception cref="OutputException">It can't; the message says why.</exception>
    public void CheckFile()
    {
        if (Directory.Exists(Path))
            throw Refusal($"{given} is a folder, and a file is needed.");
        if (!Directory.Exists(Parent))
            throw Refusal($"{given} can't be written: the folder {Parent} does not exist.");
        if (File.Exists(Path) && File.GetAttributes(Path).HasFlag(FileAttributes.ReadOnly))
            throw Refusal($"{given} can't be written: the file is write-protected.");
        Try(() => WriteTrial(Parent));
    }

    /// <summary>Does a piece of the writing, and words what goes wrong.</summary>
    /// <param name="write">The piece.</param>
    /// <exception cref="OutputException">It failed.</exception>
    public void Try(Action write)
    {
        ArgumentNullException.ThrowIfNull(write);
        try
        {
            write();
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new OutputException($"{given} can't be written: {Reason(error)} {remedy}", error);
        }
    }

    /// <summary>A refusal to write here.</summary>
    internal OutputException Refusal(string problem) => new($"{problem} {remedy}");

    // What a link leads to, also where that is not there yet.
    private static string Followed(string path)
    {
        for (int links = 0; new FileInfo(path).LinkTarget is { } target; links++)
        {
            if (links == MostLinks)
                throw new IOException("Its links lead in a circle.");
            path = System.IO.Path.GetFullPath(target, System.IO.Path.GetDirectoryName(path)!);
        }

        return path;
    }

    // A right that is there on paper may be missing all the same, on a disk that is full or can only be read.
    private static void WriteTrial(string folder)
    {
        string trial = System.IO.Path.Combine(folder, $".neurolab.trial-{Environment.ProcessId.ToString(CultureInfo.InvariantCulture)}");
        using FileStream file = new(trial, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0, FileOptions.DeleteOnClose);
        file.WriteByte(0);
    }
}
