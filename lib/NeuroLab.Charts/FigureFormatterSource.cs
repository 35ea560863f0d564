using NeuroLab.Display;

namespace NeuroLab.Charts;

/// <summary>Tells notebook hosts how to show a <see cref="Figure"/>. Hosts find it by convention.</summary>
public sealed class FigureFormatterSource
{
    private readonly TypeFormatter<Figure>[] formatters =
    [
        new(MimeTypes.Html, (figure, writer) => writer.Write(figure.ToHtml())),
        new(MimeTypes.Plotly, (figure, writer) => writer.Write(figure.ToJson())),
        new(MimeTypes.Text, (figure, writer) => writer.Write(figure.ToString())),
    ];

    /// <summary>One formatter for each MIME type.</summary>
    public IEnumerable<object> CreateTypeFormatters() => formatters;
}
