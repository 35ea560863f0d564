namespace NeuroLab.Display;

/// <summary>
/// Writes values of one type in one MIME type, with the members by which notebook hosts know a formatter:
/// see <see cref="TypeFormatterSourceAttribute"/>.
/// </summary>
/// <typeparam name="T">The type of the values.</typeparam>
/// <param name="mimeType">The MIME type, such as <c>text/html</c>.</param>
/// <param name="write">Writes a value.</param>
public sealed class TypeFormatter<T>(string mimeType, Action<T, TextWriter> write)
{
    private readonly Type type = typeof(T);

    /// <summary>The MIME type in which values are written.</summary>
    public string MimeType => mimeType;

    /// <summary>The type whose values are written.</summary>
    public Type Type => type;

    /// <summary>Writes a value, unless it is of another type.</summary>
    /// <param name="value">The value.</param>
    /// <param name="writer">Where it is written.</param>
    /// <returns>Whether it was written; if not, the host shows it in its own way.</returns>
    public bool Format(object value, TextWriter writer)
    {
        if (value is not T typed)
            return false;
        write(typed, writer);
        return true;
    }
}
