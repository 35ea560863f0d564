using static NeuroLab.Course.Exercises.Exercise;

namespace NeuroLab.Course.Exercises;

/// <summary>The checks of notebook 03, how weights change.</summary>
public static class WeightUpdateExercises
{
    /// <summary>03.1: a weight of 3 with gradient -2 after one update at rate 0.1.</summary>
    /// <param name="weight">The reader's number.</param>
    public static ExerciseResult OneUpdate(double? weight) => Check("03.1", weight, answer => answer switch
    {
        _ when Near(answer, 3.2) => null,
        _ when Near(answer, 2.8) => "The rule subtracts the gradient, and minus times minus is plus: a negative gradient makes the weight grow.",
        _ when Near(answer, 5) => "That step has the full length of the gradient. Multiply it by the learning rate first.",
        _ when Near(answer, 0.2) || Near(answer, -0.2) => "That is the change. Apply it to the old weight.",
        _ => "New weight = old weight - rate × gradient, with 3, 0.1 and -2.",
    }, "3 - 0.1 × (-2) = 3.2. The gradient says that the loss falls as the weight grows, and so it grows.");

    /// <summary>03.2: the gradient of the mean squared error with respect to the bias.</summary>
    /// <param name="gradient">The reader's function of x, y, w and b.</param>
    public static ExerciseResult GradientOfBias(Func<double[], double[], double, double, double>? gradient) => Check("03.2", gradient, answer =>
    {
        double[] x = [-1, 0.5, 2, 3], y = [0, 1, 6, 4];
        const double W = 0.5, B = -1;
        double[] errors = [.. x.Zip(y, (xi, yi) => W * xi + B - yi)];
        double expected = 2 * errors.Average(), given = answer(x, y, W, B);
        return given switch
        {
            _ when Near(given, expected) && Near(answer([2], [7], 1, 1), -8) => null,
            _ when Near(given, expected) => "It is right for four points but not for one: do you divide by a fixed number instead of the number of points?",
            _ when Near(given, -expected) => "The sign is turned: the error is prediction minus target, w x + b - y.",
            _ when Near(given, errors.Average()) => "The 2 is missing: the derivative of a square is two times what is squared.",
            _ when Near(given, 2 * errors.Sum()) || Near(given, errors.Sum()) => "That is a sum over the points. The loss is a mean, so its gradient is one too: divide by the number of points.",
            _ when Near(given, 2 * errors.Zip(x, (e, xi) => e * xi).Average()) => "That is the gradient of w. The bias is multiplied by 1, not by x, so the factor x goes away.",
            _ when Near(given, errors.Select(e => e * e).Average()) => "That is the loss itself. The question is for its slope.",
            _ => FormattableString.Invariant($"For four points it should be {expected:0.###}, which is how the loss rises there for each step of b, but yours gives {given:0.###}. Take the mean of 2 (w x + b - y)."),
        };
    }, "2 (w x + b - y), averaged over all points: the errors alone, without the factor x that the weight has.");

    /// <summary>03.3: three updates of (w - 3)² from 0 at rate 1.</summary>
    /// <param name="weight">The reader's number.</param>
    public static ExerciseResult RateOne(double? weight) => Check("03.3", weight, answer => answer switch
    {
        _ when Near(answer, 6) => null,
        _ when Near(answer, 0) => "0 is where it stands after two updates. One more.",
        _ when Near(answer, 3) => "It never gets to 3. Compute the first update: the gradient at 0 is 2 (0 - 3) = -6.",
        _ when Near(answer, 18) => "The gradient is not always -6: compute it anew at each place.",
        _ when Near(answer, -6) => "The rule subtracts the gradient: 0 - 1 × (-6).",
        _ => "The gradient is 2 (w - 3). Update three times: start with w = 0, and compute the gradient anew at each place.",
    }, "6, 0, 6: it jumps over the bottom to the same height for ever. Rate 1 is exactly the limit 2 / λ, since the second derivative is 2.");

    /// <summary>03.4: the rate that reaches the bottom of (w - 3)² in one step.</summary>
    /// <param name="rate">The reader's number.</param>
    public static ExerciseResult PerfectRate(double? rate) => Check("03.4", rate, answer => answer switch
    {
        _ when Near(answer, 0.5) => null,
        _ when Near(answer, 1) => "At rate 1 the step is twice too long: it lands as far on the other side.",
        _ when answer > 1 => "That explodes: above rate 1 each step lands further away.",
        _ when answer <= 0 => "With a rate of 0 nothing moves, and a negative rate climbs.",
        _ when answer < 0.5 => "Too careful: a step at that rate stops short of 3.",
        _ => "Too far: a step at that rate goes past 3.",
    }, "One over the second derivative, 1/2: half the rate at which training begins to swing for ever.");

    /// <summary>03.5: an order of the four calls of a training step.</summary>
    /// <param name="order">The reader's four letters, of B, F, S and Z.</param>
    public static ExerciseResult OrderOfCalls(string? order) => Check("03.5", order, answer =>
    {
        string letters = answer.Trim().ToUpperInvariant();
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
}
