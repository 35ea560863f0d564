using System.Diagnostics;
using System.Globalization;

namespace NeuroLab.Notebooks.Export;

/// <summary>
/// A folder that appears whole or not at all: it is written beside its place under another name and moved there at the end.
/// </summary>
/// <remarks>A folder already in the place is replaced only if it is such a folder itself, with nothing else put into it.</remarks>
internal sealed class StagedFolder : IDisposable
{
    private const string ListName = ".neurolab-site";

    private readonly string target;
    private readonly string old;

    /// <summary>Begins a folder.</summary>
    /// <param name="target">Its place.</param>
    /// <exception cref="SiteExportException">The place is taken by something that must not be lost, or can't be written.</exception>
    public StagedFolder(string target)
    {
        this.target = Path.TrimEndingDirectorySeparator(Path.GetFullPath(target));
        string parent = Path.GetDirectoryName(this.target)
            ?? throw new SiteExportException($"The site can't replace the root folder {target}. Name a folder of its own.");
        string hidden = Path.Combine(parent, "." + Path.GetFileName(this.target));
        old = hidden + ".old";
        string id = Environment.ProcessId.ToString(CultureInfo.InvariantCulture);
        Staging = $"{hidden}.new-{id}";
        CheckPlace(this.target);
        try
        {
            Directory.CreateDirectory(parent);
            Recover(parent);
            Directory.CreateDirectory(Staging);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new SiteExportException($"The folder {target} can't be written: {error.Message} Name another folder with --output.", error);
        }
    }

    /// <summary>Where to write until <see cref="Commit"/>.</summary>
    public string Staging { get; }

    /// <summary>Says whether a site may be written in a place, before any work is spent on it.</summary>
    /// <exception cref="SiteExportException">It may not; the message says why.</exception>
    public static void CheckPlace(string target)
    {
        if (File.Exists(target))
            throw new SiteExportException($"The output must be a folder, but {target} is a file. Name another folder with --output.");
        if (!Directory.Exists(target))
            return;
        string list = Path.Combine(target, ListName);
        HashSet<string> written = File.Exists(list) ? [.. File.ReadAllLines(list), ListName] : [];
        if (Files(target).FirstOrDefault(file => !written.Contains(file)) is { } foreign)
        {
            throw new SiteExportException(
                $"The output folder {target} holds {foreign}, which is not part of a site made before. " +
                "Writing the site replaces the folder: name an empty or new folder with --output.");
        }
    }

    /// <summary>Moves the folder to its place.</summary>
    public void Commit()
    {
        File.WriteAllLines(Path.Combine(Staging, ListName), Files(Staging).Order(StringComparer.Ordinal));
        if (Directory.Exists(target))
        {
            CheckPlace(target);
            Directory.Move(target, old);
        }

        Directory.Move(Staging, target);
        if (Directory.Exists(old))
            Directory.Delete(old, recursive: true);
    }

    /// <summary>Removes what was written, unless it was moved to its place.</summary>
    public void Dispose()
    {
        if (Directory.Exists(Staging))
            Directory.Delete(Staging, recursive: true);
    }

    // A run that was killed may have left its folder, or stopped between the two moves.
    private void Recover(string parent)
    {
        CheckPlace(old);
        if (Directory.Exists(old) && !Directory.Exists(target))
            Directory.Move(old, target);
        else if (Directory.Exists(old))
            Directory.Delete(old, recursive: true);
        string prefix = $".{Path.GetFileName(target)}.new-";
        foreach (string left in Directory.GetDirectories(parent, prefix + "*"))
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
