namespace NeuroLab.Site.Html;

/// <summary>Says on a page what is not on it, and why.</summary>
internal static class LeftOutSentence
{
    /// <summary>A sentence of its own.</summary>
    /// <param name="sentence">The sentence, as text.</param>
    public static string Write(string sentence) => $"<p class=\"left-out\">{HtmlText.Escape(sentence)}</p>";

    /// <summary>Names what a text may not bring into a page.</summary>
    /// <param name="names">What it is, such as "&lt;script&gt;".</param>
    public static string Of(IReadOnlyCollection<string> names) => names.Count == 0
        ? ""
        : Write($"Left out of this page, because it could act on it or is not known: {string.Join(", ", names.Take(12))}" +
            $"{(names.Count > 12 ? $" and {HtmlText.Number(names.Count - 12)} more" : "")}. The notebook has it.") + "\n";
}
