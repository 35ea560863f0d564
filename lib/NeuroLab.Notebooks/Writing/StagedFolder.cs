using System.Diagnostics;
using System.Globalization;

namespace NeuroLab.Notebooks.Writing;

/// <summary>A folder that is written whole or not at all: under another name first, and put in place at the end.</summary>
/// <remarks>
/// A folder already in the place stays the same folder, be it a link, a mounted disk or one that a program watches: its files are
/// replaced one by one. That happens only to a folder that was written this way, with nothing else put into it.
/// </remarks>
public sealed class StagedFolder : IDisposable
{
    private const string ListName = ".neurolab-site";

    private readonly OutputPlace place;
    private readonly string staging;

    private StagedFolder(string target, string remedy)
    {
        place = OutputPlace.Of(target, remedy);
        if (Path.GetDirectoryName(place.Path) is null)
            throw place.Refusal($"{target} is the root of a disk, which can't be written as a whole.");
        place.CheckFolder();
        CheckContents();
        place.Try(ClearLeftovers);
        staging = Prefix + Environment.ProcessId.ToString(CultureInfo.InvariantCulture);
    }

    // On the same disk as the place, so that files need only be renamed in the end.
    private string Prefix => Directory.Exists(place.Path)
        ? Path.Combine(place.Path, ".neurolab.new-")
        : Path.Combine(Path.GetDirectoryName(place.Path)!, $".{Path.GetFileName(place.Path)}.new-");

    /// <summary>Says whether a folder may be written, before any work is spent on it.</summary>
    /// <param name="target">Its place, as the user gave it.</param>
    /// <param name="remedy">What to do where it may not: a sentence that ends the message.</param>
    /// <exception cref="OutputException">The place is a file, holds what must not be lost, or can't be written.</exception>
    public static void Check(string target, string remedy)
    {
        using StagedFolder _ = new(target, remedy);
    }

    /// <summary>Writes a folder.</summary>
    /// <param name="target">Its place, as the user gave it.</param>
    /// <param name="remedy">What to do where it can't be written: a sentence that ends the message.</param>
    /// <param name="write">Writes the files into a folder it is given.</param>
    /// <param name="isReplaceable">Whether another such call may replace the folder later.</param>
    /// <param name="cancellation">Stops the work and leaves the place as it was.</param>
    /// <exception cref="OutputException">The place is a file, holds what must not be lost, or can't be written.</exception>
    public static void Write(string target, string remedy, Action<string> write, bool isReplaceable = true, CancellationToken cancellation = default)
    {
        using StagedFolder folder = new(target, remedy);
        folder.place.Try(() =>
        {
            Directory.CreateDirectory(folder.staging);
            write(folder.staging);
            cancellation.ThrowIfCancellationRequested();
            folder.Commit(isReplaceable);
        });
    }

    /// <summary>Removes what was written, unless it was put in place.</summary>
    public void Dispose()
    {
        try
        {
            if (Directory.Exists(staging))
                Directory.Delete(staging, recursive: true);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // The next run clears it away. What went wrong before is what the user should read.
        }
    }

    private void Commit(bool isReplaceable)
    {
        string[] files = [.. Files(staging).Order(StringComparer.Ordinal)];
        string list = Path.Combine(staging, ListName);
        if (isReplaceable)
            File.WriteAllLines(list, files);
        if (!Directory.Exists(place.Path))
        {
            Directory.Move(staging, place.Path);
            return;
        }

        CheckContents();
        string[] outdated = [.. Listed().Except(files)];
        if (isReplaceable)
        {
            // Until the last file is in place both old and new ones are known as this folder's, should the command be killed.
            string both = Path.Combine(staging, ListName + ".all");
            File.WriteAllLines(both, [.. files, .. outdated]);
            File.Move(both, Path.Combine(place.Path, ListName), overwrite: true);
        }

        foreach (string file in files)
        {
            string to = Path.Combine(place.Path, file);
            Directory.CreateDirectory(Path.GetDirectoryName(to)!);
            File.Move(Path.Combine(staging, file), to, overwrite: true);
        }

        foreach (string file in outdated)
            Delete(Path.Combine(place.Path, file));
        if (isReplaceable)
            File.Move(list, Path.Combine(place.Path, ListName), overwrite: true);
    }

    private void Delete(string file)
    {
        File.Delete(file);
        for (string folder = Path.GetDirectoryName(file)!;
            folder.Length > place.Path.Length && Directory.Exists(folder) && !Directory.EnumerateFileSystemEntries(folder).Any();
            folder = Path.GetDirectoryName(folder)!)
        {
            Directory.Delete(folder);
        }
    }

    private void CheckContents()
    {
        if (!Directory.Exists(place.Path))
            return;
        string? foreign = null;
        place.Try(() =>
        {
            HashSet<string> known = [.. Listed(), ListName];
            foreign = Files(place.Path).FirstOrDefault(file => !known.Contains(file) && !file.StartsWith(".neurolab.new-", StringComparison.Ordinal));
        });
        if (foreign is not null)
        {
            throw place.Refusal(
                $"The folder {place.Path} holds {foreign}, which was not written by an earlier run. Nothing of yours is written over: an empty or a new folder is needed.");
        }
    }

    private string[] Listed()
    {
        string list = Path.Combine(place.Path, ListName);
        return File.Exists(list) ? File.ReadAllLines(list) : [];
    }

    // A run that was killed may have left its folder.
    private void ClearLeftovers()
    {
        string folder = Path.GetDirectoryName(Prefix)!;
        string prefix = Path.GetFileName(Prefix);
        if (!Directory.Exists(folder))
            return;
        foreach (string left in Directory.GetDirectories(folder, prefix + "*"))
        {
            string owner = Path.GetFileName(left)[prefix.Length..];
            if (int.TryParse(owner, CultureInfo.InvariantCulture, out int id) && !IsRunning(id))
                Directory.Delete(left, recursive: true);
        }
    }

    private static bool IsRunning(int id)
    {
        try
        {
            using var process = Process.GetProcessById(id);
            return id != Environment.ProcessId;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    private static IEnumerable<string> Files(string folder) => Directory
        .EnumerateFiles(folder, "*", SearchOption.AllDirectories)
        .Select(file => Path.GetRelativePath(folder, file).Replace('\\', '/'));
}
