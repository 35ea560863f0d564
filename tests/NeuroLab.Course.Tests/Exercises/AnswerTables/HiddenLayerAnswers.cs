using MathNet.Numerics.Random;
using NeuroLab.Layers;
using static NeuroLab.Course.Exercises.HiddenLayerExercises;

namespace NeuroLab.Course.Tests.Exercises.AnswerTables;

/// <summary>Answers to the exercises of notebook 04.</summary>
internal static class HiddenLayerAnswers
{
    internal static Answer[] All() => [.. Collapses(), .. Counts(), .. Hats(), .. Maxima(), .. Forwards(), .. Networks()];

    private static Answer[] Collapses() =>
    [
        Answer.Right(() => Collapsed((w1, b1, w2, b2) => (w2 * w1, w2 * b1 + b2))),
        Answer.Right(() => Collapsed((w1, b1, w2, b2) => { double y0 = w2 * b1 + b2, y1 = w2 * (w1 + b1) + b2; return (y1 - y0, y0); })),
        Answer.NotYet("before it adds its own", () => Collapsed((w1, b1, w2, b2) => (w1 * w2, b1 + b2))),
        Answer.NotYet("not multiplied with each other", () => Collapsed((w1, b1, w2, b2) => (w1 * w2, b1 * b2))),
        Answer.NotYet("has a bias as well", () => Collapsed((w1, b1, w2, b2) => (w1 * w2, w2 * b1))),
        Answer.NotYet("what is left of it", () => Collapsed((w1, b1, w2, b2) => (w1 * w2, b2))),
        Answer.NotYet("comes last", () => Collapsed((w1, b1, w2, b2) => (w1 * w2, w1 * b2 + b1))),
        Answer.NotYet("bias is right", () => Collapsed((w1, b1, w2, b2) => (w1 + w2, w2 * b1 + b2))),
        Answer.NotYet("put into each other", () => Collapsed((w1, b1, w2, b2) => (w1 + w2, b1 + b2))),
        Answer.NotYet("changed places", () => Collapsed((w1, b1, w2, b2) => (w2 * b1 + b2, w1 * w2))),
        Answer.Fallback("for x = 0", () => Collapsed((w1, b1, w2, b2) => (6, -1))),
    ];

    private static Answer[] Counts() =>
    [
        Answer.Right(() => Pieces(6)),
        Answer.NotYet("number of bends", () => Pieces(5)),
        Answer.NotYet("single bend", () => Pieces(4)),
        Answer.NotYet("One too many", () => Pieces(7)),
        Answer.NotYet("without ReLU", () => Pieces(1)),
        Answer.NotYet("one bend", () => Pieces(10)),
        Answer.NotYet("on or off", () => Pieces(32)),
        Answer.NotYet("on or off", () => Pieces(25)),
        Answer.Fallback("how many places", () => Pieces(0)),
    ];

    private static Answer[] Hats() =>
    [
        Answer.Right(() => Hat((relu, x) => relu(x) - 2 * relu(x - 1) + relu(x - 2))),
        Answer.Right(() => Hat((relu, x) => relu(1 - relu(x - 1) - relu(1 - x)))),
        Answer.Right(() => Hat((relu, x) => { double[] v = [1, -2, 1]; return v.Select((weight, k) => weight * relu(x - k)).Sum(); })),
        Answer.NotYet("stays at 1", () => Hat((relu, x) => relu(x) - relu(x - 1))),
        Answer.NotYet("goes on falling", () => Hat((relu, x) => relu(x) - 2 * relu(x - 1))),
        Answer.NotYet("falls only from 2", () => Hat((relu, x) => relu(x) - relu(x - 1) - relu(x - 2))),
        Answer.NotYet("only rises", () => Hat((relu, x) => relu(x) + relu(x - 1) + relu(x - 2))),
        Answer.NotYet("upside down", () => Hat((relu, x) => -relu(x) + 2 * relu(x - 1) - relu(x - 2))),
        Answer.NotYet("too far to the right", () => Hat((relu, x) => relu(x - 1) - 2 * relu(x - 2) + relu(x - 3))),
        Answer.NotYet("never called", () => Hat((relu, x) => Math.Max(0, 1 - Math.Abs(x - 1)))),
        Answer.NotYet("not a number", () => Hat((relu, x) => double.NaN)),
        Answer.Fallback("which slope", () => Hat((relu, x) => relu(x) * 2)),
    ];

    private static Answer[] Maxima() =>
    [
        Answer.Right(() => Larger((relu, a, b) => a + relu(b - a))),
        Answer.Right(() => Larger((relu, a, b) => b + relu(a - b))),
        Answer.Right(() => Larger((relu, a, b) => relu(-b + a) - (-b))),
        Answer.NotYet("never called", () => Larger((relu, a, b) => Math.Max(a, b))),
        Answer.NotYet("never called", () => Larger((relu, a, b) => a > b ? a : b)),
        Answer.NotYet("never called", () => Larger((relu, a, b) => (a + b + Math.Abs(a - b)) / 2)),
        Answer.NotYet("more than once", () => Larger((relu, a, b) => (a + relu(b - a) + b + relu(a - b)) / 2)),
        Answer.NotYet("smaller one", () => Larger((relu, a, b) => a - relu(a - b))),
        Answer.NotYet("b is above a", () => Larger((relu, a, b) => relu(b - a))),
        Answer.NotYet("a is above b", () => Larger((relu, a, b) => relu(a - b))),
        Answer.NotYet("compares with 0", () => Larger((relu, a, b) => relu(a) + relu(b))),
        Answer.NotYet("wrong one", () => Larger((relu, a, b) => b + relu(b - a))),
        Answer.NotYet("wrong one", () => Larger((relu, a, b) => a + relu(a - b))),
        Answer.NotYet("distance", () => Larger((relu, a, b) => relu(a - b) + relu(b - a))),
        Answer.NotYet("sum of both", () => Larger((relu, a, b) => a + b)),
        Answer.Fallback("added to", () => Larger((relu, a, b) => 5)),
    ];

