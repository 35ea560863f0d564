using MathNet.Numerics.Random;
using NeuroLab.Data;
using NeuroLab.Initialization;
using NeuroLab.Layers;
using NeuroLab.Losses;
using NeuroLab.Tensors;

namespace NeuroLab.Charts;

public static partial class ChartGallery
{
    private static readonly float[] learningRates = [0.002f, 0.02f, 0.2f, 1.5f];
    private static readonly int[] depths = [20, 10, 5];

    private static IEnumerable<GalleryChart> Basics() => Group("Lines, points, surfaces",
        ("LossCurve", () => Chart.LossCurve(TrainedModels.Digits.History, log: true)),
        ("Scatter", () => Chart.Scatter(Synthetic.Spiral(240, new MersenneTwister(1), noise: 0.05, classes: 3), "Three arms that no straight line parts").WithAxisTitles("x", "y").WithSize(width: 640)),
        ("Histogram", () => Chart.Histogram(((Linear)TrainedModels.Digits.Layers[0]).Weight.Value, title: "Most trained weights stay near 0").WithAxisTitles("weight", "count")),
        ("Heatmap", () => Chart.Heatmap(((Linear)TrainedModels.Digits.Layers[2]).Weight.Value, "digit", "hidden unit", title: "What each digit asks of each hidden unit")),
        ("ImageGrid", () => Chart.ImageGrid(Datasets.OptDigits().Inputs.Rows(..24), [.. Datasets.OptDigits().Labels.Take(24).Select(label => $"{label}")], title: "Handwritten digits of 8 x 8 pixels")),
        ("Bar", () => Chart.Bar(Datasets.OptDigits().ClassNames, Datasets.OptDigits().CountByClass(), "Each digit comes about 180 times").WithAxisTitles("digit", "samples")));

    private static IEnumerable<GalleryChart> Neurons() => Group("Neuron and boundary",
        ("Activations", () => Chart.Activations(new Sigmoid(), new Tanh(), new ReLU(), new LeakyReLU(0.1f), new ELU(), new GELU())),
        ("DecisionBoundary by epoch", () => Chart.DecisionBoundary(TrainedModels.Moons.Model, TrainedModels.Moons.Recorder, TrainedModels.Moons.Data)),
        ("HiddenUnits", () => Chart.HiddenUnits(TrainedModels.Moons.Layers, TrainedModels.Moons.Recorder, TrainedModels.Moons.Data)),
        ("Network", () => Chart.Network(TrainedModels.Moons.Model, TrainedModels.Moons.Recorder)),
        ("ComputationGraph", NeuronAsGraph));

    private static IEnumerable<GalleryChart> Shapes() => Group("Shapes",
        ("MatrixProduct", () => Chart.MatrixProduct(new Linear(4, 3, new MersenneTwister(1)), new float[,] { { 1, 0.5f, -1, 2 }, { 0, 1, 1, -0.5f }, { -2, 1, 0.5f, 0 } })),
        ("Model", () => Chart.Model(TrainedModels.Convolutional.Model, new Shape(("batch", 64), ("channels", 1), ("height", 8), ("width", 8)))),
        ("Model with a mistake", () => Chart.Model(
            new Sequential { new Conv2d(1, 8, 3, new MersenneTwister(1)), new ReLU(), new Flatten(), new Linear(64, 10, new MersenneTwister(1)) },
            new Shape(("batch", 64), ("channels", 1), ("height", 8), ("width", 8)))));

    private static IEnumerable<GalleryChart> Updates() => Group("Weight updates",
        ("LineFit", () => Chart.LineFit(TrainedModels.Line.Data, TrainedModels.Line.Recorder)),
        ("LearningRates", () => Chart.LearningRates(learningRates.Select(rate =>
            (FormattableString.Invariant($"rate {rate}"), TrainedModels.DigitsWith(epochs: 3, rate: rate).History)))));

    private static IEnumerable<GalleryChart> Beginnings() => Group("Initialization and gradients",
        ("InitializationSpread", () => Chart.InitializationSpread(new (string, Initializer)[]
        {
            ("Normal, deviation 0.05", new Normal(0, 0.05)), ("Normal, deviation 0.5", new Normal(0, 0.5)),
            ("Xavier normal", new XavierNormal()), ("Kaiming normal", new KaimingNormal()),
        }.Select(start => (start.Item1, TrainedModels.Look(10, () => new Tanh(), start.Item2))))),
        ("GradientNorms", () => Chart.Menu(depths.Select(depth => ($"{depth} layers", Chart.GradientNorms(
        [
            ("sigmoid", TrainedModels.Look(depth, () => new Sigmoid(), new XavierNormal())),
            ("tanh, small start", TrainedModels.Look(depth, () => new Tanh(), new Normal(0, 0.05))),
            ("ReLU, Kaiming", TrainedModels.Look(depth, () => new ReLU(), new KaimingNormal())),
            ("sigmoid, batch norm", TrainedModels.Look(depth, () => new Sigmoid(), new XavierNormal(), normalize: true)),
            ("tanh, residual", TrainedModels.Look(depth, () => new Tanh(), new Normal(0, 0.05), residual: true)),
        ]))), "depth")));

    /// <summary>A neuron of two inputs, its values and gradients computed by the library's layers.</summary>
    private static Figure NeuronAsGraph()
    {
        var neuron = new Linear(2, 1, new MersenneTwister(3));
        var squash = new Sigmoid();
        var mse = new MSELoss();
        Tensor x = new float[,] { { 1.5f, -0.5f } };
        Tensor target = new float[,] { { 1 } };
        x.RequiresGrad = true;
        var z = neuron.Forward(x).RetainGrad();
        var p = squash.Forward(z).RetainGrad();
        var loss = mse.Forward(p, target);
        loss.Backward();
        var (dx, dz, dp) = (x.Gradient!, z.Gradient!, p.Gradient!);
        GraphNode Given(string name, float value, float gradient) => new(name, "", value, gradient);
        var (w, dw) = (neuron.Weight.Value, neuron.Weight.Gradient);
        var (w1, x1) = (Given("w₁", w[0, 0], dw[0, 0]), Given("x₁", x[0, 0], dx[0, 0]));
        var (w2, x2) = (Given("w₂", w[0, 1], dw[0, 1]), Given("x₂", x[0, 1], dx[0, 1]));
        var bias = Given("b", neuron.Bias!.Value[0], neuron.Bias.Gradient[0]);
        float dsum = dz[0, 0];
        var first = new GraphNode("a₁", "·", w1.Value * x1.Value, dsum, w1, x1);
        var second = new GraphNode("a₂", "·", w2.Value * x2.Value, dsum, w2, x2);
        var sum = new GraphNode("z", "+", z[0, 0], dsum, first, second, bias);
        var output = new GraphNode("p", "sigmoid(z)", p[0, 0], dp[0, 0], sum);
        return Chart.ComputationGraph(new GraphNode("loss", "(p - 1)²", loss.ToScalar(), 1, output));
    }
}
