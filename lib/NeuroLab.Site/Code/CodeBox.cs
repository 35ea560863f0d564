namespace NeuroLab.Site.Code;

/// <summary>The box in which a page shows code.</summary>
internal static class CodeBox
{
    /// <summary>Wraps coloured code.</summary>
    /// <param name="html">The code, escaped and coloured.</param>
    /// <param name="language">The language as a fence names it; empty for none.</param>
    public static string Write(string html, string language)
    {
        string title = language switch
        {
            "csharp" or "c#" or "cs" => "C#",
            "python" or "py" => "Python",
            _ => "",
        };
        string label = title.Length > 0 ? $" data-language=\"{title}\"" : "";
        return $"<div class=\"code\"{label}><pre><code translate=\"no\">{html}</code></pre></div>";
    }
}
