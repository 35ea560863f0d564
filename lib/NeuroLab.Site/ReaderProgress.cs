namespace NeuroLab.Site;

/// <summary>How far a reader is with a notebook.</summary>
/// <param name="IsRead">Whether he came to its end.</param>
/// <param name="Right">How many of its exercises are right.</param>
/// <param name="Exercises">How many exercises it has.</param>
public sealed record ReaderProgress(bool IsRead, int Right, int Exercises)
{
    /// <summary>As the map of the course says it; empty where nothing has begun.</summary>
    internal string ToHtml()
    {
        string exercises = Exercises == 0 || (!IsRead && Right == 0) ? "" : $"{HtmlText.Number(Right)} of {HtmlText.Number(Exercises)} exercises right";
        string words = string.Join(", ", new[] { IsRead ? "Read" : "", exercises }.Where(part => part.Length > 0));
        bool isDone = IsRead && Right == Exercises;
        return words.Length == 0 ? "" : $"<p class=\"progress{(isDone ? " done" : "")}\">{words}</p>\n";
    }
}
