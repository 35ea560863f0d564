using System.Net;
using System.Text;

namespace NeuroLab.Notebooks.Session.Views;

/// <summary>Shows any value as HTML: a text, or a small table whose cells hold views in turn.</summary>
internal sealed class HtmlView
{
    private readonly ViewLimits limits = new();

    private HtmlView()
    {
    }

    public static string Of(object? value)
    {
        HtmlView view = new();
        string html = view.Show(value);
        return view.limits.IsCut ? $"{html}<p>{ViewLimits.Rest}</p>" : html;
    }

    private string Show(object? value)
    {
        if (value is HtmlText html)
            return html.Html;
        if (ConventionFormatters.Format(value, "text/html") is { } own)
            return own;
        ValueShape shape = ValueShape.Of(value);
        if (shape is ValueShape.Leaf leaf)
            return Text(leaf.Text);
        if (!limits.TryEnter(value, out string reason))
            return Text(reason);
        string table = shape switch
        {
            ValueShape.Items items => List(items),
            ValueShape.Pairs pairs => Table(["key", "value"], pairs.Values.Select(pair => new[] { Show(pair.Key), Show(pair.Value) }), pairs.More),
            ValueShape.Members members => Table([members.Name, ""],
                members.Values.Select(member => new[] { Text(member.Name), Show(member.Value) }), null),
            _ => "",
        };
        limits.Leave(value);
        return table;
    }

    // Things with the same members make one table with a column for each member.
    private string List(ValueShape.Items items)
    {
        List<ValueShape.Members> rows = [.. items.Values
            .Where(item => ConventionFormatters.Format(item, "text/html") is null)
            .Select(ValueShape.Of).OfType<ValueShape.Members>()];
        if (rows.Count == items.Values.Count && rows.Count > 0
            && rows.All(row => row.Values.Select(value => value.Name).SequenceEqual(rows[0].Values.Select(value => value.Name))))
        {
            return Table(["", .. rows[0].Values.Select(value => value.Name)],
                rows.Select((row, i) => (string[])[Text($"{i}"), .. row.Values.Select(value => Show(value.Value))]), items.More);
        }

        return Table(["", "value"], items.Values.Select((item, i) => new[] { Text($"{i}"), Show(item) }), items.More);
    }

    private string Table(string[] header, IEnumerable<string[]> rows, string? more)
    {
        StringBuilder html = new("<table><thead><tr>");
        foreach (string title in header)
            html.Append("<th>").Append(Text(title)).Append("</th>");
        html.Append("</tr></thead><tbody>");
        foreach (string[] row in rows)
        {
            html.Append("<tr>");
            foreach (string cell in row)
                html.Append("<td>").Append(cell).Append("</td>");
            html.Append("</tr>");
        }

        if (more is not null)
            html.Append("<tr><td colspan=\"").Append(header.Length).Append("\">").Append(Text(more)).Append("</td></tr>");
        return html.Append("</tbody></table>").ToString();
    }

    private string Text(string text)
    {
        string encoded = limits.Fit(WebUtility.HtmlEncode(text));
        return text.Contains('\n', StringComparison.Ordinal) ? $"<pre>{encoded}</pre>" : encoded;
    }
}
