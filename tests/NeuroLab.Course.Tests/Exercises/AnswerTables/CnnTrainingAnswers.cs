using NeuroLab.Layers;
using static NeuroLab.Course.Exercises.CnnTrainingExercises;
using static NeuroLab.Course.Tests.Exercises.AnswerTables.Answer;

namespace NeuroLab.Course.Tests.Exercises.AnswerTables;

/// <summary>Answers to the exercises of notebook 13.</summary>
internal static class CnnTrainingAnswers
{
    internal static Answer[] All() => [.. Counts(), .. Updates(), .. Parts(), .. Gradients(), .. Networks()];

    private static Answer[] Counts() =>
    [
        Right(() => Flattened(250)),
        Right(() => Flattened(10 * 5 * 5)),
        Right(() => Flattened((((30 - 4) / 2) - 3) / 2 * ((((30 - 4) / 2) - 3) / 2) * 10)),
        NotYet("How many such maps", () => Flattened(25)),
        NotYet("How many channels", () => Flattened(6 * 25)),
        NotYet("with padding", () => Flattened(10 * 7 * 7)),
        NotYet("second pooling", () => Flattened(10 * 10 * 10)),
        NotYet("first pooling", () => Flattened(10 * 11 * 11)),
        NotYet("each of the two", () => Flattened(10 * 23 * 23)),
        NotYet("no padding either", () => Flattened(10 * 6 * 6)),
        NotYet("+ 1", () => Flattened(10 * 4 * 4)),
        NotYet("counts twice", () => Flattened(50)),
        NotYet("what goes in", () => Flattened(30 * 30)),
        NotYet("positive", () => Flattened(0)),
        Fallback("height and width", () => Flattened(77)),
    ];

    private static Answer[] Updates() =>
    [
        Right(() => Update((w, v, g) => (w - (0.05 * ((0.9 * v) + g + (0.2 * w))), (0.9 * v) + g + (0.2 * w)))),
        Right(() => Update((w, v, g) => { g += w / 5; v = g + (v * 9 / 10); w -= v / 20; return (w, v); })),
        Right(() => Update((w, v, g) => { float next = (float)((0.9f * v) + g + (0.2f * w)); return (w - (0.05f * next), next); })),
        NotYet("other way round", () => Update((w, v, g) => (V(w, v, g), w - (0.05 * V(w, v, g))))),
        NotYet("without L2", () => Step((w, v, g) => (0.9 * v) + g)),
        NotYet("without momentum", () => Step((w, v, g) => g + (0.2 * w))),
        NotYet("plain descent", () => Step((w, v, g) => g)),
        NotYet("uphill", () => Update((w, v, g) => (w + (0.05 * V(w, v, g)), V(w, v, g)))),
        NotYet("wrong sign", () => Step((w, v, g) => (0.9 * v) + g - (0.2 * w))),
        NotYet("keeps all of it", () => Step((w, v, g) => v + g + (0.2 * w))),
        NotYet("1 - β", () => Step((w, v, g) => (0.9 * v) + (0.1 * (g + (0.2 * w))))),
        NotYet("β belongs", () => Step((w, v, g) => (0.9 * v) + (0.9 * (g + (0.2 * w))))),
        NotYet("twice what", () => Step((w, v, g) => (0.9 * v) + g + (2 * 0.2 * w))),
        NotYet("multiplied by the weight", () => Step((w, v, g) => (0.9 * v) + g + 0.2)),
        NotYet("holds the rate", () => Update((w, v, g) => { v = (0.9 * v) + (0.05 * (g + (0.2 * w))); return (w - v, v); })),
        NotYet("without the rate", () => Update((w, v, g) => (w - V(w, v, g), V(w, v, g)))),
        NotYet("by the old velocity", () => Update((w, v, g) => (w - (0.05 * v), V(w, v, g)))),
        NotYet("return the old velocity", () => Update((w, v, g) => (w - (0.05 * V(w, v, g)), v))),
        NotYet("along the gradient", () => Update((w, v, g) => (w - (0.05 * g), V(w, v, g)))),
        NotYet("AdamW", () => Update((w, v, g) => (w - (0.05 * ((0.9 * v) + g)) - (0.05 * 0.2 * w), (0.9 * v) + g))),
        NotYet("Nothing has moved", () => Update((w, v, g) => (w, v))),
        NotYet("not a number", () => Update((w, v, g) => (w / 0, v))),
        NotYet("without L2", () => Step((w, v, g) => (0.9 * v) + g + (1 / 5 * w))),
        NotYet("DivideByZeroException", () => Update((w, v, g) => (w / (1 / int.Parse("0", null)), v))),
        Fallback("one after the other", () => Update((w, v, g) => (7, 7))),
    ];

