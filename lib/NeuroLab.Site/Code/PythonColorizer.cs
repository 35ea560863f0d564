using System.Text;
using System.Text.RegularExpressions;

namespace NeuroLab.Site.Code;

/// <summary>Colours the short Python pieces that show how PyTorch says the same.</summary>
internal static partial class PythonColorizer
{
    /// <summary>Colours comments, strings, numbers, keywords and calls; everything else stays as it is.</summary>
    public static string Colorize(string code)
    {
        var html = new StringBuilder(code.Length * 2);
        int end = 0;
        foreach (Match match in Tokens().Matches(code))
        {
            html.Append(HtmlText.EscapeWithLanguages(code[end..match.Index]));
            string name = match.Groups.Values.Skip(1).First(group => group.Success).Name;
            html.Append($"<span class=\"{name}\">{HtmlText.EscapeWithLanguages(match.Value)}</span>");
            end = match.Index + match.Length;
        }

        return html.Append(HtmlText.EscapeWithLanguages(code[end..])).ToString();
    }

    [GeneratedRegex("""
        (?<c>\#[^\n]*)
        |(?<s>[rfb]{0,2}(?:"{3}[\s\S]*?"{3}|'{3}[\s\S]*?'{3}|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'))
        |(?<n>\b\d[\d_]*(?:\.\d*)?(?:[eE][+-]?\d+)?\b)
        |(?<k>\b(?:and|as|assert|async|await|break|class|continue|def|del|elif|else|except|False|finally|for|from|global|if|import|in|is|lambda|None|nonlocal|not|or|pass|raise|return|True|try|while|with|yield)\b)
        |(?<m>\b[a-zA-Z_]\w*(?=\())
        """, RegexOptions.IgnorePatternWhitespace | RegexOptions.ExplicitCapture)]
    private static partial Regex Tokens();
}
