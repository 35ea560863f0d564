using static NeuroLab.Course.Exercises.Exercise;

namespace NeuroLab.Course.Exercises;

/// <summary>The checks of notebook 03, how weights change.</summary>
public static class WeightUpdateExercises
{
    /// <summary>03.1: one update of a weight.</summary>
    /// <param name="update">The reader's function of the weight, its gradient and the rate.</param>
    public static ExerciseResult OneUpdate(Func<double, double, double, double>? update) => Check("03.1", update, answer => FunctionCheck.Hint(
        () => new (double W, double G, double Rate)[] { (3, -2, 0.1), (1, 4, 0.25), (-0.5, 0.75, 2) },
        at => [answer(at.W, at.G, at.Rate)],
        at => [at.W - (at.Rate * at.G)],
        (at, given, expected) => FormattableString.Invariant(
            $"A weight of {at.W} with gradient {at.G} goes to {expected[0]:0.###} at rate {at.Rate}, but yours goes to {given[0]:0.###}. What is multiplied by what, and what is it taken from?"),
        (at => [at.W + (at.Rate * at.G)], "That climbs: the gradient points to where the loss rises. Which way should the weight go?"),
        (at => [at.W - at.G], "That step has the full length of the gradient. Where does the rate belong?"),
        (at => [-at.Rate * at.G], "That is the change. What is it added to?"),
        (at => [at.Rate * at.G], "That is the length of the step. Which weight does it start from, and which way does it go?"),
        (at => [at.W - at.Rate], "The gradient never enters: steep or flat, up or down, the step is always the same."),
        (at => [at.W * (1 - (at.Rate * at.G))], "The step is multiplied by the weight. The rule has no such factor."),
        (at => [at.Rate * (at.W - at.G)], "The rate shrinks the weight, too. Where must the brackets stand?"),
        (at => [at.W - (at.G / at.Rate)], "A small rate makes your step longer. What should it do?")),
        "New = old - rate × gradient. This line trains every network in this course.");

    /// <summary>03.2: the gradient of the mean squared error of the model w x².</summary>
    /// <param name="gradient">The reader's function of x, y and w.</param>
    public static ExerciseResult GradientOfCurve(Func<double[], double[], double, double>? gradient) => Check("03.2", gradient, answer => FunctionCheck.Hint(
        () => new Points[] { new([-1, 0.5, 2, 3], [0, 1, 6, 4], 0.5), new([2], [7], 1), new([1, -2, 0], [3, -1, 5], -1.5) },
        points => [answer(points.X, points.Y, points.W)],
        points => [points.Mean((x, error) => 2 * error * x * x)],
        (points, given, expected) => FormattableString.Invariant(
            $"For x = {FunctionCheck.Text(points.X)}, y = {FunctionCheck.Text(points.Y)} and w = {points.W} the loss rises by {expected[0]:0.###} for each step of w, but yours says {given[0]:0.###}. Two functions in a row: what is the slope of each?"),
        (points => [points.Mean((x, error) => -2 * error * x * x)], "The sign is turned: the error is prediction minus target."),
        (points => [points.Mean((x, error) => error * x * x)], "The 2 is missing: what is the slope of a square?"),
        (points => [points.Mean((x, error) => 2 * error * x)], "That would be right for the model w x. How far does this prediction move when w moves by 1?"),
        (points => [points.Mean((x, error) => 2 * error)], "That is how the loss rises with the prediction. How far does the prediction move when w moves by 1?"),
        (points => [points.Mean((x, error) => 4 * error * points.W * x)], "That is the slope for x. Who moves here, x or w?"),
        (points => [points.X.Length * points.Mean((x, error) => 2 * error * x * x)], "That is a sum over the points. The loss is a mean: what follows for its slope?"),
        (points => [points.Mean((x, error) => error * error)], "That is the loss itself. The question is for its slope."),
        (points => [points.Mean((x, error) => 2 * ((points.W * x) - points.Y[Array.IndexOf(points.X, x)]) * x)], "That is the gradient of the straight line w x. What does this model predict?"),
        (points => [points.Mean((x, error) => 2 * error * x * x) * points.X.Length / 4], "It is right for four points only. By which number do you divide?"),
        (points => [2 / points.X.Length * points.X.Length * points.Mean((x, error) => error * x * x)], "In C# a whole number divided by a whole number drops what stands after the point, as in 2 / x.Length. What can you write to make one of them a double?")),
        "2 (w x² - y) x², averaged over the points: the chain rule, with x² as the inner slope.");

