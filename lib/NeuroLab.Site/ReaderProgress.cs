using NeuroLab.Notebooks.Running;

namespace NeuroLab.Site;

/// <summary>How far a reader is with a notebook.</summary>
/// <param name="IsRead">Whether he came to its end.</param>
/// <param name="Exercises">All its exercises, and what their checks said last.</param>
public sealed record ReaderProgress(bool IsRead, IReadOnlyList<ExerciseResult> Exercises)
{
    private const string Right = "right";

    /// <summary>As the map of the course says it; empty where nothing has begun.</summary>
    internal string ToHtml()
    {
        bool isTried = Exercises.Any(exercise => exercise.State is Right or "not yet");
        if (!IsRead && !isTried)
            return "";
        int right = Count([this]);
        string exercises = Exercises.Count == 0 ? "" : $"{HtmlText.Number(right)} of {HtmlText.Number(Exercises.Count)} exercises right";
        string words = string.Join(", ", new[] { IsRead ? "Read" : "", exercises }.Where(part => part.Length > 0));
        bool isDone = IsRead && right == Exercises.Count;
        string marks = isTried ? $"<ul class=\"marks\">\n{string.Concat(Exercises.Select(Mark))}</ul>\n" : "";
        return $"<p class=\"progress{(isDone ? " done" : "")}\">{words}</p>\n{marks}";
    }

    /// <summary>How far the reader is with the whole course, in a sentence; empty where nothing has begun.</summary>
    internal static string Sum(IReadOnlyCollection<ReaderProgress> all)
    {
        int read = all.Count(progress => progress.IsRead);
        int right = Count(all);
        return read + right == 0
            ? ""
            : $"You have read {HtmlText.Number(read)} of {HtmlText.Number(all.Count)} notebooks; {HtmlText.Number(right)} of {HtmlText.Number(all.Sum(progress => progress.Exercises.Count))} exercises are right.";
    }

    private static int Count(IEnumerable<ReaderProgress> all) => all.Sum(progress => progress.Exercises.Count(exercise => exercise.State == Right));

    private static string Mark(ExerciseResult exercise)
    {
        string sign = exercise.State switch { Right => "✓", "not yet" => "↻", _ => "○" };
        return $"<li class=\"{exercise.State.Replace(' ', '-')}\"><span aria-hidden=\"true\">{sign}</span> {HtmlText.Escape(exercise.Id)}<span class=\"visually-hidden\">: {exercise.State}</span></li>\n";
    }
}
