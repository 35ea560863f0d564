namespace NeuroLab.Display;

/// <summary>
/// Shows values of one type in one MIME type. A class named by <see cref="TypeFormatterSourceAttribute"/> returns these.
/// </summary>
/// <typeparam name="T">What is shown.</typeparam>
/// <param name="mimeType">How, such as <c>text/html</c>.</param>
/// <param name="view">The text of a value.</param>
public sealed class ViewFormatter<T>(string mimeType, Func<T, string> view)
{
    /// <summary>How the values are shown.</summary>
    public string MimeType { get; } = mimeType;

    /// <summary>What is shown.</summary>
    public Type Type => typeof(T);

    /// <summary>Writes a value.</summary>
    /// <param name="value">The value.</param>
    /// <param name="writer">Where it goes.</param>
    /// <returns>Whether the value was of this formatter's type, and so was written.</returns>
    public bool Format(object value, TextWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        if (value is not T typed)
            return false;
        writer.Write(view(typed));
        return true;
    }
}
