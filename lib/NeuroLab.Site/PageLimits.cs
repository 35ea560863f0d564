using NeuroLab.Notebooks.Documents;

namespace NeuroLab.Site;

/// <summary>How much a page takes of a notebook. The notebook beside the page has the rest.</summary>
internal sealed class PageLimits
{
    /// <summary>The most characters of a text that is shown: what was printed, a value as text, the text of a cell.</summary>
    public const int Text = 100_000;

    /// <summary>The most characters of a value's other views: HTML, a picture, a chart.</summary>
    public const int View = 5_000_000;

    private const int Page = 40_000_000;

    private long room = Page;

    /// <summary>The beginning of a text, and a sentence that says how much of it is missing; null where it is whole.</summary>
    public static (string Text, string? Missing) Cut(string text)
    {
        if (text.Length <= Text)
            return (text, null);
        int end = TextCut.Length(text, Text);
        return (text[..end], $"The rest is left out: {Size(text.Length - end)} of {Size(text.Length)}. The notebook has all of it.");
    }

    /// <summary>Why something of a length can't be shown; null where it can. What is shown takes its part of the page.</summary>
    /// <param name="what">What it is, such as "This picture".</param>
    /// <param name="length">Its length in characters.</param>
    public string? Refuse(string what, int length)
    {
        if (length > View)
            return $"{what} is left out: it is {Size(length)} long, and a page takes at most {Size(View)} of one output. The notebook has it.";
        if (length > room)
            return $"{what} is left out: the outputs of this page are longer than {Size(Page)} together. The notebook has it.";
        room -= length;
        return null;
    }

    private static string Size(int length) => length < 1_000_000
        ? $"{HtmlText.Number((length + 999) / 1000)} KB"
        : string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{length / 1e6:0.#} MB");
}
