using static NeuroLab.Course.Exercises.Exercise;

namespace NeuroLab.Course.Exercises;

/// <summary>The checks of notebook 09b, wider than needed.</summary>
public static class WidthExercises
{
    /// <summary>09b.1: the squared bias of many fits.</summary>
    /// <param name="squaredBias">The reader's function of the fits, each a row of heights, and the true heights.</param>
    public static ExerciseResult SquaredBias(Func<double[][], double[], double>? squaredBias) => Check("09b.1", squaredBias, answer => FunctionCheck.Hint(
        Curves,
        c => [answer(c.Fits, c.Truth)],
        c => [Places(c).Average(i => Square(Mean(c, i) - c.Truth[i]))],
        (c, given, expected) => FormattableString.Invariant(
            $"For {c.Fits.Length} fits at {c.Truth.Length} places it is {expected[0]:0.##}, but yours is {given[0]:0.##}. Go place by place: which one height stands there for all fits together, and how far is it from the truth?"),
        (c => [c.Fits.Average(fit => Places(c).Average(i => Square(fit[i] - c.Truth[i])))], "You square the distance of each single fit. That is bias and variance together: what cancels if the fits are averaged first?"),
        (c => [Places(c).Average(i => Mean(c, i) - c.Truth[i])], "The distances are not squared, so those above the truth cancel those below."),
        (c => [Places(c).Average(i => Math.Abs(Mean(c, i) - c.Truth[i]))], "You take the size of the distance. Here it is squared."),
        (c => [Square(Places(c).Average(i => Mean(c, i) - c.Truth[i]))], "You average over the places before you square, and places above the truth cancel those below. Square at each place."),
        (c => [Places(c).Sum(i => Square(Mean(c, i) - c.Truth[i]))], "That is the sum over all places. The mean is wanted."),
        (c => [Places(c).Sum(i => Square(Mean(c, i) - c.Truth[i])) / c.Fits.Length], "You divide by the number of fits. Over what do you add up in the end?"),
        (c => [Math.Sqrt(Places(c).Average(i => Square(Mean(c, i) - c.Truth[i])))], "The root is one too many: the square is wanted."),
        (c => [Places(c).Average(i => Square(c.Fits[0][i] - c.Truth[i]))], "You use the first fit only. Which height stands for all of them?"),
        (c => [Places(c).Average(i => Square(c.Fits[^1][i] - c.Truth[i]))], "You use the last fit only. Which height stands for all of them?"),
        (c => [Variance(c)], "That is the variance: how far the fits lie from their own mean. How far is that mean from the truth?"),
        (c => [Places(c).Average(i => Square(c.Fits.Sum(fit => fit[i]) - c.Truth[i]))], "The fits are added up, but not divided by how many they are."),
        (c => [Places(c).Average(i => Square(Mean(c, i)))], "Where has the truth gone? The bias is a distance from it.")),
        "The mean of all fits, place by place, and how far it is from the truth. No new data helps against it.");

