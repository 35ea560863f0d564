using System.Globalization;
using System.Net;
using System.Text;

namespace NeuroLab.Tensors;

/// <summary>
/// Writes a tensor as HTML: a table a matrix, numbers shaded by sign and size (blue above zero, orange below), with the shape above.
/// </summary>
internal static class TensorHtml
{
    private const string Cell = "padding:1px 6px;text-align:right;font-family:monospace;";

    internal static string Write(Tensor tensor)
    {
        float[] shown = TensorText.Shown(tensor);
        NumberColumn column = new(shown);
        float largest = shown.Where(float.IsFinite).Select(MathF.Abs).DefaultIfEmpty(0).Max();
        StringBuilder html = new($"<div>Tensor {WebUtility.HtmlEncode(tensor.Shape.ToString())}");
        WriteBlocks(tensor, 0, 0, "", column, largest, html);
        return html.Append("</div>").ToString();
    }

    /// <summary>All axes but the last two become headed tables, one below the other.</summary>
    private static void WriteBlocks(Tensor tensor, int axis, int offset, string heading, NumberColumn column, float largest, StringBuilder html)
    {
        if (tensor.Rank - axis <= 2)
        {
            WriteTable(tensor, offset, heading, column, largest, html);
            return;
        }
        int size = tensor.Shape[axis];
        string name = tensor.Shape.NameOf(axis) is { } axisName ? WebUtility.HtmlEncode(axisName) + " " : "";
        foreach (int place in TensorText.PlacesOf(size))
        {
            if (place < 0)
                html.Append("<div>...</div>");
            else
                WriteBlocks(tensor, axis + 1, offset * size + place, string.Create(CultureInfo.InvariantCulture, $"{heading}{(heading.Length > 0 ? ", " : "")}{name}{place}"), column, largest, html);
        }
    }

    private static void WriteTable(Tensor tensor, int block, string heading, NumberColumn column, float largest, StringBuilder html)
    {
        int rows = tensor.Rank > 1 ? tensor.Shape[^2] : 1, columns = tensor.Rank > 0 ? tensor.Shape[^1] : 1;
        html.Append("<table style=\"border-collapse:collapse;margin:4px 0\">");
        if (heading.Length > 0)
            html.Append("<caption style=\"text-align:left\">").Append(heading).Append("</caption>");
        foreach (int row in TensorText.PlacesOf(rows))
        {
            html.Append("<tr>");
            foreach (int place in TensorText.PlacesOf(columns))
            {
                if (row < 0 || place < 0)
                {
                    html.Append("<td style=\"").Append(Cell).Append("\">...</td>");
                    continue;
                }
                float value = tensor.Values[(block * rows + row) * columns + place];
                html.Append("<td style=\"").Append(Cell).Append(Shade(value, largest)).Append("\">").Append(column.Write(value)).Append("</td>");
            }
            html.Append("</tr>");
        }
        html.Append("</table>");
    }

    private static string Shade(float value, float largest)
    {
        if (!float.IsFinite(value) || value == 0)
            return "";
        // Orange above zero, blue below, as in the charts.
        string colour = value > 0 ? "230,120,0" : "0,114,178";
        return string.Create(CultureInfo.InvariantCulture, $"background:rgba({colour},{0.5f * MathF.Abs(value) / largest:0.##})");
    }
}
