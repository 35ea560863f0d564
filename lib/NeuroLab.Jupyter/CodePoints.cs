namespace NeuroLab.Jupyter;

/// <summary>Jupyter counts a cursor's place in Unicode characters, .NET in UTF-16 units: an emoji is one there and two here.</summary>
internal static class CodePoints
{
    /// <summary>A place in .NET's count.</summary>
    public static int ToUtf16(string text, int place)
    {
        int at = 0;
        for (int i = 0; i < place && at < text.Length; i++)
            at += at + 1 < text.Length && char.IsSurrogatePair(text, at) ? 2 : 1;
        return at;
    }

    /// <summary>A place in Jupyter's count.</summary>
    public static int FromUtf16(string text, int place)
    {
        int count = 0;
        for (int at = 0; at < place && at < text.Length; count++)
            at += at + 1 < text.Length && char.IsSurrogatePair(text, at) ? 2 : 1;
        return count;
    }
}
