using MathNet.Numerics.Random;
using NeuroLab.Data;
using NeuroLab.Inspection;
using NeuroLab.Layers;
using NeuroLab.Losses;
using NeuroLab.Tensors;

namespace NeuroLab.Tests.Inspection;

public sealed class LayerStatisticsTests
{
    [Fact]
    public void Every_layer_is_measured_on_the_way_out_and_back()
    {
        MersenneTwister random = new(1);
        Sequential model = [new Linear(1, 1, random), new Sequential { new ReLU() }];
        model.Parameters[0].Value.Values[0] = 2;
        model.Parameters[1].Value.Values[0] = -1;
        Tensor x = new(new Shape(2, 1), [0, 2]);

        LayerStatistics statistics = LayerStatistics.Of(model, new Batch(x, new Tensor(new Shape(2, 1), [0, 1])), new MSELoss());

        Assert.Equal(["0", "1.0"], statistics.Rows.Select(row => row.Path));
        LayerStatisticsRow linear = statistics.Rows[0], relu = statistics.Rows[1];
        Assert.Equal([-1, 3], linear.Output.ToArray());
        Assert.Equal((1, 2), (linear.OutputMean, linear.OutputDeviation));
        Assert.Equal([0, 3], relu.Output.ToArray());
        Assert.Equal(0.5, relu.ZeroFraction);
        Assert.Equal([0, 2], relu.OutputGradient!.ToArray());
        Assert.Equal(Math.Sqrt(2), relu.GradientDeviation!.Value, 1e-6);
        Assert.Equal(Math.Sqrt(4 * 4 + 2 * 2), linear.WeightGradientNorm!.Value, 1e-6);
        Assert.Null(relu.WeightGradientNorm);
        Assert.Equal(2f, statistics.Loss);
        Assert.All(model.Parameters, parameter => Assert.Equal(0, parameter.Gradient.Values[0]));
        Assert.Contains("loss 2", statistics.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_loss_only_the_way_out_is_measured()
    {
        LayerStatistics statistics = LayerStatistics.Of(new ReLU(), new Tensor(2, 3));
        Assert.Null(statistics.Loss);
        Assert.Null(Assert.Single(statistics.Rows).OutputGradient);
    }
}
