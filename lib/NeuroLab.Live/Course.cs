using System.Collections.Concurrent;
using NeuroLab.Notebooks.Documents;
using NeuroLab.Site;

namespace NeuroLab.Live;

/// <summary>The notebooks of the folder as pages show them. A file is read again only when it has changed.</summary>
/// <param name="folder">The folder.</param>
/// <param name="teaching">The notes for teachers.</param>
internal sealed class Course(NotebookFolder folder, TeachingNotes teaching)
{
    private readonly ConcurrentDictionary<string, Entry> entries = new();

    /// <summary>The pages of the course as its files are now.</summary>
    public LivePages Pages() => new([.. folder.Files().Select(file => Read(file).Notebook)], teaching);

    /// <summary>How far the reader is with a notebook.</summary>
    /// <param name="path">Its file.</param>
    public ReaderProgress ProgressOf(string path) => Read(path).Progress;

    // An editor that empties the file before it writes it may do both within one tick of the clock: the length tells them apart.
    private Entry Read(string path)
    {
        var file = new FileInfo(path);
        (DateTime, long) state = file.Exists ? (file.LastWriteTimeUtc, file.Length) : default;
        return entries.TryGetValue(path, out Entry? known) && known.State == state
            ? known
            : entries[path] = Load(path, state);
    }

    private static Entry Load(string path, (DateTime, long) state)
    {
        try
        {
            var document = NotebookDocument.Load(path);
            return new Entry(state, new SiteNotebook(path, document), ReaderProgress.Of(document));
        }
        catch (NotebookFormatException error)
        {
            var broken = NotebookDocument.Create();
            broken.Cells.Add(NotebookCell.Create(CellKind.Markdown, $"# {Path.GetFileNameWithoutExtension(path)}\n\nThis notebook can't be read: {error.Message}"));
            return new Entry(state, new SiteNotebook(path, broken), new ReaderProgress(false, []));
        }
    }

    private sealed record Entry((DateTime Written, long Length) State, SiteNotebook Notebook, ReaderProgress Progress);
}
