using MathNet.Numerics.Random;
using NeuroLab.Data;
using NeuroLab.Inspection;
using NeuroLab.Layers;
using NeuroLab.Losses;
using NeuroLab.Optimization;
using NeuroLab.Tensors;
using NeuroLab.Training;

namespace NeuroLab.Charts.Tests.Charts;

public sealed class TrainingChartTests
{
    private readonly MersenneTwister random = new(1);

    [Fact]
    public void Cross_entropy_shows_probabilities_and_the_gradient_of_each_sample()
    {
        var figure = Chart.CrossEntropy(new float[,] { { 0, 0 }, { 5, 0 } }, [1, 0]);

        Assert.Equal([0.5, 0.5], figure.Frames[0]!["data"]![1]!["y"].Numbers());
        Assert.Equal([0.5, -0.5], figure.Frames[0]!["data"]![3]!["y"].Numbers());
        Assert.Contains("loss 0.693", figure.Title, StringComparison.Ordinal);
        Assert.Contains("one label", Assert.Throws<ShapeException>(() => Chart.CrossEntropy(new float[,] { { 0, 0 } }, [1, 0])).Message, StringComparison.Ordinal);
        Assert.Contains("whole numbers 0 to 1", Assert.Throws<ArgumentOutOfRangeException>(() => Chart.CrossEntropy(new float[,] { { 0, 0 } }, [2])).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_confusion_matrix_names_the_most_common_mistake()
    {
        Tensor scores = new float[,] { { 1, 0 }, { 1, 0 }, { 0, 1 } };
        var figure = Chart.ConfusionMatrix(Metrics.Confusion(scores, [0, 1, 1], ["cat", "dog"]));

        Assert.Equal("66.7 % of 3 are right; the most common mistake is cat for dog", figure.Title);
        Assert.Equal([1.0, 0, 1, 1], figure.Data[0]!["customdata"].Numbers());
    }

    [Fact]
    public void Gauges_of_any_training_have_the_same_axes_and_a_layer_keeps_its_color()
    {
        var (slow, fast) = (Chart.TrainingGauges(Watched(1e-4f)), Chart.TrainingGauges(Watched(0.5f)));

        foreach (string axis in new[] { "xaxis", "yaxis", "yaxis2", "yaxis3", "yaxis4" })
            Assert.Equal(slow.Layout[axis]!["range"].Numbers(), fast.Layout[axis]!["range"].Numbers());
        var layerOne = fast.Data.Where(trace => trace!["name"]!.GetValue<string>() == "layer 1").ToArray();
        Assert.Equal(3, layerOne.Length);
        Assert.Single(layerOne.Select(trace => trace!["line"]!["color"]!.GetValue<string>()).Distinct());
        Assert.Contains("Length of the gradient", fast.AltText, StringComparison.Ordinal);
    }

    [Fact]
    public void Gauges_of_a_training_that_broke_down_say_so()
    {
        var figure = Chart.TrainingGauges(Watched(1e30f));

        Assert.Equal("It broke down in the first epoch", figure.Title);
    }

    private TrainingGauges Watched(float rate)
    {
        var model = new Sequential { new Linear(2, 4, random), new ReLU(), new Linear(4, 2, random) };
        return TrainingGauges.Watch(new Trainer(model, new CrossEntropyLoss(), new SGD(model.Parameters, rate)),
            Synthetic.Moons(40, random), new(3, 8, random, Synthetic.Moons(20, random)));
    }

    [Fact]
    public void Mistakes_are_ordered_by_how_sure_the_model_was()
    {
        var model = new Linear(4, 2, random);
        model.Weight.Value.CopyFrom(new float[,] { { 1, 0, 0, 0 }, { 0, 0, 0, 0 } });
        model.Bias!.Value.Values.Clear();
        var data = new Dataset(new float[,] { { 1, 0, 0, 0 }, { 3, 0, 0, 0 }, { 2, 0, 0, 0 } }, [1, 1, 0]);

        var figure = Chart.Mistakes(model, data);

        Assert.Equal("2 of 3 are read wrongly; these it was surest of", figure.Title);
        Assert.Equal(3, figure.Data[0]!["z"].Numbers().First(double.IsFinite));
        Assert.Contains("right on all 1", Error(() => Chart.Mistakes(model, data.Subset([2]))), StringComparison.Ordinal);
    }

    [Fact]
    public void The_path_of_weights_that_move_along_one_line_lies_in_one_direction()
    {
        var layer = new Linear(3, 2, random, bias: false);
        var recorder = new WeightRecorder(layer.Parameters);
        for (int step = 0; step < 4; step++)
        {
            layer.Weight.Value.Values.Fill(step);
            recorder.Record($"epoch {step}");
        }

        var figure = Chart.WeightPath(recorder);

        Assert.Equal("Two directions hold 100 % of the way that 6 weights took together", figure.Title);
        double[] first = [.. figure.Data[0]!["x"].Numbers()];
        Assert.Equal(3 * Math.Sqrt(6), Math.Abs(first[0]), 1e-4);
        Assert.Equal(0, first[^1], 1e-6);
        Assert.Contains("needs 3 or more", Error(() => Chart.WeightPath(new WeightRecorder(layer.Parameters))), StringComparison.Ordinal);
    }

    [Fact]
    public void The_loss_landscape_leaves_the_weights_as_they_are_and_ends_at_their_loss()
    {
        var data = Synthetic.NoisyLine(20, random);
        var model = new Linear(1, 1, random);
        var trainer = new Trainer(model, new MSELoss(), new SGD(model.Parameters, 0.1f));
        var recorder = new WeightRecorder(model.Parameters);
        recorder.Record("start");
        foreach (var epoch in trainer.Run(data, new(10, 20, random)))
            recorder.Record($"epoch {epoch.Number}");
        float before = trainer.Evaluate(data).Loss is var loss ? (float)loss : 0;

        var figure = Chart.LossLandscape(recorder, model, new MSELoss(), data);

        Assert.Equal(before, (float)trainer.Evaluate(data).Loss);
        Assert.Equal(10, figure.Data[1]!["x"].Numbers().Count() - 1);
    }

    [Fact]
    public void The_update_ratio_is_the_change_of_a_step_beside_the_weight()
    {
        var layer = new Linear(2, 2, random);
        var recorder = new WeightRecorder(layer.Parameters);
        foreach (float value in new[] { 1f, 1.5f })
        {
            layer.Weight.Value.Values.Fill(value);
            recorder.Record($"at {value}");
        }

        Assert.Equal([0.05], Chart.UpdateRatio(recorder, stepsBetween: 10).Data[0]!["y"].Numbers().Select(ratio => Math.Round(ratio, 6)));
    }

    [Fact]
    public void An_optimizer_race_moves_as_the_optimizers_do()
    {
        var figure = Chart.OptimizerRace((x, y) => x * x + 1, (-2, 2), (-2, 2), (1, 0), 3, [("SGD", parameters => new SGD(parameters, 0.25f))]);
        double[] x = [.. figure.Frames[^1]!["data"]![0]!["x"].Numbers()];

        Assert.All(new[] { 1, 0.5, 0.25, 0.125 }.Zip(x), pair => Assert.Equal(pair.First, pair.Second, 1e-3));
        Assert.Contains("no race", Error(() => Chart.OptimizerRace((x, y) => x, (0, 1), (0, 1), (0, 0), 1, [])), StringComparison.Ordinal);
    }

    [Fact]
    public void The_best_point_lies_on_a_corner_of_the_diamond_but_not_on_an_axis_of_the_circle()
    {
        var figure = Chart.DiamondAndCircle((a, b) => ((a - 2) * (a - 2)) + ((b - 0.5) * (b - 0.5)) + 0.1, 3, [1]);

        Assert.Equal("t = 1: best under L1 (1, 0), under L2 (0.97, 0.24)", figure.Title);
    }

    [Fact]
    public void Gradient_norms_ask_for_a_loss_where_there_was_none() =>
        Assert.Contains("with a loss", Error(() => Chart.GradientNorms([("plain", LayerStatistics.Of(new Linear(2, 2, random), new Tensor(3, 2)))])), StringComparison.Ordinal);

    [Fact]
    public void Training_curves_ask_for_validation_and_for_a_recording_of_each_epoch()
    {
        var data = Synthetic.Moons(20, random);
        var model = new Sequential { new Linear(2, 2, random) };
        var trainer = new Trainer(model, new CrossEntropyLoss(), new SGD(model.Parameters, 0.1f));
        var recorder = new WeightRecorder(model.Parameters);
        recorder.Record("start");
        trainer.Fit(data, new(1, 20, random));
        Assert.Contains("validation", Error(() => Chart.TrainingCurves(trainer.History, recorder, model, data)), StringComparison.Ordinal);

        trainer.Fit(data, new(1, 20, random, data));
        Assert.Contains("1 moments for 2 epochs", Error(() => Chart.TrainingCurves(trainer.History, recorder, model, data)), StringComparison.Ordinal);
    }

    private static string Error(Func<Figure> draw) => Assert.Throws<ArgumentException>(draw).Message;
}
