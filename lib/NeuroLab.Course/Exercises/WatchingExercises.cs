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
        _ when Near(answer, 0.09) => "That is what the sevens add. All pictures, the sevens among them, take away their p of 1/10 times their mean.",
        _ when Near(answer, 0.086) => "Close: you took the mean of all away by a hundredth. Its strength is p = 1/10, once.",
        _ => "Add the mean of the sevens times their share, 0.1. Take away the mean of all pictures times p = 0.1.",
    }, "0.1 × 0.9 - 0.1 × 0.4 = 0.05: more ink than usual here speaks for a 7.");

    /// <summary>11.2: the update ratio.</summary>
    /// <param name="ratio">The reader's function of the weights before and after.</param>
    public static ExerciseResult UpdateRatio(Func<double[], double[], double>? ratio) => Check("11.2", ratio, answer =>
    {
        double[] before = [3, 0, 4, 0], after = [3, 1, 4, 0];
        double given = answer(before, after);
        return given switch
        {
            _ when Near(given, 0.2) => Near(answer([1, -2, 2], [1, -2, 2.3]), 0.1)
                ? null
                : "It is right for one pair of weights and wrong for another. Square the differences, so that signs don't cancel.",
            _ when Near(given, 0.04) => "That is the square of the ratio. Take the root of both sums.",
            _ when Near(given, 1) => "That is the length of the change alone. Divide by the length of the weights before.",
            _ when Near(given, 1 / Math.Sqrt(26)) => "You divide by the length of the weights after the step. Divide by the length before.",
            _ when Near(given, 1.0 / 7) => "You add up sizes. The length is the root of the sum of squares.",
            _ when Near(given, 5) => "It is upside down: the change belongs above, the weights below.",
            _ when double.IsNaN(given) || double.IsInfinity(given) => "You divide by single weights, and some of them are 0. Take the length of all weights together.",
            _ => FormattableString.Invariant($"For (3, 0, 4, 0) and (3, 1, 4, 0) the change has length 1, the weights have length 5, so the ratio is 0.2. Yours is {given:0.###}."),
        };
    }, "The length of the change by the length of the weights.");

    /// <summary>11.3: what three ratios say of the learning rate.</summary>
    /// <param name="adjustments">The reader's three words.</param>
    public static ExerciseResult Gauge(string[]? adjustments) => Check("11.3", adjustments, answer =>
    {
        string[] words = [.. answer.Select(word => (word ?? "").Trim().ToLowerInvariant())];
        return words switch
        {
            _ when words.Length != 3 => $"There are three runs, so three words are needed; you gave {words.Length}.",
            _ when Array.Find(words, word => !Adjustments.Contains(word)) is { } other => $"Each answer is \"raise\", \"keep\" or \"lower\", but one of yours is \"{other}\".",
            ["lower", _, "raise"] => "It is the other way round: a small ratio means that the weights hardly move.",
            [not "raise", _, _] => "A ratio of 0.000002: half a million such steps for a change as large as the weights. That is too slow.",
            [_, not "keep", _] => "0.004 lies between 0.001 and 0.01, where learning went well. Leave it.",
            [_, _, not "lower"] => "0.7 replaces most of the weights at each step. Nothing that was learned survives that.",
            _ => null,
        };
    }, "A gauge, not a law: too slow, fine, and tearing the weights apart.");

    /// <summary>11.4: the length of a path by the distance of its ends.</summary>
    /// <param name="detour">The reader's function of a matrix with one moment a row.</param>
    public static ExerciseResult Detour(Func<Matrix<double>, double>? detour) => Check("11.4", detour, answer =>
    {
        // Two sides of a triangle of 3, 4 and 5.
        double given = answer(Matrix<double>.Build.DenseOfArray(new double[,] { { 1, 1 }, { 4, 1 }, { 4, 5 } }));
        return given switch
        {
            _ when Near(given, 7.0 / 5) => null,
            _ when Near(given, 5.0 / 7) => "It is upside down: the length of the steps belongs above, the distance of the ends below.",
            _ when Near(given, 7) => "That is the length of the steps. Divide by the distance from the first to the last point.",
            _ when Near(given, 5) => "That is the distance of the ends. Above it belongs the length of all steps together.",
            _ when Near(given, 1) => "You divide the sum of the steps by itself: the steps added up as arrows lead straight to the end. Add up their lengths.",
            _ when Near(given, 1.4 * 1.4) => "Lengths, not squares: take the root (L2Norm does).",
            _ when Near(given, 7 / Math.Sqrt(41)) => "You divide by the length of the last point. The distance is from the first point to the last: subtract.",
            _ when Near(given, (Math.Sqrt(2) + Math.Sqrt(17) + Math.Sqrt(41)) / 5) => "You add up the lengths of the points. A step is the difference of two rows.",
            _ => FormattableString.Invariant($"From (1, 1) to (4, 1) to (4, 5) the steps are 3 and 4 long and the ends 5 apart, so the detour is 1.4. Yours is {given:0.###}."),
        };
    }, "1 is straight. Training is near it; a walk of n chance steps is near √n.");

    /// <summary>11.5: pruning by size.</summary>
    /// <param name="prune">The reader's function of weights and a part.</param>
    public static ExerciseResult Prune(Func<double[], double, double[]>? prune) => Check("11.5", prune, answer =>
    {
        double[] given = [0.5, -0.9, 0.1, -0.2, 0.7, -0.05, 0.3, 0.4];
        double[] weights = [.. given];
        double[] pruned = answer(weights, 0.25);
        int zeros = pruned?.Count(weight => weight == 0) ?? 0;
        return pruned switch
        {
            null => "Your function returned null instead of an array.",
            _ when !weights.SequenceEqual(given) => "Your function writes over the weights that it was given. Copy them first: weights.ToArray().",
            _ when pruned.Length != given.Length => $"Of 8 weights 8 must come back, some of them 0; you return {pruned.Length}.",
            [0.5, -0.9, 0, -0.2, 0.7, 0, 0.3, 0.4] => answer(given, 0) is { } all && all.SequenceEqual(given)
                ? null
                : "With a part of 0 nothing should change, but something does.",
            [0.5, 0, 0.1, 0, 0.7, -0.05, 0.3, 0.4] => "You remove the most negative weights. Small means near 0: sort by Math.Abs.",
            [0.5, 0, 0.1, -0.2, 0, -0.05, 0.3, 0.4] => "You remove the largest weights. Sort the other way.",
            _ when zeros != 2 => $"A quarter of 8 weights is 2, but you made {zeros} of them 0.",
            _ => "The right number is gone, but not the smallest by size: -0.05 and 0.1 should be 0, and the others unchanged, in their order.",
        };
    }, "Gone are the small ones. In the first layer above, more than half could go.");
}
