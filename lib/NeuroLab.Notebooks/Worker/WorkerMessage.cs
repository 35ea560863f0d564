using System.Text.Json.Nodes;
using NeuroLab.Notebooks.Session;

namespace NeuroLab.Notebooks.Worker;

/// <summary>A message between the tool and its worker. Which fields are used depends on the kind.</summary>
internal sealed record WorkerMessage
{
    public required MessageKind Kind { get; init; }

    /// <summary>Of a run: the cell's number. Of a question: the cursor's place. Of an exit: the exit code. Of input and what was typed: which time it is that a cell asks.</summary>
    public int Number { get; init; }

    /// <summary>Of a stream or a question: which. Of a display and its updates: its id.</summary>
    public string? Name { get; init; }

    /// <summary>Of a run or a question: the code. Of a stream or progress: the text. Of what was typed: the line, null where there is none.</summary>
    public string? Text { get; init; }

    /// <summary>Of a display, an update or a result: the views by MIME type. Of an answer: what it says. Of cells: their code by name.</summary>
    public JsonObject? Data { get; init; }

    /// <summary>Of a run: whether the user can be asked for input.</summary>
    public bool AllowsInput { get; init; }

    /// <summary>Of a cell that is done: why it failed, if it did.</summary>
    public CellError? Error { get; init; }
}
