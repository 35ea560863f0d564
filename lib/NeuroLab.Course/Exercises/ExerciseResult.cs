using NeuroLab.Display;

namespace NeuroLab.Course.Exercises;

/// <summary>What a check says about an answer. A notebook shows it as the result of the check's cell.</summary>
/// <param name="Id">The exercise, such as <c>01.2</c>: the second one of notebook 01.</param>
/// <param name="State">How far the reader has come.</param>
/// <param name="Message">What the check has to say: praise that explains, or a hint that fits the mistake.</param>
[TypeFormatterSource(typeof(ExerciseResultFormatterSource), PreferredMimeTypes = ["text/html", ExerciseResultFormatterSource.MimeType])]
public sealed record ExerciseResult(string Id, ExerciseState State, string Message)
{
    /// <summary>The state in words: right, not yet, not tried.</summary>
    public string StateInWords => State switch
    {
        ExerciseState.Right => "right",
        ExerciseState.NotYet => "not yet",
        _ => "not tried",
    };

    /// <summary>One line, such as <c>Exercise 01.2, not yet: ...</c>.</summary>
    public override string ToString() => $"Exercise {Id}, {StateInWords}: {Message}";
}
