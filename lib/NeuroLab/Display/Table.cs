using System.Net;
using System.Text;

namespace NeuroLab.Display;

/// <summary>
/// A small table for people to read, as text and as HTML. With no rows there is nothing to head, and only the note is shown.
/// </summary>
/// <param name="headers">The heading of each column. A heading that ends in <c>#</c> marks a column of numbers, set flush right.</param>
internal sealed class Table(params IReadOnlyList<string> headers)
{
    private readonly string[] headers = [.. headers.Select(header => header.TrimEnd('#'))];
    private readonly bool[] numeric = [.. headers.Select(header => header.EndsWith('#'))];
    private readonly List<string[]> rows = [];

    /// <summary>A line above the table.</summary>
    internal string? Caption { get; init; }

    /// <summary>A line below the table.</summary>
    internal string? Note { get; set; }

    /// <summary>Whether the note tells of a mistake.</summary>
    internal bool NoteIsError { get; set; }

    internal void Add(params string[] cells) => rows.Add(cells);

    internal string ToText()
    {
        int[] widths = [.. headers.Select((header, column) => rows.Select(row => row[column].Length).Append(header.Length).Max())];
        StringBuilder text = new();
        if (Caption is not null)
            text.Append(Caption).Append('\n');
        if (rows.Count > 0)
        {
            AppendRow(text, headers, widths);
            text.Append(string.Join("  ", widths.Select(width => new string('-', width)))).Append('\n');
        }
        foreach (string[] row in rows)
            AppendRow(text, row, widths);
        if (Note is not null)
            text.Append(Note).Append('\n');
        return text.ToString().TrimEnd('\n');
    }

    internal string ToHtml()
    {
        StringBuilder html = new();
        if (rows.Count > 0)
            AppendTable(html);
        if (Note is not null)
            html.Append($"<p{(NoteIsError ? " role=\"alert\"" : "")}>{WebUtility.HtmlEncode(Note)}</p>");
        return html.ToString();
    }

    private void AppendTable(StringBuilder html)
    {
        html.Append("<table class=\"neurolab-table\">");
        if (Caption is not null)
            html.Append($"<caption>{WebUtility.HtmlEncode(Caption)}</caption>");
        html.Append("<thead><tr>");
        for (int column = 0; column < headers.Length; column++)
            html.Append($"<th scope=\"col\"{Alignment(column)}>{WebUtility.HtmlEncode(headers[column])}</th>");
        html.Append("</tr></thead><tbody>");
        foreach (string[] row in rows)
        {
            html.Append("<tr>");
            for (int column = 0; column < headers.Length; column++)
                html.Append($"<td{Alignment(column)}>{WebUtility.HtmlEncode(row[column])}</td>");
            html.Append("</tr>");
        }
        html.Append("</tbody></table>");
    }

    private string Alignment(int column) => $" style=\"text-align: {(numeric[column] ? "right" : "left")}\"";

    private void AppendRow(StringBuilder text, string[] cells, int[] widths) =>
        text.Append(string.Join("  ", cells.Select((cell, column) => numeric[column] ? cell.PadLeft(widths[column]) : cell.PadRight(widths[column]))).TrimEnd()).Append('\n');
}
