using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using NeuroLab.Notebooks.Session;

namespace NeuroLab.Notebooks.Worker;

/// <summary>One line between the tool and its worker. Which fields are used depends on the kind.</summary>
internal sealed record WorkerMessage
{
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required MessageKind Kind { get; init; }

    /// <summary>Of a run: the cell's number. Of an exit: the exit code.</summary>
    public int Number { get; init; }

    /// <summary>Of a stream: which. Of a display and its updates: its id.</summary>
    public string? Name { get; init; }

    /// <summary>Of a run: the code. Of a stream or progress: the text.</summary>
    public string? Text { get; init; }

    /// <summary>Of a display, an update or a result: the views by MIME type.</summary>
    public JsonObject? Data { get; init; }

    /// <summary>Of a cell that is done: why it failed, if it did.</summary>
    public CellError? Error { get; init; }
}
