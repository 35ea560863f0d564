using MathNet.Numerics.LinearAlgebra;
using static NeuroLab.Course.Exercises.WatchingExercises;
using static NeuroLab.Course.Tests.Exercises.AnswerTables.Answer;

namespace NeuroLab.Course.Tests.Exercises.AnswerTables;

/// <summary>The answers to the exercises of notebook 11.</summary>
internal static class WatchingAnswers
{
    internal static Answer[] All() => [.. FirstSteps(), .. Ratios(), .. Gauges(), .. Detours(), .. Prunings()];

    private static Answer[] FirstSteps() =>
    [
        Right(() => AfterOneStep(0.05)),
        Right(() => AfterOneStep(0.1 * 0.9 - 0.1 * 0.4)),
        Right(() => AfterOneStep(1f / 20)),
        Right(() => AfterOneStep(0.1 * (0.9 - 0.4))),
        NotYet("turned around", () => AfterOneStep(-0.05)),
        NotYet("two means", () => AfterOneStep(0.9 - 0.4)),
        NotYet("what the sevens add", () => AfterOneStep(0.09)),
        NotYet("take away", () => AfterOneStep(-0.04)),
        NotYet("added both", () => AfterOneStep(0.13)),
        NotYet("by a hundredth", () => AfterOneStep(0.086)),
        NotYet("tenth too many", () => AfterOneStep(0.005)),
        NotYet("by their share", () => AfterOneStep(0.9 - 0.1 * 0.4)),
        NotYet("whole numbers", () => AfterOneStep(1 / 10 * 0.9 - 1 / 10 * 0.4)),
        Fallback("strength y - p", () => AfterOneStep(0.7)),
    ];

    private static Answer[] Ratios() =>
    [
        Right(() => UpdateRatio((before, after) => Math.Sqrt(before.Zip(after, (b, a) => (a - b) * (a - b)).Sum() / before.Sum(b => b * b)))),
        Right(() => UpdateRatio((before, after) => (V(after) - V(before)).L2Norm() / V(before).L2Norm())),
        Right(() => UpdateRatio((before, after) => Math.Round((V(before) - V(after)).L2Norm() / V(before).L2Norm(), 4))),
        NotYet("square of the ratio", () => UpdateRatio((before, after) => before.Zip(after, (b, a) => (a - b) * (a - b)).Sum() / before.Sum(b => b * b))),
        NotYet("change alone", () => UpdateRatio((before, after) => (V(after) - V(before)).L2Norm())),
        NotYet("after the step", () => UpdateRatio((before, after) => (V(after) - V(before)).L2Norm() / V(after).L2Norm())),
        NotYet("add up sizes", () => UpdateRatio((before, after) => (V(after) - V(before)).L1Norm() / V(before).L1Norm())),
        NotYet("sum of sizes", () => UpdateRatio((before, after) => (V(after) - V(before)).L1Norm() / V(before).L2Norm())),
        NotYet("upside down", () => UpdateRatio((before, after) => V(before).L2Norm() / (V(after) - V(before)).L2Norm())),
        NotYet("with signs", () => UpdateRatio((before, after) => (V(after) - V(before)).Sum() / V(before).Sum())),
        NotYet("turn and keep", () => UpdateRatio((before, after) => (V(after).L2Norm() - V(before).L2Norm()) / V(before).L2Norm())),
        NotYet("lengths of the weights", () => UpdateRatio((before, after) => V(after).L2Norm() / V(before).L2Norm())),
        NotYet("missing above", () => UpdateRatio((before, after) => before.Zip(after, (b, a) => (a - b) * (a - b)).Sum() / V(before).L2Norm())),
        NotYet("missing below", () => UpdateRatio((before, after) => (V(after) - V(before)).L2Norm() / before.Sum(b => b * b))),
        NotYet("weight by weight", () => UpdateRatio((before, after) => before.Zip(after, (b, a) => Math.Abs(a - b) / Math.Abs(b)).Average())),
        NotYet("same for every case", () => UpdateRatio((before, after) => 0.2)),
        NotYet("IndexOutOfRange", () => UpdateRatio((before, after) => Enumerable.Range(0, 9).Sum(i => after[i] - before[i]))),
        Fallback("how long is the step", () => UpdateRatio((before, after) => before.Length + after[0])),
    ];

    private static Answer[] Gauges() =>
    [
        Right(() => Gauge(new[] { "raise", "keep", "lower" })),
        Right(() => Gauge(new[] { " Raise", "KEEP ", "lower." })),
        NotYet("three words", () => Gauge(new[] { "raise" })),
        NotYet("one of yours is \"higher\"", () => Gauge(new[] { "higher", "keep", "lower" })),
        NotYet("one of yours is \"\"", () => Gauge(new[] { null!, "keep", "lower" })),
        NotYet("other way round", () => Gauge(new[] { "lower", "keep", "raise" })),
        NotYet("half a million", () => Gauge(new[] { "keep", "keep", "lower" })),
        NotYet("learning went well", () => Gauge(new[] { "raise", "raise", "lower" })),
        NotYet("replaces most", () => Gauge(new[] { "raise", "keep", "keep" })),
    ];

