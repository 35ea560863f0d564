using System.Numerics;
using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using NeuroLab.Tensors;

namespace NeuroLab.Charts;

public static partial class Chart
{
    private const int GapPixels = 1;

    /// <summary>
    /// Many small pictures in rows: ink on paper, or blue and orange when there are negative numbers. All share one scale.
    /// </summary>
    /// <param name="images">The pictures (height, width), all of the same size.</param>
    /// <param name="captions">A short caption for each picture, if any.</param>
    /// <param name="columns">How many stand in a row; null to choose.</param>
    /// <param name="signed">Whether the scale is symmetric around 0; null to look for negative numbers.</param>
    /// <param name="title">What to see in the figure.</param>
    /// <exception cref="ArgumentException">There are no pictures, they differ in size, or the captions don't fit.</exception>
    public static Figure ImageGrid<T>(
        IEnumerable<T[,]> images, IReadOnlyList<string>? captions = null, int? columns = null, bool? signed = null, string title = "")
        where T : INumber<T>
    {
        ArgumentNullException.ThrowIfNull(images);
        double[][,] pictures = [.. images.Select(image => Values.Matrix(image, nameof(images)))];
        if (pictures.Length == 0)
            throw new ArgumentException("There is nothing to draw: images is empty.", nameof(images));
        if (captions is not null && captions.Count != pictures.Length)
        {
            throw new ArgumentException(
                $"Each picture needs one caption, but there are {Words.Count(pictures.Length, "picture")} and {Words.Count(captions.Count, "caption")}.", nameof(captions));
        }

        int height = pictures[0].GetLength(0), width = pictures[0].GetLength(1);
        if (Array.Find(pictures, p => p.GetLength(0) != height || p.GetLength(1) != width) is { } other)
        {
            throw new ArgumentException(
                $"The pictures of a grid have the same size; one is {height} x {width}, another {other.GetLength(0)} x {other.GetLength(1)}.", nameof(images));
        }

        if (columns is < 1)
            throw new ArgumentOutOfRangeException(nameof(columns), $"A row holds at least one picture; {columns} was given.");

        int across = Math.Min(columns ?? FullRows(pictures.Length), pictures.Length);
        int down = (pictures.Length + across - 1) / across;
        // A single picture is shown large, many are shown small. A caption needs the height of a line of text above its picture.
        double cell = Math.Clamp(560.0 / across, 92, 280);
        const int CaptionHeight = 25;
        int captionPixels = captions is null ? 0 : (int)Math.Ceiling(CaptionHeight * width / cell);
        int cellWidth = width + GapPixels, cellHeight = height + GapPixels + captionPixels;
        double[,] canvas = new double[(down * cellHeight) - GapPixels, (across * cellWidth) - GapPixels];
        for (int row = 0; row < canvas.GetLength(0); row++)
        {
            for (int column = 0; column < canvas.GetLength(1); column++)
                canvas[row, column] = PixelAt(pictures, across, cellHeight, cellWidth, captionPixels, row, column);
        }

        var figure = new Figure(title);
        var trace = new JsonObject
        {
            ["type"] = "heatmap",
            ["z"] = Values.Json(canvas),
            ["hoverongaps"] = false,
            ["hovertemplate"] = "value %{z:.4~g}<extra></extra>",
        };
        bool symmetric = ColorScale.Apply(trace, pictures.SelectMany(p => p.Cast<double>()), signed, grey: true);
        if (!symmetric)
            ColorScale.Hide(trace);
        HideAxes(figure);
        figure.Layout["width"] = Math.Min(1000, (across * cell) + (symmetric ? 90 : 20));
        figure.Layout["height"] = (int)Math.Min(900, 30 + (down * cell * cellHeight / cellWidth));
        figure.KeepAspect((double)canvas.GetLength(1) / canvas.GetLength(0));
        figure.Layout.Child("meta")["square"] = true;
        if (captions is not null)
        {
            // With this the page's script puts fewer into a row where it is narrow.
            figure.Layout.Child("meta")["grid"] = new JsonObject
            {
                ["count"] = pictures.Length,
                ["across"] = across,
                ["width"] = cellWidth,
                ["height"] = cellHeight,
                ["gap"] = GapPixels,
                ["caption"] = captionPixels,
            };
            figure.Layout["annotations"] = new JsonArray([.. captions.Select((caption, i) => (JsonNode)Caption(
                caption, (i % across * cellWidth) + ((width - 1) / 2.0), (i / across * cellHeight) + captionPixels - 0.5))]);
        }

        figure.Add(trace, DescribeImages(pictures.Length, height, width, captions, symmetric));
        return figure;
    }

