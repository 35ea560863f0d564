using static NeuroLab.Course.Exercises.Exercise;

namespace NeuroLab.Course.Exercises;

/// <summary>The checks of notebook 15, sequences.</summary>
public static class SequenceExercises
{
    /// <summary>15.1: the parameters of RNN(8, 32).</summary>
    /// <param name="count">The reader's number.</param>
    public static ExerciseResult Parameters(int? count) => Check("15.1", count, answer => answer switch
    {
        1344 => null,
        1312 => "Nearly: as in PyTorch there are two biases for each unit, one beside each weight matrix.",
        1280 => "These are the weights. The biases are missing: two for each of the 32 units.",
        256 or 288 or 320 => "That is the way in. Each unit also sees all 32 states of the step before.",
        1024 or 1056 or 1088 => "That is the way from state to state. Each unit also sees the 8 inputs.",
        _ => "Two matrices, (32, 8) for the inputs and (32, 32) for the state before, and two biases for each unit.",
    }, "256 + 1,024 + 32 + 32 = 1,344, for sequences of any length.");

    /// <summary>15.2: a linear unit that counts presses and forgets a tenth at every step.</summary>
    /// <param name="unit">The reader's weights.</param>
    public static ExerciseResult ForgettingCounter((double W, double U)? unit) => Check("15.2", unit, answer => answer switch
    {
        _ when Near(answer.W, 1) && Near(answer.U, 0.9) => null,
        _ when Near(answer.W, 0.9) && Near(answer.U, 1) => "The other way round: it is the state before, h, that loses a tenth, not the press.",
        _ when Near(answer.W, 1) && Near(answer.U, 1) => "This counts well and forgets nothing.",
        _ when Near(answer.W, 1) && Near(answer.U, 0.1) => "Each step should take away a tenth, not leave a tenth.",
        _ when Near(answer.W, 0.9) && Near(answer.U, 0.9) => "Close: a press is worth 1 at the step in which it comes. Only later ones make it less.",
        _ when Near(answer.W, 0.1) && Near(answer.U, 0.9) => "That is a running mean. To count, a press has to add 1.",
        _ => FormattableString.Invariant($"After 1, 1, 0 it should be 1.71, but yours gives {answer.U * answer.W * (1 + answer.U):0.####}. A press adds 1, and what was there is multiplied by 0.9."),
    }, "w = 1 counts, u = 0.9 forgets.");

    /// <summary>15.3: the steps until less than a thousandth is left at u = 0.9.</summary>
    /// <param name="steps">The reader's number.</param>
    public static ExerciseResult StepsToForget(int? steps) => Check("15.3", steps, answer => answer switch
    {
        66 => null,
        65 => "At 65 steps 0.00106 is left: still a little more than a thousandth.",
        67 => "One too many: look for the smallest number.",
        10 => "That is for u = 0.5. With 0.9 it takes much longer.",
        9 or 999 or 1000 or 9990 => "Nothing is taken away by subtraction: each step multiplies by 0.9.",
        <= 0 => "The effect gets smaller step by step, so it takes at least one.",
        _ => FormattableString.Invariant($"0.9 to the power {answer} is {Math.Pow(0.9, answer):0.0E+0}. Find the smallest n with 0.9 to the power n below 0.001."),
    }, "66: the logarithm of 0.001 by that of 0.9 is 65.6.");

    /// <summary>15.4: a recurrent layer of one unit.</summary>
    /// <param name="unroll">The reader's function of (x, w, u, b).</param>
    public static ExerciseResult Unroll(Func<double[], double, double, double, double[]>? unroll) => Check("15.4", unroll, answer =>
    {
        double[] x = [0.5, -1, 0, 2];
        const double W = 0.8, U = -0.6, B = 0.3;
        double[] given = answer(x, W, U, B), right = States(x, W, U, B, Math.Tanh);
        return given switch
        {
            null => "Your function returned null instead of an array.",
            _ when given.Length != x.Length => $"One state for each of the {x.Length} steps should come back; you return {given.Length}.",
            _ when Same(given, right) => null,
            _ when Same(given, States(x, W, U, B, z => z)) => "The tanh is missing.",
            _ when Same(given, States(x, W, 0, B, Math.Tanh)) => "Your state is not carried on: each step needs h of the step before.",
            _ when Same(given, States(x, W, U, 0, Math.Tanh)) => "The bias b is missing.",
            _ when Same(given, States(x, U, W, B, Math.Tanh)) => "w and u are exchanged: w belongs to the input, u to the state before.",
            _ when Same(given, WithSumsCarried(x, W, U, B)) => "You carry the sum on. Carry h, the sum after tanh.",
            _ when !Near(given[0], right[0]) => FormattableString.Invariant($"The first state should be tanh(w x + b), as h before it is 0. For x = 0.5, w = 0.8, b = 0.3 that is {right[0]:0.###}, and yours is {given[0]:0.###}."),
            _ => FormattableString.Invariant($"The first state is right. The second should be {right[1]:0.###}, and yours is {given[1]:0.###}."),
        };
    }, "That is the whole layer. With matrices in place of w and u it is the library's.");

    /// <summary>15.5: what the last state feels of the first input.</summary>
    /// <param name="gradient">The reader's function of (h, w, u).</param>
    public static ExerciseResult ThroughTime(Func<double[], double, double, double>? gradient) => Check("15.5", gradient, answer =>
    {
        const double W = 0.8, U = 1.5;
        double[] h = States([0.5, -0.3, 0.4], W, U, 0.1, Math.Tanh);
        double given = answer(h, W, U), right = W * U * U * Slope(h[0]) * Slope(h[1]) * Slope(h[2]);
        return given switch
        {
            _ when Near(given, right, 1e-6) => null,
            _ when Near(given, W * U * U, 1e-6) => "The slopes of tanh are missing: each step also multiplies by 1 - h².",
            _ when Near(given, right / W, 1e-6) => "The last factor is missing: from the first sum to the first input it is w.",
            _ when Near(given, right * U, 1e-6) => "One u too many: from the last state to the first there are T - 1 of them.",
            _ when Near(given, right / U, 1e-6) => "One u is missing: from the last state to the first there are T - 1 of them.",
            _ when Near(given, right / Slope(h[0]), 1e-6) => "The slope of tanh at the first step is missing.",
            _ when Near(given, right / Slope(h[2]), 1e-6) => "The slope of tanh at the last step is missing.",
            _ when Near(given, W * U * U * h[0] * h[1] * h[2], 1e-6) => "You multiply by h. The slope of tanh is 1 - h².",
            _ => FormattableString.Invariant($"For three steps it is (1 - h₃²) u (1 - h₂²) u (1 - h₁²) w. With the check's numbers that makes {right:0.####}, and yours is {given:0.####}."),
        };
    }, "The chain rule, step by step: u and a slope for each step back.");

    private static double Slope(double h) => 1 - (h * h);

    private static double[] States(double[] x, double w, double u, double b, Func<double, double> activation)
    {
        double h = 0;
        return [.. x.Select(input => h = activation((w * input) + (u * h) + b))];
    }

    private static double[] WithSumsCarried(double[] x, double w, double u, double b)
    {
        double z = 0;
        return [.. x.Select(input => Math.Tanh(z = (w * input) + (u * z) + b))];
    }

    private static bool Same(double[] a, double[] b) => a.Zip(b).All(pair => Near(pair.First, pair.Second, 1e-6));
}