    /// <summary>09b.2: the variance of many fits.</summary>
    /// <param name="variance">The reader's function of the fits, each a row of heights.</param>
    public static ExerciseResult Variance(Func<double[][], double>? variance) => Check("09b.2", variance, answer => FunctionCheck.Hint(
        Curves,
        c => [answer(c.Fits)],
        c => [Variance(c)],
        (c, given, expected) => FormattableString.Invariant(
            $"For {c.Fits.Length} fits at {c.Truth.Length} places it is {expected[0]:0.##}, but yours is {given[0]:0.##}. Stay at one place: what is the mean of the fits there, and how far from it does each of them lie?"),
        (c => [c.Fits.Average(fit => Spread(fit))], "You measure how far one fit goes up and down along the curve. The question is how far the fits differ from each other at the same place."),
        (c => [Spread([.. c.Fits.SelectMany(fit => fit)])], "You have mixed all places. Each place has a mean of its own."),
        (c => [Spread([.. Places(c).Select(i => Mean(c, i))])], "That is how much the mean fit goes up and down. How far do the fits lie from it?"),
        (c => [Places(c).Average(i => Math.Sqrt(Spread(At(c, i))))], "That is the standard deviation at each place. Leave out the root."),
        (c => [Math.Sqrt(Variance(c))], "The root is one too many: the square is wanted."),
        (c => [Variance(c) * c.Fits.Length / (c.Fits.Length - 1)], "You divide by one fit less than there are. Here it is the plain mean over the fits, so that bias and variance add up exactly."),
        (c => [Variance(c) * c.Fits.Length], "You add up over the fits. The mean over them is wanted."),
        (c => [Variance(c) * c.Truth.Length], "You add up over the places. The mean over them is wanted."),
        (c => [Variance(c) * c.Truth.Length * c.Fits.Length], "That is a sum over all fits and places. The mean over both is wanted."),
        (c => [Places(c).Average(i => At(c, i).Average(v => Math.Abs(v - Mean(c, i))))], "You take the size of the distance. Here it is squared."),
        (_ => [0], "It gives 0, whatever the fits are. Distances from a mean cancel: what must be done to them before they are added?"),
        (c => [Spread(At(c, 0))], "You look at the first place only. The mean over all places is wanted."),
        (c => [Spread(c.Fits[0])], "You look at the first fit only, along the curve. How far do the fits differ from each other at the same place?"),
        (c => [Places(c).Average(i => At(c, i).Average(v => v * v))], "You square the heights themselves. Their distance from the mean of all fits is wanted."),
        (c => [c.Fits.Average(fit => Places(c).Average(i => Square(fit[i] - c.Fits[0][i])))], "You measure the distance from the first fit. Measure it from the mean of all.")),
        "How far fits to other data lie from each other. The truth is not even asked for.");

    /// <summary>09b.3: the smallest weights that satisfy one equation.</summary>
    /// <param name="shortest">The reader's function of the factors a and of y.</param>
    public static ExerciseResult Shortest(Func<double[], double, double[]>? shortest) => Check("09b.3", shortest, answer => FunctionCheck.Hint(
        () => new (double[] A, double Y)[] { ([1, 2], 10), ([3, -1, 2, 0.5], 4), ([-2, 1, 5], -7) },
        c => answer(c.A, c.Y),
        c => Scaled(c.A, c.Y / c.A.Sum(Square)),
        (c, given, expected) => c.A.Zip(given, (a, w) => a * w).Sum() is var reached && Near(reached, c.Y)
            ? FormattableString.Invariant($"{FunctionCheck.Text(given)} satisfies the equation with the factors {FunctionCheck.Text(c.A)}, but it is {Math.Sqrt(given.Sum(Square)):0.###} long, and there is a solution of length {Math.Sqrt(expected.Sum(Square)):0.###}. In which direction does one unit of length gain most?")
            : FormattableString.Invariant($"With the factors {FunctionCheck.Text(c.A)} your weights make {reached:0.###}, but {c.Y} is asked for. If every weight is a factor's multiple, w = k a, what must k be?"),
        (c => [.. c.A.Select(a => c.Y / a)], "Each weight alone reaches y. Together they make far more: how do they share the work?"),
        (c => [.. c.A.Select(a => c.Y / a / c.A.Length)], "All terms share alike, and the equation holds. But a weight with a small factor must be large for that: who should do more of the work?"),
        (c => [.. c.A.Select(_ => c.Y / c.A.Sum())], "All weights are equal, and the equation holds. But a weight with a larger factor gains more for the same length."),
        (c => [.. c.A.Select((a, i) => i == 0 ? c.Y / a : 0)], "The first weight does it all, and the equation holds. But it is longer than it need be: the others can help."),
        (c => [.. c.A.Select((a, i) => i == c.A.Length - 1 ? c.Y / a : 0)], "The last weight does it all, and the equation holds. But it is longer than it need be: the others can help."),
        (c => [.. c.A.Select(a => Math.Abs(a) == c.A.Max(Math.Abs) ? c.Y / a : 0)], "The weight with the largest factor does it all. But the weights' squares count, and the others can take some of the work."),
        (c => Scaled(c.A, c.Y), "The direction is right, but it overshoots: put it into the equation, and see how many times too far it goes."),
        (c => Scaled(c.A, c.Y / Math.Sqrt(c.A.Sum(Square))), "The direction is right, the length is not. Put it into the equation: what is left of the root?"),
        (c => Scaled(c.A, c.Y / c.A.Sum()), "The direction is right, but it is divided by the sum of the factors. What comes out if w = a is put into the equation?"),
        (c => Scaled(c.A, c.Y / c.A.Length), "The direction is right, but it is divided by how many factors there are. What comes out if w = a is put into the equation?"),
        (c => Scaled(c.A, 1 / c.A.Sum(Square)), "y has no part in it. Yours makes 1, whatever is asked for."),
        (c => Scaled(c.A, -c.Y / c.A.Sum(Square)), "The sign is turned: yours makes minus y."),
        (c => [.. c.A], "The direction is right. How far along it must one go to reach y?")),
        "Along the factors, as far as needed. Any step to the side costs length and changes nothing.");

