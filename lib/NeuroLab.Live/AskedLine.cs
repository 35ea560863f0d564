using System.Text.Json.Nodes;

namespace NeuroLab.Live;

/// <summary>The line that a cell reads, asked from the reader.</summary>
/// <param name="send">Tells the pages that the cell asks.</param>
internal sealed class AskedLine(Action<JsonObject> send)
{
    private volatile TaskCompletionSource<string?>? asked;

    /// <summary>Asks the pages.</summary>
    /// <param name="cell">The cell's id.</param>
    public Task<string?> AskAsync(string cell)
    {
        TaskCompletionSource<string?> answer = new(TaskCreationOptions.RunContinuationsAsynchronously);
        asked = answer;
        send(new JsonObject { ["type"] = "input", ["cell"] = cell });
        return answer.Task;
    }

    /// <summary>The reader's answer; null where there is no more input. It means nothing where no cell asks.</summary>
    public void Reply(string? line) => asked?.TrySetResult(line);
}
