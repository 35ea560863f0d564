namespace NeuroLab.Display;

/// <summary>
/// Names the class that knows how to show a value in a notebook.
/// </summary>
/// <remarks>
/// Notebook hosts find this attribute by its name alone, so a type can say how it looks without a reference to any host.
/// The source class has a public parameterless constructor and a method <c>IEnumerable&lt;object&gt; CreateTypeFormatters()</c>;
/// each formatter it returns has a property <c>string MimeType</c> and a method <c>bool Format(object value, TextWriter writer)</c>.
/// </remarks>
/// <param name="formatterSourceType">The class that makes the formatters.</param>
[AttributeUsage(AttributeTargets.Class, Inherited = true)]
public sealed class TypeFormatterSourceAttribute(Type formatterSourceType) : Attribute
{
    /// <summary>The class that makes the formatters.</summary>
    public Type FormatterSourceType { get; } = formatterSourceType;

    /// <summary>The MIME types in which a value is shown when nothing else is asked for.</summary>
    public string[] PreferredMimeTypes { get; set; } = [];
}
