using MathNet.Numerics.Random;
using NeuroLab.Layers;
using static NeuroLab.Course.Exercises.WeightShapeExercises;

namespace NeuroLab.Course.Tests.Exercises.AnswerTables;

/// <summary>Answers to the exercises of notebook 02.</summary>
internal static class WeightShapeAnswers
{
    private static readonly MersenneTwister Random = new(1);

    internal static Answer[] All() => [.. Shapes(), .. Counts(), .. Kernels(), .. Features(), .. Repairs(), .. Products()];

    private static Answer[] Shapes() =>
    [
        Answer.Right(() => LinearWeight(new[] { 12, 30 })),
        Answer.NotYet("which number comes first", () => LinearWeight(new[] { 30, 12 })),
        Answer.NotYet("number of weights is right", () => LinearWeight(new[] { 360 })),
        Answer.NotYet("shape of a vector", () => LinearWeight(new[] { 12 })),
        Answer.NotYet("batch is no part", () => LinearWeight(new[] { 64, 12, 30 })),
        Answer.NotYet("vector of their own", () => LinearWeight(new[] { 12, 31 })),
        Answer.NotYet("two axes", () => LinearWeight(Array.Empty<int>())),
        Answer.NotYet("two axes", () => LinearWeight(new[] { 12, 30, 1, 1 })),
        Answer.Fallback("how many of each", () => LinearWeight(new[] { 5, 7 })),
    ];

    private static Answer[] Counts() =>
    [
        Answer.Right(() => MlpParameters(widths => widths.Zip(widths.Skip(1), (from, to) => from * to + to).Sum())),
        Answer.Right(() => MlpParameters(widths => { int count = 0; for (int i = 1; i < widths.Length; i++) count += (widths[i - 1] + 1) * widths[i]; return count; })),
        Answer.Right(() => MlpParameters(widths => Enumerable.Range(1, widths.Length - 1).Sum(i => widths[i] * widths[i - 1]) + widths.Skip(1).Sum())),
        Answer.Right(() => MlpParameters(widths => { int count = 0, i = 0; while (++i < widths.Length) count += widths[i] * (1 + widths[i - 1]); return count; })),
        Answer.NotYet("Those are the weights", () => MlpParameters(widths => widths.Zip(widths.Skip(1), (from, to) => from * to).Sum())),
        Answer.NotYet("none for its inputs", () => MlpParameters(widths => widths.Zip(widths.Skip(1), (from, to) => from * to + from).Sum())),
        Answer.NotYet("none for its inputs", () => MlpParameters(widths => widths.Zip(widths.Skip(1), (from, to) => from * to + from + to).Sum())),
        Answer.NotYet("which widths have", () => MlpParameters(widths => widths.Zip(widths.Skip(1), (from, to) => from * to).Sum() + widths.Sum())),
        Answer.NotYet("first layer", () => MlpParameters(widths => widths[0] * widths[1] + widths[1])),
        Answer.NotYet("last layer", () => MlpParameters(widths => { int count = 0; for (int i = 1; i < widths.Length; i++) count = widths[i - 1] * widths[i] + widths[i]; return count; })),
        Answer.NotYet("one too early", () => MlpParameters(widths => { int count = 0; for (int i = 1; i < widths.Length - 1; i++) count += widths[i - 1] * widths[i] + widths[i]; return count; })),
        Answer.NotYet("loop begin", () => MlpParameters(widths => { int count = 0; for (int i = 2; i < widths.Length; i++) count += widths[i - 1] * widths[i] + widths[i]; return count; })),
        Answer.NotYet("axis for each width", () => MlpParameters(widths => widths.Aggregate((product, width) => product * width))),
        Answer.NotYet("numbers that flow", () => MlpParameters(widths => widths.Sum())),
        Answer.NotYet("each neuron has its own", () => MlpParameters(widths => widths.Zip(widths.Skip(1), (from, to) => from * to + 1).Sum())),
        Answer.NotYet("IndexOutOfRange", () => MlpParameters(widths => widths[0] * widths[1] + widths[1] + widths[1] * widths[2] + widths[2])),
        Answer.Fallback("How many layers", () => MlpParameters(widths => 43)),
    ];

