using MathNet.Numerics.LinearAlgebra;
using static NeuroLab.Course.Exercises.Exercise;

namespace NeuroLab.Course.Exercises;

/// <summary>The checks of notebook 11, watching weights learn.</summary>
public static class WatchingExercises
{
    private static readonly string[] Adjustments = ["raise", "keep", "lower"];

    /// <summary>11.1: the weight of a pixel after the first step from zeros.</summary>
    /// <param name="weight">The reader's number.</param>
    public static ExerciseResult AfterOneStep(double? weight) => Check("11.1", weight, answer => answer switch
    {
        _ when Near(answer, 0.05) => null,
        _ when Near(answer, -0.05) => "The sign is turned around. Training subtracts the gradient, so the pictures of the digit itself are added.",
        _ when Near(answer, 0.5) => "That is the difference of the two means. Each counts with a tenth: the sevens are a tenth of the pictures, and every p is 1/10.",
        _ when Near(answer, 0.09) => "That is what the sevens add. All pictures, the sevens among them, take something away.",
        _ when Near(answer, -0.04) => "That is what all pictures take away. The sevens add something.",
        _ when Near(answer, 0.13) => "You added both parts. p - y has a minus in it: one part is added, the other taken away.",
        _ when Near(answer, 0.086) => "Close: you took the mean of all away by a hundredth. Its strength is p, once.",
        _ when Near(answer, 0.005) => "One tenth too many: the mean over the pictures is already in the share of the sevens and in the mean of all.",
        _ when Near(answer, 0.86) => "The sevens are a tenth of the pictures only: their mean counts by their share.",
        _ when answer == 0 => "0: is there a division of whole numbers in it? In C# 1 / 10 is 0, and 1.0 / 10 is not.",
        _ => "Each picture is added with the strength y - p. What is that for a seven, and for any other picture, while all p are 1/10?",
    }, "0.1 × 0.9 - 0.1 × 0.4 = 0.05: more ink than usual here speaks for a 7.");

    /// <summary>11.2: the update ratio.</summary>
    /// <param name="ratio">The reader's function of the weights before and after.</param>
    public static ExerciseResult UpdateRatio(Func<double[], double[], double>? ratio) => Check("11.2", ratio, answer => FunctionCheck.Hint<(double[] Before, double[] After)>(
        () => [([3, 0, 4, 0], [3, 1, 4, 0]), ([1, -2, 2], [1, -2, 2.3]), ([0.5, -1], [1.5, -2.5])],
        c => [answer([.. c.Before], [.. c.After])],
        c => [Length(Change(c)) / Length(c.Before)],
        (_, _, _) => "For (3, 0, 4, 0) and (3, 1, 4, 0): how long is the step, and how long are the weights it starts from?",
        [
            (c => [Math.Pow(Length(Change(c)) / Length(c.Before), 2)], "That is the square of the ratio. Lengths are roots: the root is missing above and below."),
            (c => [Length(Change(c))], "That is the length of the change alone. It is to be measured by the length of the weights before."),
            (c => [Length(Change(c)) / Length(c.After)], "You divide by the length of the weights after the step. Divide by the length before."),
            (c => [Change(c).Sum(Math.Abs) / c.Before.Sum(Math.Abs)], "You add up sizes. The length is the root of the sum of squares."),
            (c => [Change(c).Sum(Math.Abs) / Length(c.Before)], "Below is a length, above a sum of sizes. Both should be roots of sums of squares."),
            (c => [Length(c.Before) / Length(Change(c))], "It is upside down: the change belongs above, the weights below."),
            (c => [Change(c).Sum() / c.Before.Sum()], "You add up with signs, so that changes cancel. Square first."),
            (c => [Math.Abs(Change(c).Sum()) / Length(c.Before)], "The changes are added up with their signs, and cancel. Square each of them first."),
            (c => [Math.Abs(Length(c.After) - Length(c.Before)) / Length(c.Before)], "That is how much the length has changed. Weights can turn and keep their length: take the difference first, then its length."),
            (c => [(Length(c.After) - Length(c.Before)) / Length(c.Before)], "That is how much the length has changed. Weights can turn and keep their length: take the difference first, then its length."),
            (c => [Length(c.After) / Length(c.Before)], "That compares the lengths of the weights. The question is how long the step between them is."),
            (c => [Change(c).Sum(v => v * v) / Length(c.Before)], "The root is missing above."),
            (c => [Length(Change(c)) / c.Before.Sum(v => v * v)], "The root is missing below."),
            (c => [c.Before.Zip(c.After, (b, a) => Math.Abs((a - b) / b)).Average()], "You divide weight by weight, and some weights are 0. Take the length of all of them together."),
        ]),
        "The length of the change by the length of the weights.");