    /// <summary>09b.4: the best weight under a price.</summary>
    /// <param name="ridge">The reader's function of the inputs, the targets and λ.</param>
    public static ExerciseResult Ridge(Func<double[], double[], double, double>? ridge) => Check("09b.4", ridge, answer => FunctionCheck.Hint(
        () => new Sample[] { new([1, 2, 3], [4, 3, 8], 2), new([-1, 0.5, 2, 4], [1, 2, -3, -9], 5), new([2, -1], [6, 1], 0.5), new([0.5, 3], [2, 5], 0) },
        c => [answer(c.X, c.Y, c.Lambda)],
        c => [c.Xy / (c.Xx + c.Lambda)],
        (c, given, expected) => FormattableString.Invariant(
            $"For x = {FunctionCheck.Text(c.X)}, y = {FunctionCheck.Text(c.Y)} and λ = {c.Lambda} the best weight is {expected[0]:0.###}, but yours is {given[0]:0.###}. Where is the slope of the sum plus λ w² equal to 0?"),
        (c => [c.Xy / c.Xx], "That is the best weight without a price. Which term does λ w² add to the slope?"),
        (c => [(c.Xy + c.Lambda) / c.Xx], "λ stands in the numerator, where it pushes the weight up. It should pull towards 0: to which factor of w does it belong?"),
        (c => [(c.Xy - c.Lambda) / c.Xx], "You take the same amount off whatever the weight is. That is how L1 pulls; the slope of λ w² grows with w."),
        (c => [(c.Xy / c.Xx) - c.Lambda], "λ is taken off the finished weight. Let it into the equation before you solve for w."),
        (c => [c.Xy / c.Xx / (1 + c.Lambda)], "The price is in the wrong unit: yours takes the same part off, however much data there is. Collect the factors of w once more."),
        (c => [c.Xy / (c.Xx - c.Lambda)], "The sign of λ is turned: yours makes the weight larger."),
        (c => [c.Xy / (c.Xx + (2 * c.Lambda))], "Both terms of the slope have a factor of 2, and it cancels in both."),
        (c => [c.Xy / (c.Xx + (c.Lambda / 2))], "Both terms of the slope have a factor of 2, and it cancels in both."),
        (c => [2 * c.Xy / (c.Xx + c.Lambda)], "Both terms of the slope have a factor of 2, and it cancels in both."),
        (c => [c.Xy / (c.Xx + (c.X.Length * c.Lambda))], "That would be right for the mean of the squares. Here their sum is taken, so λ counts once."),
        (c => [c.Xy / (c.Xx + Square(c.Lambda))], "λ itself is not squared, the weight is."),
        (c => [c.Xy / (c.Xx * c.Lambda)], "λ is multiplied where it should be added: with λ = 0 nothing may change."),
        (c => [c.X.Sum() * c.Y.Sum() / (c.Xx + c.Lambda)], "You multiply the two sums. Multiply x and y of each sample, and add up then."),
        (c => [c.Xy / (Square(c.X.Sum()) + c.Lambda)], "You square the sum of the inputs. Square each one, and add up then."),
        (c => [c.Y.Sum() / (c.X.Sum() + c.Lambda)], "In the slope of (w x - y)² each error is multiplied by its x. Yours are not."),
        (c => [c.Xy / (c.Y.Sum(Square) + c.Lambda)], "You divide by the squares of the targets. What is w multiplied by in the slope?"),
        (c => [c.X.Zip(c.Y, (x, y) => y / x).Average()], "You average the slopes of the samples, and λ has no part. Start from the sum of the squared errors."),
        (c => [-c.Xy / (c.Xx + c.Lambda)], "The sign is turned: where x and y rise together, w is positive."),
        (c => [c.Xy], "That is one half of the equation. What is w multiplied by?")),
        "λ joins the squares of the inputs, so the denominator is never near 0. That is all that tames the peak.");

