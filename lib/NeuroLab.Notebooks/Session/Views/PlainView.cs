namespace NeuroLab.Notebooks.Session.Views;

/// <summary>Shows any value as one line of text, or as the lines it prints itself.</summary>
internal static class PlainView
{
    public static string Of(object? value) => value is string text ? text : Show(value, new ViewLimits());

    private static string Show(object? value, ViewLimits limits)
    {
        if (ConventionFormatters.Format(value, "text/plain") is { } own)
            return own;
        ValueShape shape = ValueShape.Of(value);
        if (shape is ValueShape.Leaf leaf)
            return value is string ? $"\"{leaf.Text}\"" : leaf.Text;
        if (!limits.TryEnter(value, out string reason))
            return reason;
        string text = shape switch
        {
            ValueShape.Items { More: var more } items when value is System.Runtime.CompilerServices.ITuple =>
                $"({Join(items.Values.Select(item => Show(item, limits)), more)})",
            ValueShape.Items items => $"[{Join(items.Values.Select(item => Show(item, limits)), items.More)}]",
            ValueShape.Pairs pairs =>
                $"{{{Join(pairs.Values.Select(pair => $"{Show(pair.Key, limits)}: {Show(pair.Value, limits)}"), pairs.More)}}}",
            ValueShape.Members { OwnText: { } print } => print,
            ValueShape.Members members =>
                $"{members.Name} {{ {Join(members.Values.Select(member => $"{member.Name} = {Show(member.Value, limits)}"), null)} }}".TrimStart(),
            _ => "",
        };
        limits.Leave(value);
        return text;
    }

    private static string Join(IEnumerable<string> parts, string? more) =>
        string.Join(", ", more is null ? parts : parts.Append(more));
}
