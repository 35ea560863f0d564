namespace NeuroLab.Notebooks.Session.Views;

/// <summary>The views a type brings along.</summary>
/// <param name="Preferred">The MIME types it wants to be shown in.</param>
/// <param name="Formatters">MIME type and formatter, which writes the view or returns false.</param>
internal sealed record TypeFormatters(
    IReadOnlyList<string> Preferred, IReadOnlyList<(string MimeType, Func<object, TextWriter, bool> Format)> Formatters)
{
    public static TypeFormatters None { get; } = new([], []);
}
