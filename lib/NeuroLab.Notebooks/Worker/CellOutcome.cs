using NeuroLab.Notebooks.Session;

namespace NeuroLab.Notebooks.Worker;

/// <summary>How a cell's run ended.</summary>
/// <param name="Error">Why it failed; null where it did not.</param>
/// <param name="Duration">How long it took.</param>
/// <param name="SessionEnded">Whether the cell took its session with it; variables are lost then.</param>
public sealed record CellOutcome(CellError? Error, TimeSpan Duration, bool SessionEnded);
