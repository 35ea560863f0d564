using NeuroLab.Display;

namespace NeuroLab.Charts;

/// <summary>Tells notebook hosts how to show a <see cref="DrawingPad"/>. Hosts find it by convention.</summary>
public sealed class DrawingPadFormatterSource
{
    private readonly TypeFormatter<DrawingPad>[] formatters =
    [
        new(MimeTypes.Html, (pad, writer) => writer.Write(pad.ToHtml())),
        new(MimeTypes.Text, (pad, writer) => writer.Write(pad.ToString())),
    ];

    /// <summary>One formatter for each MIME type.</summary>
    public IEnumerable<object> CreateTypeFormatters() => formatters;
}