    private static Answer[] Parts() =>
    [
        Right(() => PartLeft(Math.Pow(1 - (0.05 * 0.01), 1000))),
        Right(() => PartLeft(Math.Exp(-0.5))),
        Right(() => PartLeft(0.61)),
        Right(() => PartLeft(0.6)),
        Right(() => PartLeft(1 / Math.Sqrt(Math.E))),
        NotYet("each step multiplies", () => PartLeft(1 - (1000 * 0.0005))),
        NotYet("what is gone", () => PartLeft(0.3935)),
        NotYet("one step", () => PartLeft(0.9995)),
        NotYet("momentum 0.9", () => PartLeft(0.0067)),
        NotYet("percent", () => PartLeft(60.6)),
        NotYet("It grows", () => PartLeft(Math.Pow(1.0005, 1000))),
        NotYet("α is missing", () => PartLeft(Math.Pow(1 - 0.01, 1000))),
        NotYet("λ is missing", () => PartLeft(Math.Pow(1 - 0.05, 1000))),
        NotYet("whole-number division", () => PartLeft(Math.Pow(1 - (5 / 100 * 0.01), 1000))),
        NotYet("never gets to 0", () => PartLeft(0)),
        NotYet("not a number", () => PartLeft(double.NaN)),
        NotYet("grown", () => PartLeft(3)),
        Fallback("By which factor", () => PartLeft(0.7)),
    ];

    private static Answer[] Gradients() =>
    [
        Right(() => KernelGradient((x, dy) => Each((u, v) => Over(dy, (i, j) => dy[i, j] * x[i + u, j + v])))),
        Right(() => KernelGradient(Turned)),
        Right(() => KernelGradient((x, dy) => Each((u, v) => (float)Over(dy, (i, j) => (float)(x[u + i, v + j] * dy[i, j]))))),
        NotYet("returned null", () => KernelGradient((_, _) => null!)),
        NotYet("3 rows and 3 columns", () => KernelGradient((x, _) => x)),
        NotYet("NaN", () => KernelGradient((_, _) => Each((_, _) => double.NaN))),
        NotYet("outside", () => KernelGradient((x, dy) => Each((u, v) => Over(x, (i, j) => dy[i, j] * x[i + u, j + v])))),
        NotYet("All nine are 0", () => KernelGradient((_, _) => new double[3, 3])),
        NotYet("a mean", () => KernelGradient((x, dy) => Each((u, v) => Over(dy, (i, j) => dy[i, j] * x[i + u, j + v]) / dy.Length))),
        NotYet("sign", () => KernelGradient((x, dy) => Each((u, v) => -Over(dy, (i, j) => dy[i, j] * x[i + u, j + v])))),
        NotYet("doubled", () => KernelGradient((x, dy) => Each((u, v) => 2 * Over(dy, (i, j) => dy[i, j] * x[i + u, j + v])))),
        NotYet("exchanged", () => KernelGradient((x, dy) => Each((u, v) => Over(dy, (i, j) => dy[i, j] * x[i + v, j + u])))),
        NotYet("turned around", () => KernelGradient((x, dy) => Each((u, v) => Over(dy, (i, j) => dy[i, j] * x[i + 2 - u, j + 2 - v])))),
        NotYet("overwrites", () => KernelGradient((x, dy) => Each((u, v) => dy[dy.GetLength(0) - 1, dy.GetLength(1) - 1] * x[dy.GetLength(0) - 1 + u, dy.GetLength(1) - 1 + v]))),
        NotYet("Only the first place", () => KernelGradient((x, dy) => Each((u, v) => dy[0, 0] * x[u, v]))),
        NotYet("one too early", () => KernelGradient((x, dy) => Each((u, v) => Over(new double[dy.GetLength(0) - 1, dy.GetLength(1) - 1], (i, j) => dy[i, j] * x[i + u, j + v])))),
        NotYet("All nine are the same", () => KernelGradient((x, dy) => Each((_, _) => Over(dy, (i, j) => dy[i, j] * x[i, j])))),
        NotYet("add up the pixels", () => KernelGradient((x, dy) => Each((u, v) => Over(dy, (i, j) => x[i + u, j + v])))),
        NotYet("gradient of the bias", () => KernelGradient((_, dy) => Each((_, _) => Over(dy, (i, j) => dy[i, j])))),
        NotYet("3 × 3 places", () => KernelGradient((x, dy) => Each((u, v) => Over(new double[3, Math.Min(3, dy.GetLength(1))], (i, j) => dy[i, j] * x[i + u, j + v])))),
        Fallback("weight (0, 0)", () => KernelGradient((_, _) => Each((u, v) => u + v + 1))),
    ];

