using System.Diagnostics.CodeAnalysis;
using NeuroLab.Notebooks.Session.Views;
using NeuroLab.Training;

namespace NeuroLab.Notebooks.Session;

/// <summary>What every cell can call without a using. The names are those of Polyglot Notebooks, so that a cell runs there too.</summary>
[SuppressMessage("Style", "IDE1006:Naming Styles", Justification = "Polyglot's names.")]
public static class NotebookFunctions
{
    private static ICellOutput? output;
    private static int displays;

    /// <summary>Shows a value below the cell.</summary>
    /// <param name="value">The value.</param>
    /// <param name="mimeTypes">In which views, such as <c>text/html</c>; none named means those the type prefers.</param>
    /// <returns>A handle that can show another value in the same place.</returns>
    public static DisplayedValue display(object? value, params string[] mimeTypes)
    {
        ICellOutput target = output
            ?? throw new InvalidOperationException("display works while a notebook's cell runs, but none does now.");
        Interruption.Token.ThrowIfCancellationRequested();
        string id = $"display-{Interlocked.Increment(ref displays)}";
        target.Display(id, ValueViews.Of(value, mimeTypes));
        return new DisplayedValue(target, id, mimeTypes);
    }

    /// <summary>Marks text as HTML, so that it is shown as such.</summary>
    /// <param name="html">The markup.</param>
    public static HtmlText HTML(string html) => new(html);

    internal static void Connect(ICellOutput to) => output = to;
}
