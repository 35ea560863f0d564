using Microsoft.CodeAnalysis;

namespace NeuroLab.Site.Code;

/// <summary>Code as a page shows it.</summary>
/// <param name="Html">The code, escaped and coloured.</param>
/// <param name="Project">What code after it continues; null before the first.</param>
internal sealed record ColoredCode(string Html, ProjectId? Project)
{
    /// <summary>Code without colours, which code after it does not know.</summary>
    /// <param name="code">The code.</param>
    /// <param name="previous">The code before it.</param>
    public static ColoredCode Plain(string code, ColoredCode? previous)
    {
        (string beginning, string? missing) = PageLimits.Cut(code);
        return new(HtmlText.EscapeWithLanguages(beginning) + (missing is null ? "" : $"\n<span class=\"c\">{HtmlText.Escape(missing)}</span>"), previous?.Project);
    }
}
