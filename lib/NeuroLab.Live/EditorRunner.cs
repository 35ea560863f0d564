namespace NeuroLab.Live;

/// <summary>
/// Runs the cells of one notebook for an editor, which says by two streams what a page says by its connection: the requests and the
/// messages of <c>runner.ts</c> and <c>message-runner.ts</c>, each as JSON on a line of its own.
/// </summary>
public static class EditorRunner
{
    /// <summary>Serves the editor until its input ends; then the notebook's worker ends as well.</summary>
    /// <param name="notebook">The notebook's file, in whose folder the cells run. It is neither read nor written, and need not be there yet.</param>
    /// <param name="input">Brings the editor's requests.</param>
    /// <param name="output">Takes messages to it.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <exception cref="FormatException">A line is no request.</exception>
    public static async Task ServeAsync(string notebook, Stream input, Stream output, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(notebook);
        ArgumentNullException.ThrowIfNull(input);
        ArgumentNullException.ThrowIfNull(output);
        string path = Path.GetFullPath(notebook);
        await using Sessions sessions = new(new LiveOptions { Folder = Path.GetDirectoryName(path) ?? path });
        RunnerConnection connection = new(new LineWire(input, output), sessions.Of(path));
        await connection.ServeAsync(cancellation).ConfigureAwait(false);
        if (connection.Refused is { } reason)
            throw new FormatException(reason);
    }
}
