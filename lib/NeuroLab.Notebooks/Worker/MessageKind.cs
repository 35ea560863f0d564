namespace NeuroLab.Notebooks.Worker;

/// <summary>What a message between the tool and its worker says.</summary>
internal enum MessageKind
{
    /// <summary>To the worker: run this cell.</summary>
    Run,

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
}