    /// <summary>03.3: three updates of (w - 3)² from 0 at rate 1.</summary>
    /// <param name="weight">The reader's number.</param>
    public static ExerciseResult RateOne(double? weight) => Check("03.3", weight, answer => answer switch
    {
        _ when Near(answer, 6) => null,
        _ when Near(answer, 0) => "0 is where it stands after two updates. One more.",
        _ when Near(answer, 3) => "It never gets to 3. Compute the first update: the gradient at 0 is 2 (0 - 3) = -6.",
        _ when Near(answer, 18) => "The gradient is not always -6: compute it anew at each place.",
        _ when Near(answer, -6) || Near(answer, -42) => "The rule subtracts the gradient: 0 - 1 × (-6).",
        _ when Near(answer, 9) => "The gradient is 2 (w - 3), with a 2 from the square. Where does the first step lead?",
        _ => "What is the gradient of (w - 3)² at 0, and where does it take w? Do that three times, with the gradient computed anew at each place.",
    }, "6, 0, 6: it jumps over the bottom to the same height for ever. Rate 1 is exactly the limit 2 / λ, since the second derivative is 2.");

    /// <summary>03.4: the rate that reaches the bottom of (w - 3)² in one step.</summary>
    /// <param name="rate">The reader's number.</param>
    public static ExerciseResult PerfectRate(double? rate) => Check("03.4", rate, answer => answer switch
    {
        _ when Near(answer, 0.5) => null,
        0 => "With a rate of 0 nothing moves. Did you write 1 / 2? In C# that divides whole numbers, and what stands after the point is dropped.",
        _ when Near(answer, 1) => "At rate 1 the step is twice too long: it lands as far on the other side.",
        _ when Near(answer, 2) => "2 is the second derivative, how sharply the bowl bends. A sharper bend wants a smaller rate.",
        _ when Near(answer, 3) => "3 is where the bottom lies. The question is for the rate.",
        _ when answer > 1 => "That explodes: above rate 1 each step lands further away.",
        _ when answer < 0 => "A negative rate climbs.",
        _ when answer < 0.5 => "Too careful: a step at that rate stops short of 3.",
        _ => "Too far: a step at that rate goes past 3.",
    }, "One over the second derivative, 1/2: half the rate at which training begins to swing for ever.");

