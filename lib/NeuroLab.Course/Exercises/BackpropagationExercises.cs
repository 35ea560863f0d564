using MathNet.Numerics.LinearAlgebra;
using static NeuroLab.Course.Exercises.Exercise;

namespace NeuroLab.Course.Exercises;

/// <summary>The checks of notebook 06, back propagation.</summary>
public static class BackpropagationExercises
{
    /// <summary>06.1: dL/dw of (w x + b - y)² at w = 1, x = 3, b = 0, y = 1.</summary>
    /// <param name="gradient">The reader's number.</param>
    public static ExerciseResult ChainByHand(double? gradient) => Check("06.1", gradient, answer => answer switch
    {
        _ when Near(answer, 12) => null,
        _ when Near(answer, -12) => "The error is prediction minus target, 3 - 1 = 2, so nothing here is negative.",
        _ when Near(answer, 6) => "One factor 2 is missing: the slope of e² is 2 e.",
        _ when Near(answer, 4) => "4 is the gradient at the error, and of b. On the way to w there is one more slope: that of w x with respect to w.",
        _ when Near(answer, 3) => "3 is the last slope alone. Multiply all slopes on the way from L to w.",
        _ when Near(answer, 2) => "2 is the error e. Its square has the slope 2 e, and the way goes on from there.",
        _ when Near(answer, 18) => "e is the whole error, with the target taken away: not 3, but 3 - 1.",
        _ when Near(answer, 7) || Near(answer, 9) => "Slopes along one way multiply. You have added them.",
        _ when Near(answer, 36) => "One 3 too many: x stands once in the formula.",
        _ when Near(answer, 24) => "One factor 2 too many: the slope of e² is 2 e, and e is 2.",
        _ => "Forward first: what is e? Then backward: what is the slope of e², and that of w x with respect to w?",
    }, "e = 2, so the slopes on the way are 4, 1, 1 and 3. Their product is 12.");

    /// <summary>06.2: the local slope of ReLU.</summary>
    /// <param name="slope">The reader's function of z.</param>
    public static ExerciseResult ReluSlope(Func<double, double>? slope) => Check("06.2", slope, answer =>
        FunctionCheck.Hint<double>(
            () => [-3, -0.5, 0.25, 2],
            z => [answer(z)],
            z => [z > 0 ? 1 : 0],
            (_, _, _) => "Draw max(0, z): it has two straight parts. What is the slope of each?",
            [
                (z => [Math.Max(0, z)], "That is ReLU itself. The question is for its slope."),
                (z => [z > 0 ? 0 : 1], "The other way round: it lets pass what is above 0."),
                (_ => [1], "1 is right above 0. How steep is ReLU below?"),
                (_ => [0], "0 is right below 0. How steep is ReLU above?"),
                (z => [z > 0 ? 1 : -1], "Below 0, ReLU is flat, and does not fall."),
                (z => [z > 0 ? z : 0], "Above 0 the slope is the same everywhere; it does not grow with z."),
                (z => [z > 0 ? 1 : 0.01], "That is the slope of a leaky ReLU. The plain one is flat below 0."),
                (z => [z], "That is z itself. How steep is max(0, z) there?"),
            ])
        ?? (answer(0) is >= 0 and <= 1 ? null : FormattableString.Invariant($"Right on both sides, but at z = 0 it gives {answer(0)}. Any number from 0 to 1 will do there; libraries take 0.")),
        "1 above 0 and 0 below. At 0 itself there is a kink, and libraries take 0.");

