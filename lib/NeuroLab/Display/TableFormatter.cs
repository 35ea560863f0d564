namespace NeuroLab.Display;

/// <summary>Writes results that have a table as one MIME type. Hosts call it by convention.</summary>
public sealed class TableFormatter
{
    private readonly Func<Table, string> render;

    internal TableFormatter(string mimeType, Func<Table, string> render)
    {
        MimeType = mimeType;
        this.render = render;
    }

    /// <summary>The MIME type this formatter writes.</summary>
    public string MimeType { get; }

    /// <summary>Writes a value; false when it has no table.</summary>
    /// <param name="value">The value to show.</param>
    /// <param name="writer">Where its text goes.</param>
    public bool Format(object value, TextWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        if (value is not IShownAsTable shown)
            return false;
        writer.Write(render(shown.ToTable()));
        return true;
    }
}
