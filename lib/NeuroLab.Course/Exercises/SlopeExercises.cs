using static NeuroLab.Course.Exercises.Exercise;

namespace NeuroLab.Course.Exercises;

/// <summary>The checks of notebook 02b, slopes.</summary>
public static class SlopeExercises
{
    private static readonly (string Name, Func<double, double> F, Func<double, double> Slope, double X)[] Curves =
    [
        ("x²", x => x * x, x => 2 * x, 3), ("sin x", Math.Sin, Math.Cos, 1), ("e^x", Math.Exp, Math.Exp, -1), ("5 - 4x", x => 5 - (4 * x), _ => -4, 0.5),
    ];

    /// <summary>02b.1: a slope measured by nudging.</summary>
    /// <param name="measured">The reader's function of f and x.</param>
    public static ExerciseResult Measured(Func<Func<double, double>, double, double>? measured) => Check("02b.1", measured, answer => FunctionCheck.Hint(
        () => Curves,
        curve => [answer(curve.F, curve.X)],
        curve => [curve.Slope(curve.X)],
        (curve, given, expected) => FormattableString.Invariant(
            $"The slope of {curve.Name} at {curve.X} is {expected[0]:0.###}, but yours is {given[0]:0.###}. {(Math.Abs(given[0] - expected[0]) < 0.6 ? "That is near it, but not near enough: how close together are your two places?" : "Which two heights do you compare, and by which distance do you divide?")}"),
        (curve => [2 * curve.Slope(curve.X)], "Yours is twice too steep: the two places lie further apart than what you divide by."),
        (curve => [curve.Slope(curve.X) / 2], "Yours is half as steep as it should be: the two places lie closer together than what you divide by."),
        (curve => [-curve.Slope(curve.X)], "The sign is turned: rise and run must be counted in the same direction."),
        (_ => [0], "It gives 0 everywhere. Either the rise is not divided by the run, or the nudge is so small that it gets lost: a double has some 16 digits."),
        (curve => [curve.F(curve.X)], "That is the height of the curve. The slope compares two heights."),
        (curve => [curve.F(curve.X) / curve.X], "That is the slope of a line from the origin to the curve. Compare two places that are close together.")),
        "Rise over run, over a short distance. It works for any function, and so it is the judge of all formulas.");

    /// <summary>02b.2: the slope of (w x - y)² for w.</summary>
    /// <param name="slope">The reader's function of w, x and y.</param>
    public static ExerciseResult SquaredError(Func<double, double, double, double>? slope) => Check("02b.2", slope, answer => FunctionCheck.Hint(
        () => new (double W, double X, double Y)[] { (1, 2, 6), (3, 0.5, -1), (-1, -3, 2), (0.5, 4, 2) },
        at => [answer(at.W, at.X, at.Y)],
        at => [2 * ((at.W * at.X) - at.Y) * at.X],
        (at, given, expected) => FormattableString.Invariant(
            $"At w = {at.W}, x = {at.X}, y = {at.Y} the loss rises by {expected[0]:0.##} for each step of w, but yours says {given[0]:0.##}. Name u = w x - y: what are the two slopes along the chain?"),
        (at => [2 * ((at.W * at.X) - at.Y)], "That is the slope for u = w x - y. By how much does u change when w changes by 1?"),
        (at => [((at.W * at.X) - at.Y) * at.X], "A factor of the outer function is missing: what is the slope of u²?"),
        (at => [-2 * ((at.W * at.X) - at.Y) * at.X], "The sign is turned: the error is w x - y, not y - w x."),
        (at => [Math.Pow((at.W * at.X) - at.Y, 2)], "That is the loss itself. The question is for its slope."),
        (at => [2 * ((at.W * at.X) - at.Y) * at.W], "You multiply by w. That would be the slope for x: who moves here?"),
        (at => [(2 * ((at.W * at.X) - at.Y)) + at.X], "Slopes along a chain are not added. What happens to a small change on its way through two functions?"),
        (at => [2 * at.W * at.X], "Where has y gone? The outer slope is taken at u = w x - y."),
        (at => [2 * at.W], "That is the slope of w². Here the square is around w x - y."),
        (at => [Math.Pow(2 * ((at.W * at.X) - at.Y) * at.X, 2)], "The square is one too many: the slope of u² is 2 u.")),
        "2 u times x: the outer slope at u = w x - y, times the inner slope.");

