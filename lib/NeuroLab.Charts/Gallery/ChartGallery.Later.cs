using MathNet.Numerics.Random;
using NeuroLab.Data;
using NeuroLab.Layers;
using NeuroLab.Losses;
using NeuroLab.Optimization;
using NeuroLab.Tensors;
using NeuroLab.Training;

namespace NeuroLab.Charts;

public static partial class ChartGallery
{
    private static IEnumerable<GalleryChart> Classification() => Group("Cross-entropy",
        ("CrossEntropy", () => Chart.CrossEntropy(TrainedModels.Digits.Model.Predict(HardDigits().Inputs), HardDigits().Labels)),
        ("ConfusionMatrix", () => Chart.ConfusionMatrix(Metrics.Confusion(
            TrainedModels.Digits.Model.Predict(TrainedModels.Digits.Validation!.Inputs), TrainedModels.Digits.Validation.Labels))),
        ("Mistakes", () => Chart.Mistakes(TrainedModels.Digits.Model, TrainedModels.Digits.Validation!, most: 12)),
        ("TrainingCurves", () => Chart.TrainingCurves(TrainedModels.Digits.History, TrainedModels.Digits.Recorder, TrainedModels.Digits.Model, TrainedModels.Digits.Validation!)));

    private static IEnumerable<GalleryChart> Optimization() => Group("Optimizers",
        ("OptimizerRace", () => Chart.OptimizerRace(Ravine, (-4.5, 3), (-2.5, 2.5), (-4, 1.6), 60,
        [
            ("SGD", parameters => new SGD(parameters, 0.045f)), ("momentum", parameters => new SGD(parameters, 0.02f, momentum: 0.9f)),
            ("RMSProp", parameters => new RMSprop(parameters, 0.12f)), ("Adam", parameters => new Adam(parameters, 0.25f)),
        ])),
        ("MomentumAndRate", () => Chart.MomentumAndRate(Ravine, (-4.5, 3), (-2.5, 2.5), (-4, 1.6), 40, [0, 0.5, 0.8, 0.9, 0.95], [0.002, 0.005, 0.01, 0.02, 0.04])),
        ("Spread", SpreadOverEpochs),
        ("Spread with names", SpreadOverRates),
        ("ScheduleAndLoss", () => Chart.ScheduleAndLoss(TrainedModels.DigitsWith(
            epochs: 20, rate: 0.1f, schedule: optimizer => new WarmUp(optimizer, 4, new CosineAnnealing(optimizer, 16))).History)));

    private static IEnumerable<GalleryChart> Regularization() => Group("Regularization",
        ("WeightHistograms", () => Chart.WeightHistograms(
        [
            ("No penalty", TrainedModels.DigitsWith().Model),
            ("L1", TrainedModels.DigitsWith(penalty: model => new L1Penalty(WeightsOf(model), 1e-3f)).Model),
            ("L2", TrainedModels.DigitsWith(penalty: model => new L2Penalty(WeightsOf(model), 1e-2f)).Model),
            ("Dropout", TrainedModels.DigitsWith(dropout: 0.5f).Model),
        ])),
        ("DiamondAndCircle", () => Chart.DiamondAndCircle((a, b) => (2 * (a - 1.7) * (a - 1.7)) + ((b - 0.9) * (b - 0.9)) + ((a - 1.7) * (b - 0.9)) + 0.01, 2.6, [0.25, 0.5, 0.75, 1, 1.25, 1.5, 1.75, 2, 2.25, 2.5])),
        ("WeightsByPenalty", () => Chart.WeightsByPenalty(LassoFits(), ["sepal length", "sepal width", "petal length", "petal width"])));

    private static IEnumerable<GalleryChart> Weights() => Group("Weights over training",
        ("Ridgeline", () => Chart.Ridgeline(TrainedModels.Digits.Recorder, ((Linear)TrainedModels.Digits.Layers[0]).Weight)),
        ("WeightPictures", () => Chart.WeightPictures(TrainedModels.Digits.Recorder, ((Linear)TrainedModels.Digits.Layers[0]).Weight, 8, 8)),
        ("UpdateRatio", () => Chart.UpdateRatio(TrainedModels.Digits.Recorder, stepsBetween: 22)),
        ("TrainingGauges", () => Chart.TrainingGauges(TrainedModels.Watched())),
        ("WeightPath", () => Chart.WeightPath(TrainedModels.Digits.Recorder)),
        ("LossLandscape", () => Chart.LossLandscape(TrainedModels.Digits.Recorder, TrainedModels.Digits.Model, new CrossEntropyLoss(), TrainedModels.Digits.Data.Subset(0..150))));