    private static Answer[] Networks() =>
    [
        Right(() => SmallCnn(Two(4, new ReLU()))),
        Right(() => SmallCnn(Two(4, new Tanh()))),
        Right(() => SmallCnn([new Conv2d(1, 4, 5, Luck, stride: 2), new MaxPool2d(2), new Conv2d(4, 8, 3, Luck), new Flatten(), new Linear(8 * 4 * 4, 10, Luck)])),
        Right(() => SmallCnn([new Conv2d(1, 8, 3, Luck), new ReLU(), new MaxPool2d(2), new Conv2d(8, 16, 3, Luck), new ReLU(), new GlobalAveragePool2d(), new Linear(16, 10, Luck)])),
        NotYet("no layers yet", () => SmallCnn([])),
        NotYet("shapes do not fit", () => SmallCnn([new Conv2d(3, 4, 5, Luck), new ReLU(), new Conv2d(4, 4, 3, Luck)])),
        NotYet("It runs, but gives", () => SmallCnn([new Conv2d(1, 4, 5, Luck), new ReLU(), new Conv2d(4, 4, 3, Luck)])),
        NotYet("asks for two", () => SmallCnn([new Conv2d(1, 2, 5, Luck, stride: 4), new Flatten(), new Linear(72, 10, Luck)])),
        NotYet("softmax", () => SmallCnn([.. Layers(4, new ReLU()), new Softmax()])),
        NotYet("Make the pictures smaller", () => SmallCnn(Two(1, new ReLU()))),
        NotYet("nothing bends", () => SmallCnn(Two(4, new AvgPool2d(1), average: true))),
    ];

    private static Random Luck => new(1);

    private static double V(double w, double v, double g) => (0.9 * v) + g + (0.2 * w);

    private static NeuroLab.Course.Exercises.ExerciseResult Step(Func<double, double, double, double> velocity) =>
        Update((w, v, g) => (w - (0.05 * velocity(w, v, g)), velocity(w, v, g)));

    private static double[,] Each(Func<int, int, double> at)
    {
        double[,] nine = new double[3, 3];
        for (int i = 0; i < 9; i++)
            nine[i / 3, i % 3] = at(i / 3, i % 3);
        return nine;
    }

    private static double Over(double[,] places, Func<int, int, double> at) => Enumerable.Range(0, places.Length)
        .Sum(n => at(n / places.GetLength(1), n % places.GetLength(1)));

    /// <summary>The same sum, place by place instead of weight by weight.</summary>
    private static double[,] Turned(double[,] x, double[,] dy)
    {
        double[,] dw = new double[3, 3];
        for (int place = 0; place < dy.Length; place++)
        {
            (int i, int j) = (place / dy.GetLength(1), place % dy.GetLength(1));
            for (int weight = 0; weight < 9; weight++)
                dw[weight / 3, weight % 3] += dy[i, j] * x[i + (weight / 3), j + (weight % 3)];
        }
        return dw;
    }

    private static Sequential Two(int pool, Layer activation, bool average = false) => [.. Layers(pool, activation, average)];

    private static Layer[] Layers(int pool, Layer activation, bool average = false)
    {
        int side = 28 / pool;
        return [new Conv2d(1, 4, 3, Luck, padding: 1), activation, average ? new AvgPool2d(pool) : new MaxPool2d(pool),
            new Conv2d(4, 4, 3, Luck, padding: 1), new Flatten(), new Linear(4 * side * side, 10, Luck)];
    }
}