    /// <summary>02b.3: the slope of tanh.</summary>
    /// <param name="slope">The reader's function of z.</param>
    public static ExerciseResult TanhSlope(Func<double, double>? slope) => Check("02b.3", slope, answer => FunctionCheck.Hint<double>(
        () => [-2, -0.5, 0, 1, 3],
        z => [answer(z)],
        z => [1 - (Math.Tanh(z) * Math.Tanh(z))],
        (z, given, expected) => FormattableString.Invariant(
            $"At z = {z} tanh rises by {expected[0]:0.####} for each step of 1, but yours says {given[0]:0.####}. Start from tanh(z) = 2 sigmoid(2z) - 1: which three factors does the chain have?"),
        (z => [1 - Math.Tanh(z)], "Almost: at z = 0 it is right, and on the two sides it should be the same. What makes -0.9 and 0.9 the same?"),
        (z => [Math.Tanh(z) * (1 - Math.Tanh(z))], "That is how the sigmoid's slope is made from its value. tanh is the sigmoid, stretched and moved: what do the two factors of 2 do?"),
        (z => [Sigmoid(z) * (1 - Sigmoid(z))], "That is the slope of the sigmoid. tanh is steeper."),
        (z => [2 * Sigmoid(2 * z) * (1 - Sigmoid(2 * z))], "One factor of 2 is missing: tanh(z) = 2 sigmoid(2z) - 1 has one outside and one inside."),
        (z => [4 * Sigmoid(z) * (1 - Sigmoid(z))], "The factors are right, but the sigmoid's slope is taken at the wrong place: what goes into it?"),
        (z => [2 * Sigmoid(z) * (1 - Sigmoid(z))], "The sigmoid's slope is taken at the wrong place, and a factor is missing: what goes into it?"),
        (z => [1 + (Math.Tanh(z) * Math.Tanh(z))], "The slope of tanh is never above 1. Which sign is turned?"),
        (z => [(Math.Tanh(z) * Math.Tanh(z)) - 1], "tanh rises everywhere. Which sign is turned?"),
        (Value, "That is tanh itself. The question is for its slope.")),
        "1 at z = 0, four times the steepest slope of the sigmoid, and 0 on both sides.");

    /// <summary>02b.4: the chain rule.</summary>
    /// <param name="chain">The reader's function of the outer slope, the inner function, the inner slope, and x.</param>
    public static ExerciseResult Chain(Func<Func<double, double>, Func<double, double>, Func<double, double>, double, double>? chain) => Check("02b.4", chain, answer => FunctionCheck.Hint(
        () => new Link[]
        {
            new("(3x - 2)²", u => 2 * u, x => (3 * x) - 2, _ => 3, 2), new("e^(-x)", Math.Exp, x => -x, _ => -1, 0.5), new("sin(x²)", Math.Cos, x => x * x, x => 2 * x, 1.5),
        },
        link => [answer(link.OuterSlope, link.Inner, link.InnerSlope, link.X)],
        link => [link.OuterSlope(link.Inner(link.X)) * link.InnerSlope(link.X)],
        (link, given, expected) => FormattableString.Invariant(
            $"For {link.Name} at x = {link.X} the slope is {expected[0]:0.###}, but yours is {given[0]:0.###}. At which place is each of the two slopes taken?"),
        (link => [link.OuterSlope(link.X) * link.InnerSlope(link.X)], "The outer slope is taken at x, but the outer function never sees x. What does it see?"),
        (link => [link.OuterSlope(link.Inner(link.X))], "That is the outer slope alone. How much does the inner result change when x changes by 1?"),
        (link => [link.InnerSlope(link.X)], "That is the inner slope alone. What does the outer function make of the change?"),
        (link => [link.OuterSlope(link.Inner(link.X)) + link.InnerSlope(link.X)], "Slopes along a chain are not added. If u moves 3 times as far as x, and y twice as far as u, how far does y move?"),
        (link => [link.OuterSlope(link.InnerSlope(link.X))], "The inner slope is put into the outer slope. What flows from the inner function to the outer one is its value."),
        (link => [link.OuterSlope(link.Inner(link.X)) * link.InnerSlope(link.Inner(link.X))], "The inner slope is taken at the inner result. The inner function sees x."),
        (link => [link.OuterSlope(link.Inner(link.X)) / link.InnerSlope(link.X)], "Slopes along a chain are not divided. If u moves 3 times as far as x, and y twice as far as u, how far does y move?"),
        (link => [link.OuterSlope(link.Inner(link.X)) * link.Inner(link.X)], "You multiply by the inner value. It says where the outer slope is taken; what says how fast the inner result moves?")),
        "The outer slope where the inner function puts it, times the inner slope at x. Back propagation is this line, for many functions.");