    private static Answer[] Kernels() =>
    [
        Answer.Right(() => ConvolutionWeight(new[] { 16, 3, 5, 7 })),
        Answer.NotYet("Out comes before in", () => ConvolutionWeight(new[] { 3, 16, 5, 7 })),
        Answer.NotYet("Height before width", () => ConvolutionWeight(new[] { 16, 3, 7, 5 })),
        Answer.NotYet("all channels", () => ConvolutionWeight(new[] { 16, 5, 7 })),
        Answer.NotYet("How many channels", () => ConvolutionWeight(new[] { 16, 1, 5, 7 })),
        Answer.NotYet("channels last", () => ConvolutionWeight(new[] { 16, 5, 7, 3 })),
        Answer.NotYet("one kernel", () => ConvolutionWeight(new[] { 3, 5, 7 })),
        Answer.NotYet("number of weights is right", () => ConvolutionWeight(new[] { 1680 })),
        Answer.NotYet("four axes", () => ConvolutionWeight(new[] { 16, 35 })),
        Answer.Fallback("How many kernels", () => ConvolutionWeight(new[] { 1, 2, 3, 4 })),
    ];

    private static Answer[] Features() =>
    [
        Answer.Right(() => FlattenedFeatures((side, kernels, window) => kernels * ((side - window + 1) / 2) * ((side - window + 1) / 2))),
        Answer.Right(() => FlattenedFeatures((side, kernels, window) => { int left = (side - window + 1) / 2; return left * left * kernels; })),
        Answer.Right(() => FlattenedFeatures((side, kernels, window) => kernels * (int)Math.Pow((side - window + 1) / 2, 2))),
        Answer.Right(() => FlattenedFeatures((side, kernels, window) => { int convolved = side + 1 - window, pooled = convolved / 2; return pooled * kernels * pooled; })),
        Answer.NotYet("kept the size", () => FlattenedFeatures((side, kernels, window) => kernels * (side / 2) * (side / 2))),
        Answer.NotYet("What does pooling", () => FlattenedFeatures((side, kernels, window) => kernels * (side - window + 1) * (side - window + 1))),
        Answer.NotYet("both", () => FlattenedFeatures((side, kernels, window) => kernels * (side - window + 1) * (side - window + 1) / 2)),
        Answer.NotYet("One place is missing", () => FlattenedFeatures((side, kernels, window) => kernels * ((side - window) / 2) * ((side - window) / 2))),
        Answer.NotYet("How many channels", () => FlattenedFeatures((side, kernels, window) => (side - window + 1) / 2 * ((side - window + 1) / 2))),
        Answer.NotYet("three colours came in", () => FlattenedFeatures((side, kernels, window) => 3 * ((side - window + 1) / 2) * ((side - window + 1) / 2))),
        Answer.NotYet("summed up", () => FlattenedFeatures((side, kernels, window) => 3 * kernels * ((side - window + 1) / 2) * ((side - window + 1) / 2))),
        Answer.NotYet("two numbers to multiply", () => FlattenedFeatures((side, kernels, window) => kernels * ((side - window + 1) / 2))),
        Answer.NotYet("what flows", () => FlattenedFeatures((side, kernels, window) => kernels * window * window)),
        Answer.NotYet("Neither the window", () => FlattenedFeatures((side, kernels, window) => kernels * side * side)),
        Answer.Fallback("Which shape stands", () => FlattenedFeatures((side, kernels, window) => 2352)),
    ];

