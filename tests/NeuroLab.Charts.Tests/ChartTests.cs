using MathNet.Numerics.LinearAlgebra;
using NeuroLab.Tensors;

namespace NeuroLab.Charts.Tests;

public sealed class ChartTests
{
    [Fact]
    public void Numbers_of_any_type_and_any_sequence_are_taken()
    {
        float[] floats = [1, 2];
        List<double> doubles = [3, 4];
        var vector = Vector<float>.Build.Dense([5, 6]);

        Assert.Equal([3.0, 4], Y(Chart.Line(floats, doubles)));
        Assert.Equal([5.0, 6], Y(Chart.Scatter(Enumerable.Range(0, 2), vector)));
        Assert.Equal([1.0, 2], Y(Chart.Line(floats)));
        Assert.Equal([0.5, 1], Y(Chart.Scatter([1, 2], [0.5, 1])));
    }

    [Fact]
    public void Arrays_of_floats_are_not_mistaken_for_tensors()
    {
        float[] numbers = [1, 2, 2, 3];
        float[,] matrix = { { 1, -2 }, { 3, 4 } };

        Assert.Equal("bar", Kind(Chart.Histogram(numbers)));
        Assert.Equal("heatmap", Kind(Chart.Heatmap(matrix)));
        Assert.Equal("heatmap", Kind(Chart.ImageGrid([matrix, matrix])));
        Assert.Equal(Chart.Heatmap(matrix).ToJson(), Chart.Heatmap(Tensor.Matrix(matrix)).ToJson());
        Assert.Equal(Chart.Heatmap(matrix).ToJson(), Chart.Heatmap(Matrix<float>.Build.DenseOfArray(matrix)).ToJson());
        Assert.Equal(Chart.Histogram(numbers).ToJson(), Chart.Histogram(Tensor.Vector(numbers)).ToJson());
    }

    [Fact]
    public void Tensors_are_drawn_like_arrays()
    {
        var x = Tensor.Vector(1, 2, 3);
        var y = Tensor.Vector(4, 5, 6);

        Assert.Equal(Chart.Line([1, 2, 3], [4, 5, 6]).ToJson(), Chart.Line(x, y).ToJson());
        Assert.Equal(Chart.Line([4, 5, 6]).ToJson(), Chart.Line(y).ToJson());
        Assert.Equal(
            Chart.Scatter([1, 2, 3], [4, 5, 6], "data").AddLine([1, 2, 3], [4, 5, 6], "fit").ToJson(),
            Chart.Scatter(x, y, "data").AddLine(x, y, "fit").ToJson());
    }