    private static Answer[] Forwards() =>
    [
        Answer.Right(() => HiddenLayer((w, b, x) => Layer(w, b, x, z => Math.Max(0, z)))),
        Answer.Right(() => HiddenLayer((w, b, x) => [.. b.Select((bias, row) => Math.Max(0, bias + x.Select((xi, i) => xi * w[row, i]).Sum()))])),
        Answer.Right(() => HiddenLayer((w, b, x) => { double[] h = (double[])b.Clone(); for (int r = 0; r < b.Length; r++) { for (int i = 0; i < x.Length; i++) h[r] += w[r, i] * x[i]; h[r] = h[r] > 0 ? h[r] : 0; } return h; })),
        Answer.NotYet("bend is missing", () => HiddenLayer((w, b, x) => Layer(w, b, x, z => z))),
        Answer.NotYet("biases are missing", () => HiddenLayer((w, b, x) => Layer(w, new double[b.Length], x, z => Math.Max(0, z)))),
        Answer.NotYet("too early", () => HiddenLayer((w, b, x) => [.. Layer(w, new double[b.Length], x, z => Math.Max(0, z)).Zip(b, (h, bias) => h + bias)])),
        Answer.NotYet("sign of the bias", () => HiddenLayer((w, b, x) => Layer(w, [.. b.Select(v => -v)], x, z => Math.Max(0, z)))),
        Answer.NotYet("keeps what is below", () => HiddenLayer((w, b, x) => Layer(w, b, x, z => Math.Min(0, z)))),
        Answer.NotYet("a step", () => HiddenLayer((w, b, x) => Layer(w, b, x, z => z > 0 ? 1 : 0))),
        Answer.NotYet("one of its own", () => HiddenLayer((w, b, x) => Layer(w, [.. b.Select(_ => b[0])], x, z => Math.Max(0, z)))),
        Answer.NotYet("Rows and columns", () => HiddenLayer((w, b, x) => [.. b.Select((bias, row) => { double z = bias; for (int i = 0; i < b.Length; i++) z += w[i, row] * x[i]; return Math.Max(0, z); })])),
        Answer.NotYet("as many units as inputs", () => HiddenLayer((w, b, x) => [.. b.Select((bias, row) => Math.Max(0, bias + Enumerable.Range(0, Math.Min(b.Length, x.Length)).Sum(i => x[i] * w[row, i])))])),
        Answer.NotYet("returned null", () => HiddenLayer((w, b, x) => null!)),
        Answer.NotYet("numbers should come back", () => HiddenLayer((w, b, x) => [0.0])),
        Answer.NotYet("IndexOutOfRange", () => HiddenLayer((w, b, x) => [w[5, 5]])),
    ];

    private static Answer[] Networks() =>
    [
        Answer.Right(() => SmallForCircles(new Sequential { new Linear(2, 7, new MersenneTwister(1)), new ReLU(), new Linear(7, 1, new MersenneTwister(1)) })),
        Answer.Right(() => SmallForCircles(Of(2, 6, new Tanh()))),
        Answer.Right(() => SmallForCircles(Of(3, 5, new Tanh()))),
        Answer.NotYet("parameters, and 30", () => SmallForCircles(Of(1, 8, new ReLU()))),
        Answer.NotYet("one number for each point", () => SmallForCircles(new Sequential(new Linear(2, 5, new MersenneTwister(1)), new ReLU(), new Linear(5, 2, new MersenneTwister(1))))),
        Answer.NotYet("no activation", () => SmallForCircles(new Sequential(new Linear(2, 4, new MersenneTwister(1)), new Linear(4, 1, new MersenneTwister(1))))),
        Answer.NotYet("plain sum", () => SmallForCircles(new Sequential(new Linear(2, 6, new MersenneTwister(1)), new ReLU(), new Linear(6, 1, new MersenneTwister(1)), new Sigmoid()))),
        Answer.NotYet("straight pieces", () => SmallForCircles(Of(1, 2, new ReLU()))),
        Answer.NotYet("no layer", () => SmallForCircles([])),
        Answer.NotYet("Linear", () => SmallForCircles(new Sequential(new Linear(3, 5, new MersenneTwister(1)), new ReLU(), new Linear(5, 1, new MersenneTwister(1))))),
    ];

    private static double[] Layer(double[,] w, double[] b, double[] x, Func<double, double> bend) =>
        [.. Enumerable.Range(0, b.Length).Select(row => bend(Enumerable.Range(0, x.Length).Sum(i => w[row, i] * x[i]) + b[row]))];

    private static Sequential Of(int seed, int units, Layer bend)
    {
        MersenneTwister random = new(seed);
        return [new Linear(2, units, random), bend, new Linear(units, 1, random)];
    }
}
