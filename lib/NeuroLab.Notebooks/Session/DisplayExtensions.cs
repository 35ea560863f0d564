using static NeuroLab.Notebooks.Session.NotebookFunctions;

namespace NeuroLab.Notebooks.Session;

/// <summary>What every value can be asked in a cell. The names are those of Polyglot Notebooks, so that a cell runs there too.</summary>
public static class DisplayExtensions
{
    /// <summary>Shows a value below the cell, as <see cref="display"/> does: <c>5.Display()</c>.</summary>
    /// <param name="value">The value.</param>
    /// <param name="mimeTypes">In which views, such as <c>text/html</c>; none named means those the type prefers.</param>
    /// <returns>A handle that can show another value in the same place.</returns>
    public static DisplayedValue Display(this object? value, params string[] mimeTypes) => display(value, mimeTypes);

    /// <summary>Shows a text as what it is: <c>"&lt;b&gt;bold&lt;/b&gt;".DisplayAs("text/html")</c>.</summary>
    /// <param name="value">The text.</param>
    /// <param name="mimeType">What it is, such as <c>text/html</c> or <c>text/markdown</c>.</param>
    /// <returns>A handle that can show another value in the same place.</returns>
    public static DisplayedValue DisplayAs(this string value, string mimeType) =>
        mimeType == "text/html" ? display(HTML(value)) : display(value, mimeType);
}
