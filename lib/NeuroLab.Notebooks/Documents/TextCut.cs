namespace NeuroLab.Notebooks.Documents;

/// <summary>Cuts text between characters: a character beyond the first 65,536 has two halves, which are nothing alone.</summary>
public static class TextCut
{
    /// <summary>How much of a text to keep so that it has at most so many letters and no half character at its end.</summary>
    /// <param name="text">The text.</param>
    /// <param name="most">The most letters, counted as <see cref="string.Length"/> does.</param>
    public static int Length(ReadOnlySpan<char> text, int most)
    {
        if (text.Length <= most)
            return text.Length;
        return most > 0 && char.IsHighSurrogate(text[most - 1]) && char.IsLowSurrogate(text[most]) ? most - 1 : most;
    }

    /// <summary>The beginning of a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="most">The most letters, counted as <see cref="string.Length"/> does.</param>
    public static string Start(string text, int most) => text[..Length(text, most)];

    /// <summary>A text in pieces.</summary>
    /// <param name="text">The text.</param>
    /// <param name="most">The most letters of a piece, counted as <see cref="string.Length"/> does; at least 2.</param>
    public static IEnumerable<ReadOnlyMemory<char>> Pieces(string text, int most)
    {
        ReadOnlyMemory<char> rest = text.AsMemory();
        while (rest.Length > 0)
        {
            int length = Length(rest.Span, most);
            yield return rest[..length];
            rest = rest[length..];
        }
    }
}