    /// <summary>06.3: back through z = a b + a.</summary>
    /// <param name="backward">The reader's function of (a, b, dz).</param>
    public static ExerciseResult TwoWays(Func<double, double, double, (double Da, double Db)>? backward) => Check("06.3", backward, answer => FunctionCheck.Hint<(double A, double B, double Dz)>(
        () => [(2, 3, 1), (-1, 4, 2), (0.5, -3, -3)],
        c => Both(answer(c.A, c.B, c.Dz)),
        c => [c.Dz * (c.B + 1), c.Dz * c.A],
        (_, _, _) => "On how many ways does a reach z, and b? What is the slope of each way? And where ways meet?",
        [
            (c => [c.B + 1, c.A], "The local slopes are right. Each is multiplied by what comes back from behind, dz."),
            (c => [c.Dz * c.B, c.Dz * c.A], "That is what comes through the product. a reaches z on a second way."),
            (c => [c.Dz, c.Dz * c.A], "For a you have the way through the sum. There is a second one, through the product."),
            (c => [c.Dz * c.B * 1, c.Dz], "db is the slope of the product with respect to b, times dz."),
            (c => [c.Dz * c.A, c.Dz * (c.B + 1)], "The two are the other way round: first da, then db."),
            (c => [c.Dz * (c.A + 1), c.Dz * c.B], "The slope of a b with respect to a is b, and with respect to b it is a. Yours are crossed."),
            (c => [c.Dz * c.A, c.Dz * c.B], "The slope of a b with respect to a is b, and with respect to b it is a. Yours are crossed."),
            (c => [(c.Dz * c.B) + 1, c.Dz * c.A], "Both ways begin at z, so both are multiplied by dz: the direct one, too."),
            (c => [c.Dz * (c.B + 1), c.Dz * (c.A + 1)], "a reaches z on two ways, b only on one."),
            (c => [c.Dz * ((c.A * c.B) + c.A), c.Dz * c.A], "That is z itself, times dz. The question is how z changes with a."),
        ]),
        "b through the product and 1 directly. Where ways meet, gradients add.");

    /// <summary>06.4: the gradient of a linear layer's weight.</summary>
    /// <param name="gradient">The reader's function of dy (batch, out) and x (batch, in).</param>
    public static ExerciseResult WeightGradient(Func<Matrix<double>, Matrix<double>, Matrix<double>>? gradient) => Check("06.4", gradient, answer =>
    {
        (Matrix<double> Dy, Matrix<double> X)[] cases =
        [
            (Of(new double[,] { { 1, -2 }, { 0.5, 3 }, { -1, 4 } }), Of(new double[,] { { 1, 0, 2, -1 }, { 3, 1, -2, 0 }, { 0.5, 2, 1, 1 } })),
            (Of(new double[,] { { 2, 1 }, { -1, 3 } }), Of(new double[,] { { 1, 4 }, { -2, 0.5 } })),
        ];
        if (answer(cases[0].Dy, cases[0].X) is not { } first)
            return "Your function returned null instead of a matrix.";
        (int, int) shape = (first.RowCount, first.ColumnCount);
        return shape switch
        {
            (4, 2) => "Yours is (in, out), but a weight and its gradient are (out, in). Which of the two has to be turned?",
            not (2, 4) => $"For dy (3, 2) and x (3, 4) the gradient has the shape of the weight, (out 2, in 4), but yours is {shape}.",
            _ => FunctionCheck.Hint<(Matrix<double> Dy, Matrix<double> X)>(
                () => cases,
                c => answer(c.Dy, c.X).ToRowMajorArray(),
                c => c.Dy.TransposeThisAndMultiply(c.X).ToRowMajorArray(),
                (_, _, _) => "Take one weight, from input 1 to output 0: which two numbers of a sample meet there? And over the batch?",
                [
                    (c => (c.Dy.TransposeThisAndMultiply(c.X) / c.X.RowCount).ToRowMajorArray(), "You divide by the batch. The mean is already in dy, because the loss took it: here the samples only add up."),
                    (c => (-c.Dy.TransposeThisAndMultiply(c.X)).ToRowMajorArray(), "The sign is turned. The gradient points uphill; the step against it comes later."),
                    (c => c.Dy.Row(0).OuterProduct(c.X.Row(0)).ToRowMajorArray(), "That is the first sample alone. Each sample of the batch adds its part."),
                    (c => c.Dy.Row(c.Dy.RowCount - 1).OuterProduct(c.X.Row(c.X.RowCount - 1)).ToRowMajorArray(), "That is the last sample alone: did each overwrite the one before? They add up."),
                    (c => c.Dy.ColumnSums().OuterProduct(c.X.ColumnSums()).ToRowMajorArray(), "You add up over the batch first and multiply then. Multiply sample by sample, and add up the products."),
                    (c => (2 * c.Dy.TransposeThisAndMultiply(c.X)).ToRowMajorArray(), "A factor 2 too much: that of the squared error is already in dy."),
                    (c => c.Dy.TransposeThisAndMultiply(c.X.PointwisePower(0)).ToRowMajorArray(), "The input is missing: each weight multiplies dy by the input it stands at."),
                    (c => Matrix<double>.Build.Dense(c.Dy.ColumnCount, c.X.ColumnCount).ToRowMajorArray(), "All zeros: is your matrix ever filled?"),
                    (c => c.X.TransposeThisAndMultiply(c.Dy).ToRowMajorArray(), "Yours is (in, out). A weight and its gradient are (out, in)."),
                ]),
        };
    }, "dyᵀ x: each weight sums, over the batch, the gradient of its output times its input.");

