namespace NeuroLab.Jupyter;

/// <summary>Compares texts with a pattern in which * stands for any letters and ? for one.</summary>
internal static class Glob
{
    /// <summary>Whether the whole text is as the pattern says.</summary>
    /// <remarks>
    /// Only the last * is ever tried again, since whatever an earlier one could take in its place, a later one takes as well. So the
    /// time is at most the product of both lengths, whatever the pattern.
    /// </remarks>
    public static bool IsMatch(string text, string pattern)
    {
        if (pattern.AsSpan().Count('*') + text.Length < pattern.Length)
            return false;
        int star = -1, taken = 0, at = 0;
        for (int letter = 0; letter < text.Length;)
        {
            if (at < pattern.Length && pattern[at] == '*')
            {
                star = at++;
                taken = letter;
            }
            else if (at < pattern.Length && (pattern[at] == '?' || pattern[at] == text[letter]))
            {
                at++;
                letter++;
            }
            else if (star >= 0)
            {
                at = star + 1;
                letter = ++taken;
            }
            else
            {
                return false;
            }
        }

        return pattern.AsSpan(at).TrimStart('*').IsEmpty;
    }
}