    /// <summary>11.3: what three ratios say of the learning rate.</summary>
    /// <param name="adjustments">The reader's three words.</param>
    public static ExerciseResult Gauge(string[]? adjustments) => Check("11.3", adjustments, answer =>
    {
        string[] words = [.. answer.Select(word => (word ?? "").Trim().Trim('.').ToLowerInvariant())];
        return words switch
        {
            _ when words.Length != 3 => $"There are three runs, so three words are needed; you gave {words.Length}.",
            _ when Array.Find(words, word => !Adjustments.Contains(word)) is { } other => $"Each answer is \"raise\", \"keep\" or \"lower\", but one of yours is \"{other}\".",
            ["lower", _, "raise"] => "It is the other way round: a small ratio means that the weights hardly move.",
            [not "raise", _, _] => "A ratio of 0.000002: half a million such steps for a change as large as the weights. What does that call for?",
            [_, not "keep", _] => "0.004 lies between 0.001 and 0.01, where learning went well.",
            [_, _, not "lower"] => "0.7 replaces most of the weights at each step. Nothing that was learned survives that.",
            _ => null,
        };
    }, "A gauge, not a law: too slow, fine, and tearing the weights apart.");

    /// <summary>11.4: the length of a path by the distance of its ends.</summary>
    /// <param name="detour">The reader's function of a matrix with one moment a row.</param>
    public static ExerciseResult Detour(Func<Matrix<double>, double>? detour) => Check("11.4", detour, answer => FunctionCheck.Hint<Matrix<double>>(
        () => [Path(new double[,] { { 1, 1 }, { 4, 1 }, { 4, 5 } }), Path(new double[,] { { 0, 2, 1 }, { 2, 2, 1 }, { 2, 3, 3 }, { 5, 3, 2 } })],
        way => [answer(way.Clone())],
        way => [Steps(way).Sum(step => step.L2Norm()) / Ends(way).L2Norm()],
        (_, _, _) => "From (1, 1) to (4, 1) to (4, 5): how long is each step, and how far apart are the ends?",
        [
            (way => [Ends(way).L2Norm() / Steps(way).Sum(step => step.L2Norm())], "It is upside down: the length of the steps belongs above, the distance of the ends below."),
            (way => [Steps(way).Sum(step => step.L2Norm())], "That is the length of the steps. It is to be measured by the distance from the first to the last point."),
            (way => [Ends(way).L2Norm()], "That is the distance of the ends. Above it belongs the length of all steps together."),
            (way => [1], "You divide the sum of the steps by itself: the steps added up as arrows lead straight to the end. Add up their lengths."),
            (way => [Steps(way).Sum(step => step * step) / (Ends(way) * Ends(way))], "Those are squares of lengths. The root is missing, step by step above, and below."),
            (way => [Math.Sqrt(Steps(way).Sum(step => step * step)) / Ends(way).L2Norm()], "You take the root of the sum of all squares. Each step has a length of its own: root first, then the sum."),
            (way => [Math.Pow(Steps(way).Sum(step => step.L2Norm()) / Ends(way).L2Norm(), 2)], "That is the square of the detour."),
            (way => [Steps(way).Sum(step => step.L1Norm()) / Ends(way).L1Norm()], "You add up sizes of numbers (L1). A length is the root of the sum of squares."),
            (way => [Steps(way).Sum(step => step.L1Norm()) / Ends(way).L2Norm()], "You add up sizes of numbers (L1) above. A length is the root of the sum of squares."),
            (way => [Steps(way).Sum(step => step.L2Norm()) / way.Row(way.RowCount - 1).L2Norm()], "You divide by the length of the last point. The distance of the ends is that of a difference."),
            (way => [way.EnumerateRows().Sum(row => row.L2Norm()) / Ends(way).L2Norm()], "You add up the lengths of the points. A step is the difference of two rows."),
            (way => [Steps(way.Transpose()).Sum(step => step.L2Norm()) / Ends(way.Transpose()).L2Norm()], "You go through the columns. One row is one moment: a step leads from row to row."),
            (way => [Steps(way).Skip(1).Sum(step => step.L2Norm()) / Ends(way).L2Norm()], "The first step is missing: from the first row to the second."),
            (way => [Steps(way).SkipLast(1).Sum(step => step.L2Norm()) / Ends(way).L2Norm()], "The last step is missing: from the last row but one to the last."),
            (way => [Steps(way).Average(step => step.L2Norm()) / Ends(way).L2Norm()], "You take the mean of the steps. The whole way is their sum."),
        ]),
        "1 is straight. Training is near it; a walk of n chance steps is near √n.");

