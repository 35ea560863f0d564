namespace NeuroLab.Notebooks.Session.Views;

/// <summary>Keeps a view finite: stops at cycles, at great depth, after many values, and after many letters.</summary>
internal sealed class ViewLimits
{
    /// <summary>What stands below a view of which something is left out.</summary>
    public const string Rest = "... stands for what is left out. To see it, show that part by itself, such as value.Part or list[3].";

    private const int Deepest = 5;
    private readonly HashSet<object> ancestors = new(ReferenceEqualityComparer.Instance);
    private int values = 500;
    private int letters = 50_000;

    /// <summary>Whether something was left out.</summary>
    public bool IsCut { get; private set; }

    /// <summary>Goes into a value. False where the view must stop, with the reason to show in its place.</summary>
    public bool TryEnter(object? value, out string reason)
    {
        bool isCycle = value is not null && !value.GetType().IsValueType && ancestors.Contains(value);
        reason = isCycle ? $"({TypeNames.Of(value)}, which holds this)" : "...";
        if (isCycle)
            return false;
        if (ancestors.Count >= Deepest || letters < 0 || --values < 0)
        {
            IsCut = true;
            return false;
        }

        if (value is not null)
            ancestors.Add(value);
        return true;
    }

    /// <summary>Takes up room with a text. Where there is none left, the text is left out.</summary>
    public string Fit(string text)
    {
        if (letters < 0)
        {
            IsCut = true;
            return "...";
        }

        // The markup around it counts as well.
        letters -= text.Length + 16;
        return text;
    }

    /// <summary>Comes back from a value entered.</summary>
    public void Leave(object? value)
    {
        if (value is not null)
            ancestors.Remove(value);
    }
}