    /// <summary>06.5: gradients by nudging.</summary>
    /// <param name="nudge">The reader's function of (f, x): the slope of f along each number of x.</param>
    public static ExerciseResult Nudged(Func<Func<double[], double>, double[], double[]>? nudge) => Check("06.5", nudge, answer =>
    {
        double[] place = [1, -2, 0.5], untouched = [.. place];
        string? hint = FunctionCheck.Hint<(Func<double[], double> F, double[] X, double[] Slopes)>(
            () => [
                (v => (v[0] * v[0] * v[1]) + (3 * v[2]), place, [-4, 1, 3]),
                (v => (v[0] * v[1]) - (2 * v[1] * v[1]), [3, 2], [2, -5]),
                (v => (5 * v[0]) + 7, [0], [5]),
            ],
            c => answer(c.F, [.. c.X]),
            c => c.Slopes,
            (_, _, _) => "How does f change if one number of x grows by h, and if it shrinks by h? And by what is the difference divided?",
            [
                (c => [.. c.Slopes.Select(slope => -slope)], "The sign is turned: up minus down, not down minus up."),
                (c => [.. c.Slopes.Select(slope => slope / 2)], "Half of it: is one difference divided by two steps, or a single step by 2 h?"),
                (c => [.. c.Slopes.Select(slope => 2 * slope)], "Twice as much: from down to up it is two steps, so divide by 2 h."),
                (c => [.. c.Slopes.Select(_ => c.Slopes.Sum())], "You nudge all numbers at once. Nudge one, and put it back before the next."),
                (c => [.. c.Slopes.Select((_, i) => c.Slopes[..(i + 1)].Sum())], "The numbers before stay nudged. Put each back before the next."),
                (c => [c.Slopes.Sum()], "You nudge all numbers at once. One slope is asked for each."),
                (c => [.. c.Slopes.Select(_ => 0.0)], "All slopes are 0. Is the nudged array the one that f is given? And is the step a whole-number division, which is 0 in C#?"),
                (c => [.. c.Slopes.Select(_ => c.F(c.X))], "That is f itself, not how it changes."),
                (c => [c.Slopes[0]], "That is the slope along the first number. There is one for each."),
            ]);
        if (hint is null)
            answer(v => v[0], place);
        return hint ?? (place.SequenceEqual(untouched) ? null : "Right slopes, but the array that your function was given is no longer as it was. Put each number back, or nudge a copy.");
    }, "Two forward passes for each number: right, slow, and the judge of every backward pass.");

    private static Matrix<double> Of(double[,] numbers) => Matrix<double>.Build.DenseOfArray(numbers);

    private static double[] Both((double Da, double Db) answer) => [answer.Da, answer.Db];
}
