using System.Text.RegularExpressions;

namespace NeuroLab.Notebooks.Session.Assistance;

/// <summary>A cell's text as it is while someone types.</summary>
internal static partial class CellText
{
    /// <summary>The text with spaces for directives that the compiler would not take, so that all else stays where it is.</summary>
    public static string WithoutDirectives(string code) =>
        DirectivePattern().Replace(code, line => new string(' ', line.Length));

    /// <summary>The line up to the cursor.</summary>
    public static string LineBefore(string code, int cursor) => code[(code.LastIndexOf('\n', Math.Max(cursor - 1, 0), cursor) + 1)..cursor];

    [GeneratedRegex(@"^[ \t]*(#!|#r\b|#i\b|#load\b)[^\n]*", RegexOptions.Multiline)]
    private static partial Regex DirectivePattern();
}
