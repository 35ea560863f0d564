namespace NeuroLab.Notebooks.Worker;

/// <summary>What a message between the tool and its worker says.</summary>
internal enum MessageKind
{
    /// <summary>To the worker: run this cell.</summary>
    Run,

    /// <summary>To the worker: stop the cell that runs, if it can be stopped.</summary>
    Interrupt,

    /// <summary>To the worker: answer a question about code.</summary>
    Ask,

    /// <summary>To the worker: the notebook's cells, run or not.</summary>
    Cells,

    /// <summary>To the worker: what the user typed.</summary>
    Typed,

    /// <summary>From the worker: it has warmed up and takes cells.</summary>
    Ready,

    /// <summary>From the worker: console output.</summary>
    Stream,

    /// <summary>From the worker: a displayed value.</summary>
    Display,

    /// <summary>From the worker: new content for a displayed value.</summary>
    Update,

    /// <summary>From the worker: the value of the last expression.</summary>
    Result,

    /// <summary>From the worker: what goes on.</summary>
    Progress,

    /// <summary>From the worker: the cell is done.</summary>
    Done,

    /// <summary>From the worker: the cell ends the process.</summary>
    Exit,

    /// <summary>From the worker: the answer to a question about code.</summary>
    Answer,

    /// <summary>From the worker: the cell waits for a line from the user.</summary>
    Input,
}
