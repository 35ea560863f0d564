using System.Text.Json.Nodes;
using NeuroLab.Tensors;

namespace NeuroLab.Charts;

public static partial class Chart
{
    private const int LongestSide = 128;

    /// <summary>A picture in colour, from its three channels: red, green and blue.</summary>
    /// <param name="picture">The picture (channel 3, height, width), or a batch of one such picture; 0 is dark, 1 is bright, and what lies beyond is cut off.</param>
    /// <param name="title">What to see in the figure.</param>
    /// <exception cref="ArgumentException">There are not three channels, more than one picture, or sides of more than 128 pixels.</exception>
    /// <example>
    /// <code>
    /// Chart.SideBySide(Chart.ColorPicture(photograph, "In colour"), Chart.Heatmap(map, title: "What the kernel finds"));
    /// </code>
    /// </example>
    public static Figure ColorPicture(Tensor picture, string title = "")
    {
        ArgumentNullException.ThrowIfNull(picture);
        Shape shape = picture.Shape;
        if (shape.Rank is not (3 or 4) || shape[^3] != 3 || (shape.Rank == 4 && shape[0] != 1) || shape[^2] is 0 or > LongestSide || shape[^1] is 0 or > LongestSide)
            throw new ArgumentException($"A picture in colour has the shape (channel 3, height, width), with sides up to {LongestSide}; {shape} was given.", nameof(picture));
        int height = shape[^2], width = shape[^1];
        float[] pixels = picture.ToArray();
        JsonNode Pixel(int row, int column) => new JsonArray([.. Enumerable.Range(0, 3).Select(channel =>
            (JsonNode)(int)MathF.Round(255 * Math.Clamp(pixels[(((channel * height) + row) * width) + column], 0, 1)))]);
        var trace = new JsonObject
        {
            ["type"] = "image",
            ["z"] = new JsonArray([.. Enumerable.Range(0, height).Select(row => (JsonNode)new JsonArray([.. Enumerable.Range(0, width).Select(column => Pixel(row, column))]))]),
            ["hovertemplate"] = "row %{y}<br>column %{x}<br>red, green, blue %{z}<extra></extra>",
        };
        var figure = new Figure(title).WithAxisTitles("column", "row");
        figure.Layout.Child("xaxis")["showgrid"] = false;
        figure.Layout.Child("yaxis")["showgrid"] = false;
        figure.Layout.Child("yaxis")["autorange"] = "reversed";
        figure.KeepAspect((double)width / height);
        double Mean(int channel) => pixels.Skip(channel * height * width).Take(height * width).Average();
        figure.Add(trace, $"A picture in colour, {height} x {width} pixels; on average red is {Words.Number(Mean(0))}, green {Words.Number(Mean(1))}, blue {Words.Number(Mean(2))}.");
        return figure;
    }
}