    private static Answer[] Detours() =>
    [
        Right(() => Detour(way => Whole(way) / (way.Row(way.RowCount - 1) - way.Row(0)).L2Norm())),
        Right(() => Detour(way => Whole(way) / MathNet.Numerics.Distance.Euclidean(way.Row(0).ToArray(), way.Row(way.RowCount - 1).ToArray()))),
        Right(() => Detour(way => { double sum = 0; for (int i = 1; i < way.RowCount; i++) sum += (way.Row(i - 1) - way.Row(i)).Norm(2); return sum / (way.Row(0) - way.Row(way.RowCount - 1)).Norm(2); })),
        NotYet("upside down", () => Detour(way => Gap(way) / Whole(way))),
        NotYet("length of the steps", () => Detour(way => Whole(way))),
        NotYet("distance of the ends", () => Detour(way => Gap(way))),
        NotYet("as arrows", () => Detour(way => Enumerable.Range(1, way.RowCount - 1).Select(i => way.Row(i) - way.Row(i - 1)).Aggregate((a, b) => a + b).L2Norm() / Gap(way))),
        NotYet("squares of lengths", () => Detour(way => Enumerable.Range(1, way.RowCount - 1).Sum(i => Math.Pow((way.Row(i) - way.Row(i - 1)).L2Norm(), 2)) / Math.Pow(Gap(way), 2))),
        NotYet("root first", () => Detour(way => Math.Sqrt(Enumerable.Range(1, way.RowCount - 1).Sum(i => Math.Pow((way.Row(i) - way.Row(i - 1)).L2Norm(), 2))) / Gap(way))),
        NotYet("(L1)", () => Detour(way => Enumerable.Range(1, way.RowCount - 1).Sum(i => (way.Row(i) - way.Row(i - 1)).L1Norm()) / (way.Row(way.RowCount - 1) - way.Row(0)).L1Norm())),
        NotYet("last point", () => Detour(way => Whole(way) / way.Row(way.RowCount - 1).L2Norm())),
        NotYet("lengths of the points", () => Detour(way => way.EnumerateRows().Sum(row => row.L2Norm()) / Gap(way))),
        NotYet("columns", () => Detour(way => Whole(way.Transpose()) / Gap(way.Transpose()))),
        NotYet("first step is missing", () => Detour(way => Enumerable.Range(2, way.RowCount - 2).Sum(i => (way.Row(i) - way.Row(i - 1)).L2Norm()) / Gap(way))),
        NotYet("last step is missing", () => Detour(way => Enumerable.Range(1, way.RowCount - 2).Sum(i => (way.Row(i) - way.Row(i - 1)).L2Norm()) / Gap(way))),
        NotYet("mean of the steps", () => Detour(way => Whole(way) / (way.RowCount - 1) / Gap(way))),
        NotYet("ArgumentOutOfRange", () => Detour(way => Enumerable.Range(0, way.RowCount).Sum(i => (way.Row(i + 1) - way.Row(i)).L2Norm()))),
        Fallback("how long is each step", () => Detour(way => 2 * way.RowCount + way[0, 0])),
    ];

    private static Answer[] Prunings() =>
    [
        Right(() => Prune((weights, part) => Pruned(weights, part, Math.Abs))),
        Right(() => Prune((weights, part) => { double[] order = [.. weights.OrderBy(w => Math.Abs(w))]; int n = (int)(part * weights.Length); return [.. weights.Select(w => n > 0 && Math.Abs(w) <= Math.Abs(order[n - 1]) ? 0 : w)]; })),
        Right(() => Prune((weights, part) => [.. weights.Select(w => weights.Count(v => Math.Abs(v) < Math.Abs(w)) < part * weights.Length ? 0 : w)])),
        NotYet("most negative", () => Prune((weights, part) => Pruned(weights, part, w => w))),
        NotYet("Sort the other way", () => Prune((weights, part) => Pruned(weights, part, w => -Math.Abs(w)))),
        NotYet("keep the part", () => Prune((weights, part) => Pruned(weights, 1 - part, Math.Abs))),
        NotYet("Your array is shorter", () => Prune((weights, part) => [.. weights.OrderBy(w => Math.Abs(w)).Skip((int)(part * weights.Length))])),
        NotYet("changed their order", () => Prune((weights, part) => [.. weights.OrderBy(w => Math.Abs(w)).Select((w, i) => i < (int)(part * weights.Length) ? 0 : w)])),
        NotYet("the first ones", () => Prune((weights, part) => [.. weights.Select((w, i) => i < (int)(part * weights.Length) ? 0 : w)])),
        NotYet("limit of size", () => Prune((weights, part) => [.. weights.Select(w => Math.Abs(w) < part ? 0 : w)])),
        NotYet("lost their signs", () => Prune((weights, part) => [.. Pruned(weights, part, Math.Abs).Select(w => Math.Abs(w))])),
        NotYet("Nothing is removed", () => Prune((weights, part) => [.. weights])),
        NotYet("writes over", () => Prune((weights, part) => { double[] right = Pruned(weights, part, Math.Abs); weights[2] = 0; return right; })),
        NotYet("null", () => Prune((weights, part) => null!)),
        Fallback("how many is that", () => Prune((weights, part) => [.. weights.Select(w => w / 2)])),
    ];

    private static Vector<double> V(double[] numbers) => Vector<double>.Build.DenseOfArray(numbers);

    private static double Whole(Matrix<double> way) => Enumerable.Range(1, way.RowCount - 1).Sum(i => (way.Row(i) - way.Row(i - 1)).L2Norm());

    private static double Gap(Matrix<double> way) => (way.Row(way.RowCount - 1) - way.Row(0)).L2Norm();

    private static double[] Pruned(double[] weights, double part, Func<double, double> key)
    {
        double[] result = [.. weights];
        foreach (int i in Enumerable.Range(0, weights.Length).OrderBy(i => key(weights[i])).Take((int)Math.Round(part * weights.Length)))
            result[i] = 0;
        return result;
    }
}
