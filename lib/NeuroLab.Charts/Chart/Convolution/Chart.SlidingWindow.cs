using System.Text.Json.Nodes;
using NeuroLab.Layers;
using NeuroLab.Tensors;

namespace NeuroLab.Charts;

public static partial class Chart
{
    /// <summary>
    /// A convolution at work: the window slides over the picture (with its padding), the numbers below it are multiplied by the
    /// kernel, and their sum becomes one number of the output. Stride, padding and dilation are the layer's own.
    /// </summary>
    /// <param name="layer">A convolution of one input channel; its first kernel is shown.</param>
    /// <param name="picture">A small picture (height, width), up to 12 x 12.</param>
    /// <param name="title">What to see; null for the sum at each place.</param>
    /// <exception cref="ArgumentException">The layer takes more channels, or the picture is too large or too small.</exception>
    /// <example>
    /// <code>
    /// Chart.SlidingWindow(new Conv2d(1, 1, 3, random, padding: 1), picture);
    /// </code>
    /// </example>
    public static Figure SlidingWindow(Conv2d layer, Tensor picture, string? title = null)
    {
        ArgumentNullException.ThrowIfNull(layer);
        CheckSmallPicture(picture);
        if (layer.InChannels != 1)
            throw new ArgumentException($"The window is shown over one channel, but {layer} takes {layer.InChannels}. Make a Conv2d with one input channel.", nameof(layer));
        var output = layer.Forward(picture.Reshape(1, 1, picture.Shape[0], picture.Shape[1]));
        int height = output.Shape[2], width = output.Shape[3];
        double[,] padded = Padded(Values.Matrix(picture, nameof(picture)), layer.Padding);
        double[,] kernel = Values.Matrix(layer.Weight.Value.Rows(..1).Reshape(layer.KernelSize.Height, layer.KernelSize.Width), nameof(layer));
        double bias = layer.Bias?.Value[0] ?? 0;
        return Animate(Thinning.Evenly(height * width, Animation.MostFrames).Select(place =>
        {
            int row = place / width, column = place % width;
            double[,] products = (double[,])kernel.Clone();
            var window = Cells("Picture", padded, 380, printed: padded.Length <= 64);
            for (int i = 0; i < kernel.GetLength(0); i++)
            {
                for (int j = 0; j < kernel.GetLength(1); j++)
                {
                    int y = (row * layer.Stride.Height) + (i * layer.Dilation.Height), x = (column * layer.Stride.Width) + (j * layer.Dilation.Width);
                    products[i, j] *= padded[y, x];
                    FrameCells(window, y, x, y, x);
                }
            }
            double[,] made = new double[height, width];
            for (int i = 0; i < height * width; i++)
                made[i / width, i % width] = i <= place ? output[0, 0, i / width, i % width] : double.NaN;
            var result = Cells("Output so far", made, 380, printed: made.Length <= 64, limit: output.ToArray().Max(Math.Abs));
            FrameCells(result, row, column, row, column);
            var figure = Grid([window, Cells("Kernel", kernel, 380), Cells("Window times kernel", products, 380, limit: kernel.Cast<double>().Max(Math.Abs)), result], 4);
            double sum = products.Cast<double>().Sum();
            figure.Title = title ?? $"Place ({row}, {column}): the products sum to {Words.Number(Math.Round(sum, 2))}" +
                (bias != 0 ? $", with the bias {Words.Number(Math.Round(bias, 2))} that is {Words.Number(Math.Round(sum + bias, 2))}" : "");
            figure.AltText = $"The window is at row {row}, column {column} of the output; the products sum to {Words.Number(sum)}.";
            return ($"place ({row}, {column})", figure);
        }));
    }

