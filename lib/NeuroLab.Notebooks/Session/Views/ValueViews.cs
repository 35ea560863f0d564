using System.Text.Json;
using System.Text.Json.Nodes;

namespace NeuroLab.Notebooks.Session.Views;

/// <summary>Makes the views of a value that a notebook shows.</summary>
internal static class ValueViews
{
    private const string Html = "text/html";
    private const string Plain = "text/plain";

    /// <summary>The views by MIME type.</summary>
    /// <param name="value">Any value.</param>
    /// <param name="mimeTypes">The views wanted; none named means those the type prefers.</param>
    /// <exception cref="CellFailedException">A formatter failed, or there is no such view.</exception>
    public static JsonObject Of(object? value, IReadOnlyList<string> mimeTypes)
    {
        JsonObject data = [];
        IReadOnlyList<string> wanted = mimeTypes.Count > 0 ? mimeTypes : ConventionFormatters.Preferred(value);
        foreach (string mimeType in wanted.Count > 0 ? wanted : DefaultFor(value))
        {
            if (ConventionFormatters.Format(value, mimeType) is { } text)
                data[mimeType] = AsNode(mimeType, text, value!);
            else if (mimeTypes.Count > 0 || mimeType is Html or Plain)
                data[mimeType] = Default(value, mimeType);
        }

        if (data.Count == 0)
        {
            foreach (string mimeType in DefaultFor(value))
                data[mimeType] = Default(value, mimeType);
        }

        return data;
    }

    private static string[] DefaultFor(object? value) =>
        value is HtmlText ? [Html] : ValueShape.Of(value) is ValueShape.Leaf ? [Plain] : [Html, Plain];

    private static JsonNode? Default(object? value, string mimeType) => (mimeType, value) switch
    {
        (Html, HtmlText html) => html.Html,
        (Html, _) => HtmlView.Of(value),
        (Plain, _) => PlainView.Of(value),
        ("application/json", not string) => JsonSerializer.SerializeToNode(value),
        (_, string text) => AsNode(mimeType, text, text),
        _ => throw CellFailedException.Because("NoSuchView",
            $"A value of type {TypeNames.Of(value)} has no view {mimeType}. Use {Html} or {Plain}, or give display a text."),
    };

    private static JsonNode? AsNode(string mimeType, string text, object value)
    {
        if (mimeType != "application/json" && !mimeType.EndsWith("+json", StringComparison.Ordinal))
            return text;
        try
        {
            return JsonNode.Parse(text);
        }
        catch (JsonException exception)
        {
            throw CellFailedException.Because("FormatterFailed",
                $"The view {mimeType} of {TypeNames.Of(value)} must be JSON, but it is not: {exception.Message}");
        }
    }
}