    private static Answer[] Repairs() =>
    [
        Answer.Right(() => Repaired(new Sequential { new Conv2d(1, 6, 5, Random), new ReLU(), new MaxPool2d(2), new Flatten(), new Linear(6 * 12 * 12, 10, Random) })),
        Answer.Right(() => Repaired(new Sequential { new Conv2d(1, 6, 5, Random, padding: 2), new ReLU(), new MaxPool2d(2), new Flatten(), new Linear(6 * 14 * 14, 10, Random) })),
        Answer.NotYet("The next one", () => Repaired(new Sequential { new Conv2d(3, 6, 5, Random), new ReLU(), new MaxPool2d(2), new Linear(6 * 28 * 28, 10, Random) })),
        Answer.NotYet("The next one", () => Repaired(new Sequential { new Conv2d(1, 6, 5, Random), new ReLU(), new MaxPool2d(2), new Linear(864, 10, Random) })),
        Answer.NotYet("864", () => Repaired(new Sequential { new Conv2d(1, 6, 5, Random), new ReLU(), new MaxPool2d(2), new Flatten(), new Linear(6 * 28 * 28, 10, Random) })),
        Answer.NotYet("ten scores", () => Repaired(new Sequential { new Conv2d(1, 6, 5, Random), new ReLU(), new MaxPool2d(2), new Flatten(), new Linear(864, 12, Random) })),
        Answer.NotYet("Conv2d is gone", () => Repaired(new Sequential { new ReLU(), new MaxPool2d(2), new Flatten(), new Linear(196, 10, Random) })),
        Answer.NotYet("ReLU is gone", () => Repaired(new Sequential { new Conv2d(1, 6, 5, Random), new MaxPool2d(2), new Flatten(), new Linear(864, 10, Random) })),
        Answer.NotYet("no layer", () => Repaired([])),
    ];

    private static Answer[] Products() =>
    [
        Answer.Right(() => Forward((x, w, b) => Product(x, w, b, (n, j, i) => x[n, i] * w[j, i]))),
        Answer.Right(() => Forward((x, w, b) => { var y = new double[x.GetLength(0), b.Length]; for (int n = 0; n < x.GetLength(0); n++) for (int j = 0; j < b.Length; j++) { y[n, j] = b[j]; for (int i = 0; i < x.GetLength(1); i++) y[n, j] += w[j, i] * x[n, i]; } return y; })),
        Answer.Right(() => Forward((x, w, b) => { double[,] y = Product(x, w, new double[b.Length], (n, j, i) => w[j, i] * x[n, i]); for (int n = 0; n < y.GetLength(0); n++) for (int j = 0; j < b.Length; j++) y[n, j] += b[j]; return y; })),
        Answer.NotYet("biases are missing", () => Forward((x, w, b) => Product(x, w, new double[b.Length], (n, j, i) => x[n, i] * w[j, i]))),
        Answer.NotYet("wrong way round", () => Forward((x, w, b) => Product(x, w, b, (n, j, i) => x[n, i] * w[i, j]))),
        Answer.NotYet("X is read", () => Forward((x, w, b) => Product(x, w, b, (n, j, i) => x[i, n] * w[j, i]))),
        Answer.NotYet("sign of the bias", () => Forward((x, w, b) => Product(x, w, [.. b.Select(v => -v)], (n, j, i) => x[n, i] * w[j, i]))),
        Answer.NotYet("inside the inner loop", () => Forward((x, w, b) => Product(x, w, new double[b.Length], (n, j, i) => x[n, i] * w[j, i] + b[j]))),
        Answer.NotYet("Only the last product", () => Forward((x, w, b) => Product(x, w, b, (n, j, i) => i == x.GetLength(1) - 1 ? x[n, i] * w[j, i] : 0))),
        Answer.NotYet("returned null", () => Forward((x, w, b) => null!)),
        Answer.NotYet("numbers should come back", () => Forward((x, w, b) => new double[1, 1])),
        Answer.NotYet("(4, 2)", () => Forward((x, w, b) => x.GetLength(0) == w.GetLength(0) ? Product(x, w, b, (n, j, i) => x[n, i] * w[j, i]) : new double[4, 2])),
        Answer.NotYet("IndexOutOfRange", () => Forward((x, w, b) => Product(x, w, b, (n, j, i) => x[n + 1, i] * w[j, i]))),
        Answer.Fallback("Which row meets", () => Forward((x, w, b) => new double[x.GetLength(0), b.Length])),
    ];

    private static double[,] Product(double[,] x, double[,] w, double[] b, Func<int, int, int, double> term)
    {
        double[,] y = new double[x.GetLength(0), w.GetLength(0)];
        for (int n = 0; n < y.GetLength(0); n++)
        {
            for (int j = 0; j < y.GetLength(1); j++)
                y[n, j] = Enumerable.Range(0, x.GetLength(1)).Sum(i => term(n, j, i)) + b[j];
        }
        return y;
    }
}
