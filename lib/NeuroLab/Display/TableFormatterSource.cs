using System.Diagnostics.CodeAnalysis;

namespace NeuroLab.Display;

/// <summary>Tells notebook hosts how to show results that have a table. Hosts find it by convention.</summary>
public sealed class TableFormatterSource
{
    /// <summary>One formatter for each MIME type.</summary>
    [SuppressMessage("Performance", "CA1822:Mark members as static", Justification = "Hosts call it on an instance.")]
    public IEnumerable<object> CreateTypeFormatters() =>
    [
        new TableFormatter("text/html", table => table.ToHtml()),
        new TableFormatter("text/plain", table => table.ToText()),
    ];
}
