namespace NeuroLab.Charts;

/// <summary>Writes figures as one MIME type. Hosts call it by convention.</summary>
/// <param name="mimeType">The MIME type it writes.</param>
/// <param name="render">Makes the text.</param>
public sealed class FigureFormatter(string mimeType, Func<Figure, string> render)
{
    /// <summary>The MIME type this formatter writes.</summary>
    public string MimeType { get; } = mimeType;

    /// <summary>The type this formatter writes.</summary>
    public Type Type { get; } = typeof(Figure);

    /// <summary>Writes a figure; false when the value is none.</summary>
    /// <param name="value">The value to show.</param>
    /// <param name="writer">Where its text goes.</param>
    public bool Format(object value, TextWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        if (value is not Figure figure)
            return false;
        writer.Write(render(figure));
        return true;
    }
}