    [Fact]
    public void Lengths_that_differ_are_both_named()
    {
        var error = Assert.Throws<ArgumentException>(() => Chart.Line([1, 2, 3], [1, 2], "loss"));

        Assert.Contains("Line \"loss\"", error.Message, StringComparison.Ordinal);
        Assert.Contains("x has 3 numbers and y has 2", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Empty_data_is_refused()
    {
        Assert.Contains("y is empty", Assert.Throws<ArgumentException>(() => Chart.Line(Array.Empty<double>())).Message, StringComparison.Ordinal);
        Assert.Contains("0 rows", Assert.Throws<ArgumentException>(() => Chart.Heatmap(new double[0, 3])).Message, StringComparison.Ordinal);
        Assert.Contains("images is empty", Assert.Throws<ArgumentException>(() => Chart.ImageGrid(Array.Empty<float[,]>())).Message, StringComparison.Ordinal);
        Assert.Contains("none of the numbers is finite", Assert.Throws<ArgumentException>(() => Chart.Histogram([double.NaN])).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_gap_is_told_in_words()
    {
        var figure = Chart.Line([1, 2, 3], [1, double.NaN, 2]);

        Assert.Contains("1 value is not a finite number and left as a gap", figure.AltText, StringComparison.Ordinal);
        Assert.Contains("[1,null,2]", figure.ToJson(), StringComparison.Ordinal);
    }

    [Fact]
    public void In_words_zero_has_no_sign()
    {
        Assert.Contains("lowest 0 at row 0, column 1", Chart.Heatmap(new double[,] { { 2, -0.0 } }).AltText, StringComparison.Ordinal);
        Assert.Contains("lowest 0 at 1, highest 2 at 0", Chart.Line([0, 1], [2, -0.0]).AltText, StringComparison.Ordinal);
    }

    [Fact]
    public void A_long_line_keeps_its_peaks()
    {
        double[] y = new double[100_000];
        y[54_321] = 7;
        var drawn = Y(Chart.Line(y));

        Assert.True(drawn.Length <= 2_002);
        Assert.Contains(7.0, drawn);
    }

    [Fact]
    public void A_loss_curve_tells_how_far_the_loss_fell_and_marks_the_best_epoch()
    {
        var figure = Chart.LossCurve([2.31, 1.2, 0.65, 0.08], [2.33, 1.31, 0.82, 0.88]);

        Assert.Equal("Loss falls from 2.31 to 0.08 in 4 epochs", figure.Title);
        Assert.Equal("Loss falls from 2.31 to 0.08 in 4 epochs, lowest validation loss 0.82 at epoch 3.", figure.AltText);
        Assert.Equal([0.82], figure.Data[2]!["y"].Numbers());
        Assert.Equal([3.0], figure.Data[2]!["x"].Numbers());
    }

    [Fact]
    public void A_loss_that_breaks_down_says_when() =>
        Assert.StartsWith("Loss is not a finite number from epoch 3 on", Chart.LossCurve([1, 5, double.NaN, double.NaN]).AltText, StringComparison.Ordinal);

    [Fact]
    public void A_history_without_epochs_tells_what_to_do() =>
        Assert.Contains("enumerated", Assert.Throws<ArgumentException>(() => Chart.LossCurve(new Training.History())).Message, StringComparison.Ordinal);

    [Fact]
    public void Histograms_count_every_number_once()
    {
        var figure = Chart.Histogram([0, 0.1, 0.5, 0.9, 1, 7], bins: 2, range: (0, 1));

        Assert.Equal([2.0, 3], Y(figure));
        Assert.Contains("1 number not finite or outside", figure.AltText, StringComparison.Ordinal);
    }

    [Fact]
    public void Signed_heatmaps_are_symmetric_around_zero_and_unsigned_ones_are_not()
    {
        var signed = Chart.Heatmap(new double[,] { { -1, 3 } }).Data[0]!;
        var unsigned = Chart.Heatmap(new double[,] { { 1, 3 } }).Data[0]!;

        Assert.Equal((-3, 3), (signed["zmin"].Number(), signed["zmax"].Number()));
        Assert.Equal((1, 3), (unsigned["zmin"].Number(), unsigned["zmax"].Number()));
    }

    [Fact]
    public void Names_that_do_not_fit_are_counted() =>
        Assert.Contains("2 rows and 1 name", Assert.Throws<ArgumentException>(
            () => Chart.Heatmap(new double[2, 2], rowNames: ["only"])).Message, StringComparison.Ordinal);

    [Fact]
    public void Flat_pictures_become_square()
    {
        var figure = Chart.ImageGrid(new Tensor(new Shape(10, 64)));

        Assert.Contains("10 pictures of 8 x 8 numbers", figure.AltText, StringComparison.Ordinal);
        Assert.Contains("(10, 63)", Assert.Throws<ArgumentException>(() => Chart.ImageGrid(new Tensor(new Shape(10, 63)))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_colour_scale_of_a_logarithmic_surface_has_few_numbers() =>
        Assert.Equal(["0.01", "1", "100"], Chart.Contour((x, y) => Math.Pow(10, x), (-2, 2), (0, 1), log: true).Data[0]!["colorbar"]!["ticktext"]!.AsArray().Select(text => text!.GetValue<string>()));

    [Fact]
    public void A_logarithmic_surface_must_stay_above_zero() =>
        Assert.Contains("above 0", Assert.Throws<ArgumentException>(() => Chart.Contour((x, y) => x, (-1, 1), (0, 1), log: true)).Message, StringComparison.Ordinal);

    [Fact]
    public void Labels_without_a_class_name_are_named() =>
        Assert.Contains("Label 2 has no class name", Assert.Throws<ArgumentException>(
            () => Chart.Scatter([1, 2], [1, 2], [0, 2], ["a", "b"])).Message, StringComparison.Ordinal);

    [Fact]
    public void A_decision_boundary_counts_the_points_on_their_side() =>
        Assert.Contains("3 of 4 points on the right side", Chart.DecisionBoundary(
            (a, b) => a, [0, 0, 1, 1], [0, 1, 0, 1], [0, 0, 0, 1]).AltText, StringComparison.Ordinal);

    private static double[] Y(Figure figure) => [.. figure.Data[0]!["y"].Numbers()];

    private static string Kind(Figure figure) => figure.Data[0]!["type"]!.GetValue<string>();
}
