using MathNet.Numerics.LinearAlgebra;
using static NeuroLab.Course.Exercises.BackpropagationExercises;
using static NeuroLab.Course.Tests.Exercises.AnswerTables.Answer;

namespace NeuroLab.Course.Tests.Exercises.AnswerTables;

/// <summary>The answers to the exercises of notebook 06.</summary>
internal static class BackpropagationAnswers
{
    internal static Answer[] All() => [.. Chains(), .. Slopes(), .. Ways(), .. Weights(), .. Nudges()];

    private static Answer[] Chains() =>
    [
        Right(() => ChainByHand(12)),
        Right(() => ChainByHand(2 * (1 * 3 + 0 - 1) * 3)),
        Right(() => ChainByHand(12.0f)),
        NotYet("nothing here is negative", () => ChainByHand(-12)),
        NotYet("factor 2 is missing", () => ChainByHand(6)),
        NotYet("one more slope", () => ChainByHand(4)),
        NotYet("last slope alone", () => ChainByHand(3)),
        NotYet("error e", () => ChainByHand(2)),
        NotYet("whole error", () => ChainByHand(18)),
        NotYet("You have added", () => ChainByHand(2 * 2 + 3)),
        NotYet("One 3 too many", () => ChainByHand(36)),
        NotYet("too many", () => ChainByHand(24)),
        Fallback("Forward first", () => ChainByHand(100)),
    ];

    private static Answer[] Slopes() =>
    [
        Right(() => ReluSlope(z => z > 0 ? 1 : 0)),
        Right(() => ReluSlope(z => z >= 0 ? 1 : 0)),
        Right(() => ReluSlope(z => (Math.Sign(z) + 1) / 2.0)),
        Right(() => ReluSlope(z => Math.Max(0, Math.Sign(z)))),
        NotYet("z = 0 it gives NaN", () => ReluSlope(z => Math.Max(0, z) / z)),
        NotYet("ReLU itself", () => ReluSlope(z => Math.Max(0, z))),
        NotYet("other way round", () => ReluSlope(z => z < 0 ? 1 : 0)),
        NotYet("How steep is ReLU below", () => ReluSlope(z => 1)),
        NotYet("How steep is ReLU above", () => ReluSlope(z => 0)),
        NotYet("does not fall", () => ReluSlope(z => Math.Sign(z))),
        NotYet("leaky", () => ReluSlope(z => z > 0 ? 1 : 0.01)),
        NotYet("z itself", () => ReluSlope(z => z)),
        NotYet("NaN", () => ReluSlope(z => Math.Sqrt(z))),
        Fallback("two straight parts", () => ReluSlope(z => Math.Tanh(z))),
    ];

    private static Answer[] Ways() =>
    [
        Right(() => TwoWays((a, b, dz) => (dz * (b + 1), dz * a))),
        Right(() => TwoWays((a, b, dz) => (b * dz + 1 * dz, a * dz))),
        Right(() => TwoWays((a, b, dz) => { double da = 0, db = 0; da += dz; double dp = dz; da += dp * b; db += dp * a; return (da, db); })),
        NotYet("what comes back from behind", () => TwoWays((a, b, dz) => (b + 1, a))),
        NotYet("on a second way", () => TwoWays((a, b, dz) => (dz * b, dz * a))),
        NotYet("through the sum", () => TwoWays((a, b, dz) => (dz, dz * a))),
        NotYet("first da, then db", () => TwoWays((a, b, dz) => (dz * a, dz * (b + 1)))),
        NotYet("crossed", () => TwoWays((a, b, dz) => (dz * (a + 1), dz * b))),
        NotYet("the direct one, too", () => TwoWays((a, b, dz) => (dz * b + 1, dz * a))),
        NotYet("b only on one", () => TwoWays((a, b, dz) => (dz * (b + 1), dz * (a + 1)))),
        NotYet("z itself", () => TwoWays((a, b, dz) => (dz * (a * b + a), dz * a))),
        NotYet("same for every case", () => TwoWays((a, b, dz) => (4, 2))),
        Fallback("how many ways", () => TwoWays((a, b, dz) => (a - b, dz))),
    ];

