using System.Text.Json.Nodes;
using MathNet.Numerics.Random;
using NeuroLab.Data;

namespace NeuroLab.Charts.Tests;

public sealed class DatasetChartTests
{
    private static readonly Dataset Dice = Synthetic.DiceRolls();

    [Fact]
    public void Bars_have_names_and_say_which_is_highest()
    {
        Figure figure = Chart.Bar(["cat", "dog", "bird"], [0.2, 0.7, 0.1]);

        Assert.Equal(["cat", "dog", "bird"], figure.Data[0]!["x"]!.AsArray().Select(name => (string?)name));
        Assert.Contains("highest 0.7 for dog, lowest 0.1 for bird", figure.AltText, StringComparison.Ordinal);
        Assert.Contains("1 name and 2 numbers", Assert.Throws<ArgumentException>(() => Chart.Bar(["cat"], [1, 2])).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Samples_of_two_inputs_are_drawn_in_their_classes_with_the_boundary()
    {
        Dataset xor = Synthetic.Xor();

        Assert.Equal(2, Chart.Scatter(xor).Data.Count);
        Assert.Contains("3 of 4 points on the right side", Chart.DecisionBoundary((a, b) => a + b > 0.5 ? 1 : 0, xor).AltText, StringComparison.Ordinal);
        Assert.Contains($"these have {Dice.Inputs.Shape}", Assert.Throws<ArgumentException>(() => Chart.Scatter(Dice)).Message, StringComparison.Ordinal);
        Assert.Contains("labels", Assert.Throws<ArgumentException>(() => Chart.Scatter(new Dataset(xor.Inputs, xor.Inputs))).Message, StringComparison.Ordinal);

    }

    [Fact]
    public void Pictures_carry_the_names_of_their_classes()
    {
        Dataset digits = Datasets.OptDigits().Subset(0..3);

        Assert.Equal(["0", "1", "2"], Captions(Chart.ImageGrid(digits)));
        Assert.Equal(["a", "b", "c"], Captions(Chart.ImageGrid(digits, ["a", "b", "c"])));

        static IEnumerable<string?> Captions(Figure figure) => figure.Layout["annotations"]!.AsArray().Select(caption => (string?)caption!["text"]);
    }

    [Fact]
    public void A_single_picture_is_larger_than_one_of_many()
    {
        Dataset digits = Datasets.OptDigits();

        double Cell(int count) => (double)Chart.ImageGrid(digits.Subset(0..count), columns: count).Layout["width"]!.AsValue().GetValue<double>() / count;

        Assert.True(Cell(1) > 2 * Cell(10));
    }

    [Fact]
    public void One_number_a_sample_is_counted_class_by_class()
    {
        float[] sums = [.. Enumerable.Range(0, Dice.Count).Select(i => Dice.Inputs[i, 0] + Dice.Inputs[i, 1] + Dice.Inputs[i, 2])];

        JsonArray traces = Chart.HistogramByClass(sums, Dice).Data;

        Assert.Equal(["small", "big"], traces.Select(trace => (string?)trace!["name"]));
        Assert.All(traces, trace => Assert.Equal(108, trace!["y"]!.AsArray().Sum(count => count!.GetValue<double>())));
        Assert.Contains("2 numbers and 216 labels", Assert.Throws<ArgumentException>(() => Chart.HistogramByClass([1, 2], Dice)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => Chart.HistogramByClass([1f], Synthetic.NoisyLine(1, new MersenneTwister(1))));
    }
}
