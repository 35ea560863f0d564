namespace NeuroLab.Course.Exercises;

/// <summary>Answers that name things by their letters.</summary>
internal static class Letters
{
    /// <summary>The letters A to D that stand alone or in pairs: "B, C", "bc" and "B and C" are the same answer.</summary>
    /// <param name="answer">What the reader wrote.</param>
    internal static string In(string answer) => string.Concat(answer.ToUpperInvariant()
        .Split([.. answer.ToUpperInvariant().Where(letter => !char.IsAsciiLetter(letter))], StringSplitOptions.RemoveEmptyEntries)
        .Where(word => word.Length <= 4 && word.All(letter => letter is >= 'A' and <= 'D')));
}
