namespace NeuroLab.Training;

/// <summary>The wish of whoever watches that what runs now should stop: the stop button of a notebook.</summary>
/// <remarks>
/// Training looks at it between two steps, so that a stopped cell keeps its model and its history. A long loop of your own can do the
/// same: <c>Interruption.Token.ThrowIfCancellationRequested();</c>
/// </remarks>
public static class Interruption
{
    /// <summary>Is cancelled when the code that runs should stop. The notebook's host supplies one for each cell; a console program has none.</summary>
    public static CancellationToken Token { get; set; }
}
