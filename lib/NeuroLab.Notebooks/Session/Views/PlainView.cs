namespace NeuroLab.Notebooks.Session.Views;

/// <summary>Shows any value as one line of text, or as the lines it prints itself.</summary>
internal sealed class PlainView
{
    private readonly ViewLimits limits = new();

    private PlainView()
    {
    }

    public static string Of(object? value)
    {
        if (value is string whole)
            return whole;
        PlainView view = new();
        string text = view.Show(value);
        return view.limits.IsCut ? $"{text}\n{ViewLimits.Rest}" : text;
    }

    private string Show(object? value)
    {
        if (ConventionFormatters.Format(value, "text/plain") is { } own)
            return own;
        ValueShape shape = ValueShape.Of(value);
        if (shape is ValueShape.Leaf leaf)
            return limits.Fit(value is string ? $"\"{leaf.Text}\"" : leaf.Text);
        if (shape is ValueShape.Members { OwnText: { } print })
            return limits.Fit(print);
        if (!limits.TryEnter(value, out string reason))
            return reason;
        string text = shape switch
        {
            ValueShape.Items { More: var more } items when value is System.Runtime.CompilerServices.ITuple =>
                $"({Join(items.Values.Select(Show), more)})",
            ValueShape.Items items => $"[{Join(items.Values.Select(Show), items.More)}]",
            ValueShape.Pairs pairs => $"{{{Join(pairs.Values.Select(pair => $"{Show(pair.Key)}: {Show(pair.Value)}"), pairs.More)}}}",
            ValueShape.Members members =>
                $"{members.Name} {{ {Join(members.Values.Select(member => $"{member.Name} = {Show(member.Value)}"), null)} }}".TrimStart(),
            _ => "",
        };
        limits.Leave(value);
        return text;
    }

    private static string Join(IEnumerable<string> parts, string? more) =>
        string.Join(", ", more is null ? parts : parts.Append(more));
}