    /// <summary>A pooling layer at work: the window moves over the picture and keeps one number of each place.</summary>
    /// <param name="layer">The layer, such as <c>new MaxPool2d(2)</c>.</param>
    /// <param name="picture">A small picture (height, width), up to 12 x 12.</param>
    /// <param name="title">What to see; null for the number at each place.</param>
    /// <exception cref="ArgumentException">The picture is too large or too small.</exception>
    public static Figure Pooling(Pool2d layer, Tensor picture, string? title = null)
    {
        ArgumentNullException.ThrowIfNull(layer);
        CheckSmallPicture(picture);
        var output = layer.Forward(picture.Reshape(1, 1, picture.Shape[0], picture.Shape[1]));
        int height = output.Shape[2], width = output.Shape[3];
        double[,] cells = Values.Matrix(picture, nameof(picture));
        double limit = cells.Cast<double>().Max(Math.Abs);
        string kept = layer is MaxPool2d ? "the largest number" : "the mean";
        return Animate(Thinning.Evenly(height * width, Animation.MostFrames).Select(place =>
        {
            int row = place / width, column = place % width;
            int top = (row * layer.Stride.Height) - layer.Padding.Height, left = (column * layer.Stride.Width) - layer.Padding.Width;
            var window = Cells("Picture", cells, 400, printed: true, limit);
            FrameCells(window, Math.Max(0, top), Math.Max(0, left),
                Math.Min(picture.Shape[0], top + layer.KernelSize.Height) - 1, Math.Min(picture.Shape[1], left + layer.KernelSize.Width) - 1);
            double[,] made = new double[height, width];
            for (int i = 0; i < height * width; i++)
                made[i / width, i % width] = i <= place ? output[0, 0, i / width, i % width] : double.NaN;
            var result = Cells("Output so far", made, 400, printed: true, limit);
            FrameCells(result, row, column, row, column);
            var figure = SideBySide(window, result);
            figure.Title = title ?? $"Place ({row}, {column}): {kept} is {Words.Number(Math.Round(output[0, 0, row, column], 2))}";
            figure.AltText = $"The window is at row {row}, column {column} of the output; {kept} is {Words.Number(output[0, 0, row, column])}.";
            return ($"place ({row}, {column})", figure);
        }));
    }

    /// <summary>Cells without axes, with the same colours in every frame.</summary>
    private static Figure Cells(string title, double[,] values, int height, bool printed = true, double? limit = null)
    {
        var figure = Heatmap(values, "row", "column", signed: true, title: title).WithSize(height: height);
        var trace = (JsonObject)figure.Data[0]!;
        if (limit is double most)
            ColorScale.SetSigned(trace, most);
        if (printed)
            trace["texttemplate"] = "%{z:.2~f}";
        ColorScale.Hide(trace);
        trace["hoverongaps"] = false;
        SquareCells(figure, values.GetLength(0), values.GetLength(1));
        figure.Layout.Child("xaxis")["visible"] = false;
        figure.Layout.Child("yaxis")["visible"] = false;
        return figure;
    }

    /// <summary>Square cells, with room for the frames that stand half outside of them.</summary>
    private static void SquareCells(Figure figure, int rows, int columns)
    {
        figure.KeepAspect((columns + 0.1) / (rows + 0.1));
        figure.Layout.Child("xaxis")["range"] = new JsonArray(-0.55, columns - 0.45);
        figure.Layout.Child("yaxis")["range"] = new JsonArray(rows - 0.45, -0.55);
        figure.Layout.Child("yaxis").Remove("autorange");
    }

    private static double[,] Padded(double[,] picture, Size2d padding)
    {
        int height = picture.GetLength(0), width = picture.GetLength(1);
        double[,] padded = new double[height + (2 * padding.Height), width + (2 * padding.Width)];
        for (int row = 0; row < height; row++)
        {
            for (int column = 0; column < width; column++)
                padded[row + padding.Height, column + padding.Width] = picture[row, column];
        }
        return padded;
    }

    private static void CheckSmallPicture(Tensor picture)
    {
        ArgumentNullException.ThrowIfNull(picture);
        if (picture.Shape.Rank != 2 || picture.Shape[0] > 12 || picture.Shape[1] > 12)
            throw new ArgumentException($"Each number of the picture is drawn: give one of shape (height, width), 12 x 12 at most; {picture.Shape} was given.", nameof(picture));
    }
}