    /// <summary>02b.5: the partial slopes of (sigmoid(w x + b) - y)².</summary>
    /// <param name="gradient">The reader's function of w, b, x and y.</param>
    public static ExerciseResult Gradient(Func<double, double, double, double, (double Dw, double Db)>? gradient) => Check("02b.5", gradient, answer => FunctionCheck.Hint(
        () => new (double W, double B, double X, double Y)[] { (0.5, 0, 2, 0), (1, -1, 3, 1), (-0.5, 0.25, -4, 0) },
        at => Pair(answer(at.W, at.B, at.X, at.Y)),
        at => Pair(Slopes(at.W, at.B, at.X, at.Y)),
        (at, given, expected) => FormattableString.Invariant(
            $"At w = {at.W}, b = {at.B}, x = {at.X}, y = {at.Y} the partial slopes are {FunctionCheck.Text(expected)}, but yours are {FunctionCheck.Text(given)}. The chain has three links: which slope has each?"),
        (at => Pair(Slopes(at.W, at.B, at.X, at.Y), scale: -1), "Both signs are turned: the error is the answer minus y."),
        (at => Pair(Slopes(at.W, at.B, at.X, at.Y), scale: 0.5), "Both are half of what they should be: what is the slope of u²?"),
        (at => [Slopes(at.W, at.B, at.X, at.Y).Db, Slopes(at.W, at.B, at.X, at.Y).Db], "The bias is right. The weight is multiplied by its input before it enters z: how far does z move when w moves by 1?"),
        (at => [Slopes(at.W, at.B, at.X, at.Y).Dw, Slopes(at.W, at.B, at.X, at.Y).Dw], "The weight is right. How far does z move when b moves by 1?"),
        (at => [Slopes(at.W, at.B, at.X, at.Y).Db, Slopes(at.W, at.B, at.X, at.Y).Dw], "The two have changed places: first the slope for w, then the one for b."),
        (at => [2 * Error(at) * at.X, 2 * Error(at)], "The middle link is missing: between z and the answer stands the sigmoid."),
        (at => [2 * Error(at) * Inside(at) * at.X, 2 * Error(at) * Inside(at)], "You multiply by the sigmoid, and not by its slope. How is that made from its value?"),
        (at => [2 * Error(at) * Inside(at) * (1 - Inside(at)) * at.W, 2 * Error(at) * Inside(at) * (1 - Inside(at))], "You multiply by w. That would be the slope for x: who moves here?"),
        (at => [Slopes(at.W, at.B, at.X, at.Y).Dw, 0], "The weight is right, and the bias has a slope as well: how far does z move when b moves by 1?")),
        "2 (a - y), times a (1 - a), times x for the weight and 1 for the bias: three links.");

    private static double[] Value(double z) => [Math.Tanh(z)];

    private static double Sigmoid(double z) => 1 / (1 + Math.Exp(-z));

    private static double Inside((double W, double B, double X, double Y) at) => Sigmoid((at.W * at.X) + at.B);

    private static double Error((double W, double B, double X, double Y) at) => Inside(at) - at.Y;

    private static (double Dw, double Db) Slopes(double w, double b, double x, double y)
    {
        double a = Sigmoid((w * x) + b), forB = 2 * (a - y) * a * (1 - a);
        return (forB * x, forB);
    }

    private static double[] Pair((double Dw, double Db) slopes, double scale = 1) => [scale * slopes.Dw, scale * slopes.Db];

    /// <summary>Two functions, one in the other.</summary>
    private sealed record Link(string Name, Func<double, double> OuterSlope, Func<double, double> Inner, Func<double, double> InnerSlope, double X);
}