    /// <summary>11.5: pruning by size.</summary>
    /// <param name="prune">The reader's function of weights and a part.</param>
    public static ExerciseResult Prune(Func<double[], double, double[]>? prune) => Check("11.5", prune, answer =>
    {
        double[] weights = [0.5, -0.9, 0.1, -0.2, 0.7, -0.05, 0.3, 0.4], untouched = [.. weights];
        string? hint = FunctionCheck.Hint<(double[] Weights, double Part)>(
            () => [(weights, 0.25), (weights, 0), ([-3, 1, 2, -4, 0.5], 0.4), ([2, -1, 3, 4], 0.75)],
            c => answer([.. c.Weights], c.Part),
            c => Pruned(c, Math.Abs),
            (_, _, _) => "A quarter of eight weights: how many is that? Which of 0.5, -0.9, 0.1, -0.2, 0.7, -0.05, 0.3, 0.4 are they?",
            [
                (c => Pruned(c, w => w), "You remove the most negative weights. Small means near 0, on either side."),
                (c => Pruned(c, w => -Math.Abs(w)), "You remove the largest weights. Sort the other way."),
                (c => Pruned((c.Weights, 1 - c.Part), Math.Abs), "You keep the part that should go, and remove the rest."),
                (c => Pruned((c.Weights, 1 - c.Part), w => -Math.Abs(w)), "The largest stay, but only so many as should go."),
                (c => [.. c.Weights.OrderBy(w => Math.Abs(w)).Skip(Count(c))], "Your array is shorter. Each weight keeps its place; those that go become 0 there."),
                (c => [.. c.Weights.OrderBy(w => Math.Abs(w)).Select((w, i) => i < Count(c) ? 0 : w)], "The right weights are 0, but the others have changed their order. Each weight keeps its place."),
                (c => [.. c.Weights.Select((w, i) => i < Count(c) ? 0 : w)], "You remove the first ones, whatever their size."),
                (c => [.. c.Weights.Select(w => Math.Abs(w) < c.Part ? 0 : w)], "You take the part for a limit of size. It says how many go: a quarter of eight is two."),
                (c => [.. c.Weights.Select(w => Math.Abs(w) <= c.Part ? 0 : w)], "You take the part for a limit of size. It says how many go: a quarter of eight is two."),
                (c => Pruned(c, Math.Abs, keepsSign: false), "The right ones are gone, but the others have lost their signs."),
                (c => c.Weights, "Nothing is removed. Is the number of those that go computed with whole numbers, or is your copy never changed?"),
            ]);
        if (hint is null)
            answer(weights, 0.25);
        return hint ?? (weights.SequenceEqual(untouched) ? null : "Your function writes over the weights that it was given. Copy them first: weights.ToArray().");
    }, "Gone are the small ones. In the first layer above, more than half could go.");

    private static double Length(double[] v) => Math.Sqrt(v.Sum(w => w * w));

    private static double[] Change((double[] Before, double[] After) c) => [.. c.Before.Zip(c.After, (b, a) => a - b)];

    private static Matrix<double> Path(double[,] points) => Matrix<double>.Build.DenseOfArray(points);

    private static IEnumerable<Vector<double>> Steps(Matrix<double> way) => Enumerable.Range(1, way.RowCount - 1).Select(i => way.Row(i) - way.Row(i - 1));

    private static Vector<double> Ends(Matrix<double> way) => way.Row(way.RowCount - 1) - way.Row(0);

    private static int Count((double[] Weights, double Part) c) => (int)Math.Round(c.Part * c.Weights.Length);

    private static double[] Pruned((double[] Weights, double Part) c, Func<double, double> key, bool keepsSign = true)
    {
        double[] pruned = keepsSign ? [.. c.Weights] : [.. c.Weights.Select(w => Math.Abs(w))];
        foreach (int i in Enumerable.Range(0, pruned.Length).OrderBy(i => key(c.Weights[i])).Take(Count(c)))
            pruned[i] = 0;
        return pruned;
    }
}
