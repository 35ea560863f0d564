namespace NeuroLab.Notebooks.Session.Views;

/// <summary>Keeps a view finite: stops at cycles, at great depth, and after many values.</summary>
internal sealed class ViewLimits
{
    private const int Deepest = 5;
    private readonly HashSet<object> ancestors = new(ReferenceEqualityComparer.Instance);
    private int remaining = 2000;

    /// <summary>Goes into a value. False where the view must stop, with the reason to show in its place.</summary>
    public bool TryEnter(object? value, out string reason)
    {
        bool isCycle = value is not null && !value.GetType().IsValueType && ancestors.Contains(value);
        reason = isCycle ? $"({TypeNames.Of(value)}, which holds this)" : "...";
        if (isCycle || ancestors.Count >= Deepest || --remaining < 0)
            return false;
        if (value is not null)
            ancestors.Add(value);
        return true;
    }

    /// <summary>Comes back from a value entered.</summary>
    public void Leave(object? value)
    {
        if (value is not null)
            ancestors.Remove(value);
    }
}
