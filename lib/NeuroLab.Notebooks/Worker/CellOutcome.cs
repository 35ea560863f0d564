using NeuroLab.Notebooks.Documents;
using NeuroLab.Notebooks.Session;

namespace NeuroLab.Notebooks.Worker;

/// <summary>How a cell's run ended.</summary>
/// <param name="Error">Why it failed; null where it did not.</param>
/// <param name="Duration">How long it took.</param>
/// <param name="SessionEnded">Whether the cell took its session with it; variables are lost then.</param>
public sealed record CellOutcome(CellError? Error, TimeSpan Duration, bool SessionEnded)
{
    /// <summary>That of a cell in another language, which is not run.</summary>
    /// <param name="language">Its language.</param>
    internal static CellOutcome OtherLanguage(string language) =>
        new(CellError.Of(nameof(OtherLanguage), CellLanguage.WhyNotRun(language)), TimeSpan.Zero, SessionEnded: false);
}
