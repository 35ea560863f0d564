namespace NeuroLab.Course.Exercises;

/// <summary>How far the reader has come with an exercise.</summary>
public enum ExerciseState
{
    /// <summary>The stub is as it came: there is no answer yet.</summary>
    NotTried,

    /// <summary>There is an answer, and it is not right yet; the message says where to look.</summary>
    NotYet,

    /// <summary>The answer is right.</summary>
    Right,
}
