using NeuroLab.Notebooks.Session.Views;

namespace NeuroLab.Notebooks.Session;

/// <summary>A value on show, which can be replaced by another.</summary>
public sealed class DisplayedValue
{
    private readonly ICellOutput output;
    private readonly string id;
    private readonly string[] mimeTypes;

    internal DisplayedValue(ICellOutput output, string id, string[] mimeTypes)
    {
        this.output = output;
        this.id = id;
        this.mimeTypes = mimeTypes;
    }

    /// <summary>Shows another value in the same place.</summary>
    /// <param name="value">The value to show from now on.</param>
    public void Update(object? value) => output.Update(id, ValueViews.Of(value, mimeTypes));
}
