namespace NeuroLab.Charts;

/// <summary>Tells notebook hosts how to show a <see cref="Figure"/>. Hosts find it by convention.</summary>
public sealed class FigureFormatterSource
{
    private readonly FigureFormatter[] formatters =
    [
        new(MimeTypes.Html, figure => figure.ToHtml()),
        new(MimeTypes.Plotly, figure => figure.ToJson()),
        new(MimeTypes.Text, figure => figure.ToString()),
    ];

    /// <summary>One formatter for each MIME type.</summary>
    public IEnumerable<object> CreateTypeFormatters() => formatters;
}