    /// <summary>09b.5: which of four models has the largest bias, and which the largest variance.</summary>
    /// <param name="models">The reader's two letters.</param>
    public static ExerciseResult Diagnosis(string? models) => Check("09b.5", models, answer => Letters.In(answer) switch
    {
        "AC" => null,
        "CA" => "Those are the two, in the other order: first the one with the largest bias.",
        "AD" => "A is right. D has the most weights, but how does it do on new points? Variance shows there.",
        "AB" => "A is right. B gets some of its own points wrong still, and does well on new ones.",
        "BC" or "DC" => "C is right. The model with the largest bias can't even get its own points right.",
        "AA" or "BB" or "CC" or "DD" => "They are two different models: one is too stiff, one too shaky.",
        { Length: not 2 } => "Give two letters, such as \"BD\": the model with the largest bias, then the one with the largest variance.",
        _ => "Bias: who is wrong even on its own points? Variance: who is right on its own points and far off on new ones?",
    }, "A is too stiff to follow. C has as many weights as points, just one way through, and it is a wild one.");

    private static Curve[] Curves() =>
    [
        new([[1, 4, -2, 5], [3, -1, 0, 9], [2, 6, -4, 1]], [1, 1, 1, 2]),
        new([[2, -3, 4], [6, 1, -2], [-1, 3, 3], [5, 7, 7], [3, -6, 0]], [-2, 3, 1.5]),
        new([[10, 2], [4, 8], [-2, 3]], [1, 6]),
    ];

    private static IEnumerable<int> Places(Curve c) => Enumerable.Range(0, c.Truth.Length);

    private static double[] At(Curve c, int place) => [.. c.Fits.Select(fit => fit[place])];

    private static double Mean(Curve c, int place) => c.Fits.Average(fit => fit[place]);

    private static double Variance(Curve c) => Places(c).Average(i => Spread(At(c, i)));

    private static double Spread(double[] values) => values.Average(v => Square(v - values.Average()));

    private static double[] Scaled(double[] a, double by) => [.. a.Select(v => v * by)];

    private static double Square(double v) => v * v;

    /// <summary>Fits to several draws of the data, each a row of heights, and the true heights.</summary>
    private sealed record Curve(double[][] Fits, double[] Truth);

    /// <summary>Inputs, targets and a price on the weight.</summary>
    private sealed record Sample(double[] X, double[] Y, double Lambda)
    {
        internal double Xy => X.Zip(Y, (x, y) => x * y).Sum();

        internal double Xx => X.Sum(x => x * x);
    }
}