    private static IEnumerable<GalleryChart> Convolution() => Group("Convolution",
        ("SlidingWindow", () => Chart.SlidingWindow(EdgeFinder(stride: 1, dilation: 1), Datasets.OptDigits().Inputs.Row(3).Reshape(8, 8))),
        ("SlidingWindow with stride and dilation", () => Chart.SlidingWindow(EdgeFinder(stride: 2, dilation: 2), Datasets.OptDigits().Inputs.Row(3).Reshape(8, 8))),
        ("Kernels", () => Chart.Kernels(TrainedModels.Convolutional.Recorder, ((Conv2d)TrainedModels.Convolutional.Layers[0]).Weight)),
        ("FeatureMaps", () => Chart.FeatureMaps(TrainedModels.Convolutional.Layers, TrainedModels.Convolutional.Data.Inputs.Rows(..1))),
        ("Pooling", () => Chart.Pooling(new MaxPool2d(2), Datasets.OptDigits().Inputs.Row(3).Reshape(8, 8))),
        ("ColorPicture", () => Chart.ColorPicture(Tensor.Stack([.. Enumerable.Range(3, 3).Select(digit => Datasets.OptDigits().Inputs.Row(digit).Reshape(8, 8))]),
            "A three in red, a four in green and a five in blue, one over the other")));

    private static IEnumerable<GalleryChart> Sequences() => Group("Sequences",
        ("HiddenState", () => Chart.HiddenState((RNN)TrainedModels.Sequences.Layers[0], TrainedModels.Sequences.Data.Inputs.Rows(..1),
            "Trained to know the sign of the first number, the units keep it to the end")));

    private static Figure SpreadOverEpochs() => Chart.Spread(Enumerable.Range(1, 20),
        ("rate 0.01", Starts.Run(8, seed => MoonLosses(seed, 0.01f))), ("rate 0.1", Starts.Run(8, seed => MoonLosses(seed, 0.1f))))
        .WithTitle("At the larger rate every start learns sooner").WithAxisTitles("epoch", "loss");

    private static Figure SpreadOverRates() => Chart.Spread(["0.01", "0.03", "0.1"],
        ("", Starts.Over([0.01f, 0.03f, 0.1f], 8, (rate, seed) => MoonLosses(seed, rate)[^1])))
        .WithTitle("Eight starts for each rate lie close together").WithAxisTitles("learning rate", "loss at the end");

    private static double[] MoonLosses(int seed, float rate)
    {
        var random = new MersenneTwister(seed);
        var model = new Sequential { new Linear(2, 8, random), new ReLU(), new Linear(8, 1, random) };
        var trainer = new Trainer(model, new BCEWithLogitsLoss(), new SGD(model.Parameters, rate, momentum: 0.9f));
        trainer.Fit(TrainedModels.Moons.Data.WithTargetColumn(), new(Epochs: 20, BatchSize: 16, random));
        return trainer.History.Losses;
    }

    private static double Ravine(double x, double y) => (0.15 * x * x) + (y * y * (1 + (0.4 * Math.Sin(2 * x)))) + 0.02;

    private static IEnumerable<Parameter> WeightsOf(Layer model) => model.Parameters.Where(parameter => parameter.Shape.Rank >= 2);

    private static Dataset HardDigits()
    {
        var validation = TrainedModels.Digits.Validation!;
        int[] answers = TrainedModels.Digits.Model.PredictClasses(validation.Inputs);
        int[] wrong = [.. Enumerable.Range(0, validation.Count).Where(n => answers[n] != validation.Labels[n])];
        return validation.Subset([0, 1, 2, .. wrong.Take(5)]);
    }

    /// <summary>Is an iris of the kind virginica? Four measurements, weighed under a growing L1 penalty.</summary>
    private static IEnumerable<(double Lambda, Tensor Weights)> LassoFits()
    {
        var iris = Datasets.Iris();
        var inputs = Standardizer.FitEach(iris.Inputs).Apply(iris.Inputs);
        var targets = new Tensor(new Shape(iris.Count, 1), [.. iris.Labels.Select(label => label == 2 ? 1f : 0)]);
        foreach (float lambda in new[] { 0, 0.02f, 0.04f, 0.06f, 0.08f, 0.1f, 0.12f, 0.15f, 0.18f, 0.21f })
        {
            var random = new MersenneTwister(1);
            var model = new Linear(4, 1, random);
            var trainer = new Trainer(model, new BCEWithLogitsLoss(), new SGD(model.Parameters, 0.1f)) { Penalties = [new L1Penalty([model.Weight], lambda)] };
            trainer.Fit(new Dataset(inputs, targets), new(400, 150, random));
            yield return (lambda, model.Weight.Value.Clone().Reshape(4));
        }
    }

    private static Conv2d EdgeFinder(int stride, int dilation)
    {
        var layer = new Conv2d(1, 1, 3, new MersenneTwister(1), stride: stride, padding: stride == 1 ? 0 : 1, dilation: dilation, bias: false);
        layer.Weight.Value.CopyFrom(new Tensor(layer.Weight.Shape, [1, 0, -1, 2, 0, -2, 1, 0, -1]));
        return layer;
    }
}
