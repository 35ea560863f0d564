using System.Text.Json.Nodes;

namespace NeuroLab.Charts;

public sealed partial class Figure
{
    /// <summary>Sets the title: what to see in the figure.</summary>
    /// <param name="title">A sentence without its full stop, such as "The loss stops falling after epoch 20".</param>
    public Figure WithTitle(string title)
    {
        Title = title;
        return this;
    }

    /// <summary>Replaces the text alternative that was made from the data.</summary>
    /// <param name="altText">What the figure shows, for those who can't see it.</param>
    public Figure WithAltText(string altText)
    {
        AltText = altText;
        return this;
    }

    /// <summary>Sets the size. A figure is never wider than the page it stands in.</summary>
    /// <param name="width">The greatest width in pixels; null for the width of the page.</param>
    /// <param name="height">The height in pixels; null leaves it.</param>
    public Figure WithSize(int? width = null, int? height = null)
    {
        if (width is <= 0 || height is <= 0)
        {
            throw new ArgumentOutOfRangeException(width is <= 0 ? nameof(width) : nameof(height),
                $"A figure's width and height are numbers of pixels above 0; {width?.ToString() ?? "-"} x {height?.ToString() ?? "-"} was given.");
        }

        if (width is int w)
            Layout["width"] = w;
        if (height is int h)
            Layout["height"] = h;
        return this;
    }

    /// <summary>Says what the axes stand for, with the unit where there is one: "speed in km/h".</summary>
    /// <param name="x">What the x axis stands for; null leaves it.</param>
    /// <param name="y">What the y axis stands for; null leaves it.</param>
    public Figure WithAxisTitles(string? x = null, string? y = null)
    {
        if (x is not null)
            Layout.Child("xaxis")["title"] = FigureDefaults.AxisTitle(x);
        if (y is not null)
            Layout.Child("yaxis")["title"] = FigureDefaults.AxisTitle(y);
        return this;
    }

    /// <summary>Sets what part of the axes is shown.</summary>
    /// <param name="x">The smallest and the largest x; null leaves the axis as it is.</param>
    /// <param name="y">The smallest and the largest y; null leaves the axis as it is.</param>
    public Figure WithRange((double From, double To)? x = null, (double From, double To)? y = null)
    {
        SetRange("xaxis", x);
        SetRange("yaxis", y);
        return this;
    }

    /// <summary>Makes a unit along x as long as a unit along y, so that angles and shapes are true: a circle is round.</summary>
    /// <exception cref="InvalidOperationException">The figure does not say what part of its axes it shows: see <see cref="WithRange"/>.</exception>
    public Figure WithTrueScale()
    {
        KeepAspect(Shown("xaxis") / Shown("yaxis"));
        return this;

        double Shown(string axis) => Layout[axis]?["range"] is JsonArray { Count: 2 } range
            ? Math.Abs(range[1].Number()!.Value - range[0].Number()!.Value)
            : throw new InvalidOperationException($"A true scale needs the part of the {axis[0]} axis that is shown, but it has no range yet. Call WithRange(x: ..., y: ...) first.");
    }

    /// <summary>Makes the y axis logarithmic, so that each step up the axis is a tenfold.</summary>
    public Figure WithLogY()
    {
        var axis = Layout.Child("yaxis");
        axis["type"] = "log";
        axis["exponentformat"] = "e";
        // More ticks than these stand too close where the page is narrow.
        axis["nticks"] = 5;
        return this;
    }

    /// <summary>Sets which numbers the ends of the colour scale stand for, so that figures side by side can be compared.</summary>
    /// <param name="from">The number of the first colour.</param>
    /// <param name="to">The number of the last colour; of a scale with blue and orange ends, as far above 0 as the first is below.</param>
    /// <exception cref="ArgumentException">The numbers are not finite, not in order, or 0 is not in the middle of a signed scale.</exception>
    public Figure WithColorRange(double from, double to)
    {
        if (!double.IsFinite(from) || !double.IsFinite(to) || from >= to)
            throw new ArgumentException($"The colours go from one finite number up to another; {Words.Number(from)} to {Words.Number(to)} was given.");
        foreach (JsonObject trace in Data.OfType<JsonObject>().Where(trace => trace["zmin"] is not null))
        {
            if (ColorScale.IsSigned(trace) && from != -to)
                throw new ArgumentException($"Blue and orange mean below and above 0, so 0 is the middle: give the range {Words.Number(-to)} to {Words.Number(to)} instead of {Words.Number(from)} to {Words.Number(to)}.");
            (trace["zmin"], trace["zmax"]) = (from, to);
        }
        return this;
    }

    /// <summary>Draws a thin line across the figure, such as a target or the loss of guessing.</summary>
    /// <param name="y">Where it stands on the y axis.</param>
    /// <param name="label">What it means; it stands beside the line, where it covers the least.</param>
    public Figure WithHorizontalLine(double y, string label = "")
    {
        AddLineShape(new JsonObject { ["xref"] = "x domain", ["x0"] = 0, ["x1"] = 1, ["yref"] = "y", ["y0"] = y, ["y1"] = y }, label);
        AltText = Words.Join(AltText, $"Horizontal line at {Words.Number(y)}{Words.Suffix(": ", label)}.");
        return this;
    }

    /// <summary>Draws a thin line down the figure, such as the epoch with the lowest loss.</summary>
    /// <param name="x">Where it stands on the x axis.</param>
    /// <param name="label">What it means; it stands beside the line, where it covers the least.</param>
    public Figure WithVerticalLine(double x, string label = "")
    {
        AddLineShape(new JsonObject { ["xref"] = "x", ["x0"] = x, ["x1"] = x, ["yref"] = "y domain", ["y0"] = 0, ["y1"] = 1 }, label);
        AltText = Words.Join(AltText, $"Vertical line at {Words.Number(x)}{Words.Suffix(": ", label)}.");
        return this;
    }

    /// <summary>Asks the page to keep width to height of the plot, up to the figure's height, so that cells stay square.</summary>
    internal void KeepAspect(double aspect) => Layout.Child("meta")["aspect"] = aspect;

    private void AddLineShape(JsonObject shape, string label)
    {
        shape["type"] = "line";
        shape["line"] = new JsonObject { ["color"] = Palette.Quiet, ["width"] = 1.5, ["dash"] = "dash" };
        // Where it stands is chosen when all is drawn: see LineLabels.
        if (label.Length > 0)
            shape["label"] = new JsonObject { ["text"] = Words.Escape(label), ["textangle"] = 0 };
        if (Layout["shapes"] is not JsonArray shapes)
            Layout["shapes"] = shapes = [];
        shapes.Add((JsonNode)shape);
    }

    private void SetRange(string axis, (double From, double To)? range)
    {
        if (range is not (double from, double to))
            return;
        if (!double.IsFinite(from) || !double.IsFinite(to) || from == to)
        {
            throw new ArgumentException(
                $"The range of the {axis[0]} axis goes from one finite number to another; {Words.Number(from)} to {Words.Number(to)} was given.");
        }

        bool log = Layout.Child(axis)["type"]?.GetValue<string>() == "log";
        Layout.Child(axis)["range"] = log ? new JsonArray(Math.Log10(from), Math.Log10(to)) : new JsonArray(from, to);
    }
}