    /// <summary>Many small pictures in rows, from a tensor.</summary>
    /// <param name="images">
    /// The pictures: (pictures, height, width), (pictures, 1, height, width), or (pictures, pixels) of square pictures.
    /// </param>
    /// <param name="captions">A short caption for each picture, if any.</param>
    /// <param name="columns">How many stand in a row; null to choose.</param>
    /// <param name="signed">Whether the scale is symmetric around 0; null to look for negative numbers.</param>
    /// <param name="title">What to see in the figure.</param>
    /// <exception cref="ArgumentException">The tensor has another shape, or the captions don't fit.</exception>
    [OverloadResolutionPriority(-1)]
    public static Figure ImageGrid(
        Tensor images, IReadOnlyList<string>? captions = null, int? columns = null, bool? signed = null, string title = "")
    {
        ArgumentNullException.ThrowIfNull(images);
        var shape = images.Shape;
        int side = shape.Rank == 2 ? (int)Math.Sqrt(shape[1]) : 0;
        var (height, width) = shape.Rank switch
        {
            2 when side * side == shape[1] => (side, side),
            3 => (shape[1], shape[2]),
            4 when shape[1] == 1 => (shape[2], shape[3]),
            _ => throw new ArgumentException(
                $"Pictures have the shape (pictures, height, width), (pictures, 1, height, width), or (pictures, pixels) when they are square; {shape} was given.", nameof(images)),
        };
        float[] numbers = images.ToArray();
        return ImageGrid(Enumerable.Range(0, shape[0]).Select(i => Values.Reshape(numbers, i * height * width, height, width)),
            captions, columns, signed, title);
    }

    /// <summary>The number of columns, at most ten, that leaves the fewest places of the last row empty.</summary>
    private static int FullRows(int count)
    {
        int fewest = Math.Min(10, (int)Math.Ceiling(Math.Sqrt(count * 1.6)));
        return Enumerable.Range(fewest, 11 - fewest).MinBy(columns => ((columns - (count % columns)) % columns, columns));
    }

    private static double PixelAt(double[][,] pictures, int across, int cellHeight, int cellWidth, int captionPixels, int row, int column)
    {
        int index = (row / cellHeight * across) + (column / cellWidth);
        int y = (row % cellHeight) - captionPixels, x = column % cellWidth;
        bool inside = index < pictures.Length && y >= 0 && y < pictures[0].GetLength(0) && x < pictures[0].GetLength(1);
        return inside ? pictures[index][y, x] : double.NaN;
    }

    private static void HideAxes(Figure figure)
    {
        figure.Layout["xaxis"] = new JsonObject { ["visible"] = false };
        figure.Layout["yaxis"] = new JsonObject { ["visible"] = false, ["autorange"] = "reversed" };
        figure.Layout["margin"] = new JsonObject { ["l"] = 4, ["r"] = 4, ["t"] = 60, ["b"] = 8 };
    }

    private static JsonObject Caption(string text, double x, double y) => new()
    {
        ["name"] = "caption",
        ["text"] = Words.Escape(text),
        ["x"] = x,
        ["y"] = y,
        ["xref"] = "x",
        ["yref"] = "y",
        ["yanchor"] = "bottom",
        ["showarrow"] = false,
        ["font"] = new JsonObject { ["size"] = 12 },
    };

    private static string DescribeImages(int count, int height, int width, IReadOnlyList<string>? captions, bool symmetric) =>
        $"{Words.Count(count, "picture")} of {height} x {width} numbers" +
        (symmetric ? ", blue for negative and orange for positive" : "") +
        (captions is null ? "." : $", captioned {string.Join(", ", captions.Take(20))}{(captions.Count > 20 ? ", ..." : "")}.");
}
