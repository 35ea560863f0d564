namespace NeuroLab.Site.Code;

/// <summary>Tells code from rubble that could cost the compiler its stack: nested, or going on without end.</summary>
/// <remarks>
/// Brackets in texts and comments count as well, since only a compiler would know them from others. So the limits are far
/// above what is written by hand.
/// </remarks>
internal static class CodeExtent
{
    private const int Longest = 40_000, Deepest = 150, LongestStretch = 2_000, MostStringsInStrings = 10;

    /// <summary>Whether the compiler may be given the code.</summary>
    public static bool IsReadable(string code)
    {
        if (code.Length > Longest)
            return false;
        int brackets = 0, angles = 0, stretch = 0;
        var strings = new Stack<int>();
        for (int i = 0; i < code.Length; i++)
        {
            char c = code[i];
            brackets += c is '(' or '[' or '{' ? 1 : c is ')' or ']' or '}' ? -1 : 0;
            // What looks like an open < mostly is a comparison, and ends with the statement.
            angles = EndsStatement(c) ? 0 : c is '<' ? angles + 1 : c is '>' ? angles - 1 : angles;
            // Chains and prefixes nest without brackets: -(-(-x)) is as deep as ---x.
            stretch = EndsStatement(c) || c is ',' ? 0 : char.IsWhiteSpace(c) ? stretch : stretch + 1;
            // How deep the brackets were where strings with holes began: each such string within another doubles the compiler's work.
            while (strings.TryPeek(out int depth) && depth > brackets)
                strings.Pop();
            if (c == '$' && !strings.Contains(brackets))
                strings.Push(brackets);
            if (strings.Count > MostStringsInStrings || brackets > Deepest || angles > Deepest || stretch > LongestStretch)
                return false;
        }

        return true;
    }

    private static bool EndsStatement(char c) => c is ';' or '{' or '}';
}