    private static Answer[] Weights() =>
    [
        Right(() => WeightGradient((dy, x) => dy.Transpose() * x)),
        Right(() => WeightGradient((dy, x) => dy.TransposeThisAndMultiply(x))),
        Right(() => WeightGradient((dy, x) => (x.Transpose() * dy).Transpose())),
        Right(() => WeightGradient((dy, x) => Enumerable.Range(0, x.RowCount).Select(n => dy.Row(n).OuterProduct(x.Row(n))).Aggregate((sum, one) => sum + one))),
        NotYet("has to be turned", () => WeightGradient((dy, x) => x.Transpose() * dy)),
        NotYet("yours is (3, 4)", () => WeightGradient((dy, x) => x)),
        NotYet("divide by the batch", () => WeightGradient((dy, x) => dy.Transpose() * x / x.RowCount)),
        NotYet("uphill", () => WeightGradient((dy, x) => -dy.Transpose() * x)),
        NotYet("first sample alone", () => WeightGradient((dy, x) => dy.Row(0).OuterProduct(x.Row(0)))),
        NotYet("last sample alone", () => WeightGradient((dy, x) => dy.Row(x.RowCount - 1).OuterProduct(x.Row(x.RowCount - 1)))),
        NotYet("sample by sample", () => WeightGradient((dy, x) => dy.ColumnSums().OuterProduct(x.ColumnSums()))),
        NotYet("factor 2", () => WeightGradient((dy, x) => 2 * dy.Transpose() * x)),
        NotYet("ever filled", () => WeightGradient((dy, x) => Matrix<double>.Build.Dense(dy.ColumnCount, x.ColumnCount))),
        NotYet("null", () => WeightGradient((dy, x) => null!)),
        NotYet("ArgumentException", () => WeightGradient((dy, x) => dy * x)),
        Fallback("Take one weight", () => WeightGradient((dy, x) => dy.Transpose() * x + 1)),
    ];

    private static Answer[] Nudges() =>
    [
        Right(() => Nudged((f, x) => Central(f, x, 1e-4))),
        Right(() => Nudged((f, x) => Central(f, x, 1e-6))),
        Right(() => Nudged((f, x) => [.. x.Select((_, i) => (f([.. x.Select((v, j) => j == i ? v + 1e-5 : v)]) - f(x)) / 1e-5)])),
        NotYet("up minus down", () => Nudged((f, x) => Central(f, x, -1e-4).Select(slope => -slope).ToArray())),
        NotYet("Half of it", () => Nudged((f, x) => Central(f, x, 1e-4).Select(slope => slope / 2).ToArray())),
        NotYet("divide by 2 h", () => Nudged((f, x) => Central(f, x, 1e-4).Select(slope => slope * 2).ToArray())),
        NotYet("nudge all numbers at once", () => Nudged((f, x) => [.. x.Select(_ => (f([.. x.Select(v => v + 1e-4)]) - f([.. x.Select(v => v - 1e-4)])) / 2e-4)])),
        NotYet("stay nudged", () => Nudged((f, x) => { double first = f(x); double[] y = [.. x]; return [.. x.Select((_, i) => { y[i] += 1e-5; return (f(y) - first) / 1e-5; })]; })),
        NotYet("All slopes are 0", () => Nudged((f, x) => [.. x.Select(_ => (f(x) - f(x)) / 1e-4)])),
        NotYet("f itself", () => Nudged((f, x) => [.. x.Select(_ => f(x))])),
        NotYet("along the first number", () => Nudged((f, x) => [Central(f, x, 1e-4)[0]])),
        NotYet("no longer as it was", () => Nudged((f, x) => { double[] slopes = Central(f, x, 1e-4); x[0] += 1e-4; return slopes; })),
        NotYet("NaN", () => Nudged((f, x) => [.. x.Select(_ => (f(x) - f(x)) / (1 / 10000 * 1.0))])),
        NotYet("null", () => Nudged((f, x) => null!)),
        NotYet("IndexOutOfRange", () => Nudged((f, x) => [x[x.Length]])),
        Fallback("grows by h", () => Nudged((f, x) => [.. x.Select(v => v + 7)])),
    ];

    private static double[] Central(Func<double[], double> f, double[] x, double h) => [.. x.Select((_, i) =>
        (f([.. x.Select((v, j) => j == i ? v + h : v)]) - f([.. x.Select((v, j) => j == i ? v - h : v)])) / (2 * h))];
}