    /// <summary>03.5: gradient descent for a line, from w = 0 and b = 0.</summary>
    /// <param name="train">The reader's function of x, y, the rate and the number of epochs.</param>
    public static ExerciseResult Train(Func<double[], double[], double, int, (double W, double B)>? train) => Check("03.5", train, answer => FunctionCheck.Hint(
        () => new Lesson[] { new([0, 1, 2], [1, 3, 6], 0.1, 1), new([-1, 1, 2, 4], [3, 1, 0, -3], 0.05, 3), new([1, 2], [2, 5], 0.1, 20) },
        lesson => Pair(answer(lesson.X, lesson.Y, lesson.Rate, lesson.Epochs)),
        lesson => lesson.Descend(),
        (lesson, given, expected) => FormattableString.Invariant(
            $"After {lesson.Epochs} epochs at rate {lesson.Rate} w and b should be {FunctionCheck.Text(expected)}, but yours are {FunctionCheck.Text(given)}. Work out the first epoch by hand: both gradients at w = 0 and b = 0."),
        (_ => [0, 0], "w and b are still 0. Are the new values written back to them, and does the loop run?"),
        (lesson => lesson.Descend(factor: -1), "The loss grows: the gradient points uphill. Which sign belongs into the update?"),
        (lesson => lesson.Descend(factor: 0.5), "Each step is half as long as it should be: what is the slope of a square?"),
        (lesson => lesson.Descend(factor: lesson.X.Length), "Your gradients are sums over the points. The loss is a mean."),
        (lesson => lesson.Descend(factor: 1 / lesson.Rate), "The steps have the full length of the gradient. Where does the rate belong?"),
        (lesson => lesson.Descend(inTurn: true), "b's gradient is computed after w has moved. Both belong to the same place: compute both first, then move both."),
        (lesson => lesson.Descend(more: 1), "That is one epoch too many. How often does your loop run?"),
        (lesson => lesson.Descend(more: -1), "That is one epoch too few. How often does your loop run?"),
        (lesson => lesson.Descend(moveB: false), "w is trained and b stays at 0. It has a gradient as well."),
        (lesson => [.. lesson.Descend().Reverse()], "The two have changed places: first w, then b."),
        (lesson => (lesson with { Epochs = 1 }).Descend(), "That is one epoch, whatever is asked for. Where does the loop begin and end?")),
        "Gradients of both, one step with both, again and again. You have trained a model with nothing but a loop.");

    /// <summary>03.6: an order of the four calls of a training step.</summary>
    /// <param name="order">The reader's four letters, of B, F, S and Z.</param>
    public static ExerciseResult OrderOfCalls(string? order) => Check("03.6", order, answer =>
    {
        string letters = string.Concat(answer.Where(char.IsLetter)).ToUpperInvariant();
        if (string.Concat(letters.Order()) != "BFSZ")
            return "Write each of the four letters B, F, S and Z once, such as \"BFSZ\".";
        bool Before(char first, char second) => letters.IndexOf(first, StringComparison.Ordinal) < letters.IndexOf(second, StringComparison.Ordinal);
        return letters switch
        {
            _ when Before('B', 'F') => "Backward needs the forward pass: until that has run there is nothing to go back over.",
            _ when Before('S', 'B') => "Step uses the gradients, so they must be computed first, by Backward.",
            _ when Before('B', 'Z') && Before('Z', 'S') => "ZeroGrad between Backward and Step throws the fresh gradients away: nothing would ever move.",
            // ZeroGrad after Step clears the gradients before the next round's Backward, which is all it is for.
            _ => null,
        };
    }, "Forward before Backward, Backward before Step, and ZeroGrad anywhere but between the last two.");

    private static double[] Pair((double W, double B) line) => [line.W, line.B];

    /// <summary>Points for the model w x².</summary>
    private sealed record Points(double[] X, double[] Y, double W)
    {
        internal double Mean(Func<double, double, double> term) => X.Zip(Y, (x, y) => term(x, (W * x * x) - y)).Average();
    }

    /// <summary>Points for a line, and how it is to be trained.</summary>
    private sealed record Lesson(double[] X, double[] Y, double Rate, int Epochs)
    {
        internal double[] Descend(double factor = 1, int more = 0, bool inTurn = false, bool moveB = true)
        {
            (double w, double b) = (0, 0);
            for (int epoch = 0; epoch < Epochs + more; epoch++)
            {
                double newW = w - (factor * Rate * Mean(w, b, x => x)), newB = b - (factor * Rate * Mean(inTurn ? newW : w, b, _ => 1));
                (w, b) = (newW, moveB ? newB : 0);
            }
            return [w, b];
        }

        private double Mean(double w, double b, Func<double, double> inner) => X.Zip(Y, (x, y) => 2 * ((w * x) + b - y) * inner(x)).Average();
    }
}
