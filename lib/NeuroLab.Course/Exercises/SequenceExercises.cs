using static NeuroLab.Course.Exercises.Exercise;

namespace NeuroLab.Course.Exercises;

/// <summary>The checks of notebook 15, sequences.</summary>
public static class SequenceExercises
{
    private static readonly (double[] X, double W, double U, double B)[] Layers =
        [([0.5, -1, 0, 2], 0.8, -0.6, 0.3), ([1], 0.5, 0.7, -0.2), ([0.2, 0.4, -0.9], -1.1, 0.9, 0)];

    private static readonly (double[] X, double U)[] Ways = [([0.5, -0.3, 0.4, 0.2], 1.5), ([0.9, -0.6, 0.7], -0.8), ([0.4], 0.7)];

    private static readonly (double H, double X, double A)[] Gates = [(0.8, -0.5, 0.7), (-0.3, 2, -1.5), (0.5, 0.25, 0)];

    /// <summary>15.1: the parameters of RNN(8, 32).</summary>
    /// <param name="count">The reader's number.</param>
    public static ExerciseResult Parameters(int? count) => Check("15.1", count, answer => answer switch
    {
        1344 => null,
        1312 => "Nearly: as in PyTorch there are two biases for each unit, one beside each weight matrix.",
        1280 => "These are the weights. The biases are missing: two for each of the 32 units.",
        256 or 288 or 320 => "That is the way in. Each unit also sees all 32 states of the step before.",
        1024 or 1056 or 1088 => "That is the way from state to state. Each unit also sees the 8 inputs.",
        (8 * 32) + (8 * 8) + 8 or (8 * 32) + (8 * 8) + 16 or (8 * 32) + (8 * 8) + 64 => "The matrix from state to state is as wide as the state, 32, not as the input.",
        40 or 104 or 72 => "You add 8 and 32. Each unit has a weight for each input and for each unit: multiply.",
        1296 or 1288 => "The biases belong to the units, of which there are 32, not to the 8 inputs.",
        <= 0 => "A layer that learns has parameters. How many weights does one unit have?",
        > 5000 => "The number of steps does not enter: the same weights serve at every step.",
        _ => "Which two matrices stand in the formula, of which shapes, and which biases beside them?",
    }, "256 + 1,024 + 32 + 32 = 1,344, for sequences of any length.");

    /// <summary>15.2: a linear unit that counts presses and forgets a tenth at every step.</summary>
    /// <param name="unit">The reader's weights.</param>
    public static ExerciseResult ForgettingCounter((double W, double U)? unit) => Check("15.2", unit, answer => answer switch
    {
        _ when Near(answer.W, 1) && Near(answer.U, 0.9) => null,
        (2, 3) => "That is the example from the stub, which only shows the form. What should a press add, and what should become of the state before?",
        _ when Near(answer.W, 0.9) && Near(answer.U, 1) => "The other way round: it is the state before, h, that loses a tenth, not the press.",
        _ when Near(answer.W, 1) && Near(answer.U, 1) => "This counts well and forgets nothing.",
        _ when Near(answer.W, 1) && Near(answer.U, 0.1) => "Each step should take away a tenth, not leave a tenth.",
        _ when Near(answer.W, 0.9) && Near(answer.U, 0.9) => "Close: a press is worth 1 at the step in which it comes. Only later ones make it less.",
        _ when Near(answer.W, 0.1) && Near(answer.U, 0.9) => "That is a running mean. To count, a press has to add 1.",
        _ when Near(answer.W, 1) && Near(answer.U, 0) => "It forgets everything at once. In C# 9 / 10 is 0, a whole-number division: write 9.0 / 10. Or is the state not carried on?",
        _ when Near(answer.W, 1) && Near(answer.U, 10) => "10 % less, not ten times as much. Which number leaves nine tenths?",
        _ when Near(answer.W, 1) && answer.U < 0 => "With a negative u the state changes its sign at every step. Nine tenths of it should stay.",
        _ when answer.W <= 0 => "A press should make the count larger, by how much?",
        _ when !Near(answer.W, 1) => FormattableString.Invariant($"A single press, at the last step, should count 1; yours counts {answer.W:0.####}. Which of the two decides that?"),
        _ => FormattableString.Invariant($"After 1, 1, 0 it should be 1.71, and yours is {answer.U * answer.W * (1 + answer.U):0.####}. What is left of a state of 1 after one step without a press?"),
    }, "w = 1 counts, u = 0.9 forgets.");

    /// <summary>15.3: a recurrent layer of one unit.</summary>
    /// <param name="unroll">The reader's function of (x, w, u, b).</param>
    public static ExerciseResult Unroll(Func<double[], double, double, double, double[]>? unroll) => Check("15.3", unroll, answer =>
        Layers.Select(layer => UnrollHint(answer, layer.X, layer.W, layer.U, layer.B)).FirstOrDefault(hint => hint is not null),
        "That is the whole layer. With matrices in place of w and u it is the library's.");

    /// <summary>15.4: what the last state feels of the first input.</summary>
    /// <param name="gradient">The reader's function of (h, w, u).</param>
    public static ExerciseResult ThroughTime(Func<double[], double, double, double>? gradient) => Check("15.4", gradient, answer =>
    {
        const double W = 0.8, U = 1.5;
        double[] h = States([0.5, -0.3, 0.4], W, U, 0.1, Math.Tanh), one = States([0.5], W, U, 0.1, Math.Tanh);
        double given = answer([.. h], W, U), right = W * U * U * Slope(h[0]) * Slope(h[1]) * Slope(h[2]);
        bool Is(double expected) => Near(given, expected, 1e-5);
        return 0 switch
        {
            _ when Is(right) => Near(answer([.. one], W, U), W * Slope(one[0]), 1e-5) ? null : "It is right for three steps and wrong for a sequence of one: from the first state to itself there is no u.",
            _ when !double.IsFinite(given) => "The result is not a number. Do you divide by something that can be 0?",
            _ when Is(-right) => "The sign is turned around: the slope of tanh is 1 - h², which is positive.",
            _ when Is(W * U * U) => "The slopes of tanh are missing: each step also multiplies by 1 - h².",
            _ when Is(right / W) => "The last factor is missing: from the first sum to the first input it is w.",
            _ when Is(right * U) => "One u too many: from the last state to the first there are T - 1 of them.",
            _ when Is(right / U) => "One u is missing: from the last state to the first there are T - 1 of them.",
            _ when Is(right / Slope(h[0])) => "The slope of tanh at the first step is missing.",
            _ when Is(right / Slope(h[2])) => "The slope of tanh at the last step is missing.",
            _ when Is(right / Slope(h[1])) => "The slope of tanh at a step in between is missing.",
            _ when Is(W * W * W * right / (W * U * U)) || Is(W * W * U * right / (W * U * U)) => "From state to state it is u, not w: w stands only at the input.",
            _ when Is(U * U * U * right / (W * U * U)) => "The last factor is w, from the first sum to the first input. Yours is u.",
            _ when Is(W * U * U * h[0] * h[1] * h[2]) => "You multiply by h. The slope of tanh is 1 - h².",
            _ when Is(W * U * U * (1 - h[0]) * (1 - h[1]) * (1 - h[2])) => "You multiply by 1 - h. The slope of tanh is 1 - h²: the square is missing.",
            _ when Is(W * U * U * (Slope(h[0]) + Slope(h[1]) + Slope(h[2]))) => "Slopes along a way multiply. Yours adds them up.",
            _ when given == 0 => "The result is 0, though the first input is felt. Does the product start at 1, and does the loop run?",
            _ => FormattableString.Invariant($"For three steps yours gives {given:0.####}, and nudging the first input gives {right:0.####}. Which factors lie on the way from the last state back to the first input?"),
        };
    }, "The chain rule, step by step: u and a slope for each step back.");

    /// <summary>15.5: the gradient of the last state for the weight from state to state.</summary>
    /// <param name="gradient">The reader's function of (h, u).</param>
    public static ExerciseResult WeightGradient(Func<double[], double, double>? gradient) => Check("15.5", gradient, answer =>
        Ways.Select(way => WeightHint(answer, States(way.X, 0.8, way.U, 0.1, Math.Tanh), way.U)).FirstOrDefault(hint => hint is not null),
        "A sum over time, as that of a kernel is a sum over places.");

    /// <summary>15.6: one step of a memory with a gate.</summary>
    /// <param name="step">The reader's function of (h, x, a).</param>
    public static ExerciseResult Gated(Func<double, double, double, double>? step) => Check("15.6", step, answer =>
    {
        double[] given = [.. Gates.Select(at => answer(at.H, at.X, at.A))];
        bool Is(Func<double, double, double, double> rule) => Gates.Zip(given).All(pair => Near(pair.Second, rule(pair.First.H, pair.First.X, Sigmoid(pair.First.A)), 1e-5));
        return 0 switch
        {
            _ when Is((h, x, z) => (z * h) + ((1 - z) * Math.Tanh(x))) => null,
            _ when given.Any(number => !double.IsFinite(number)) => "The result is not a number. Do you divide by something that can be 0?",
            _ when Is((h, x, z) => ((1 - z) * h) + (z * Math.Tanh(x))) => "z and 1 - z are exchanged: at z = 1 the memory stays as it is. (The sign of a in the exponential does the same.)",
            _ when Is((h, x, z) => (z * h) + ((1 - z) * x)) => "The tanh on the new value is missing.",
            _ when Is((h, x, z) => (z * h) + Math.Tanh(x)) => "The new value counts only as much as the gate lets it: 1 - z is missing.",
            _ when Is((h, x, z) => h + ((1 - z) * Math.Tanh(x))) => "The old memory stays only as much as the gate lets it: z is missing.",
            _ when Is((h, x, z) => z * h) => "Nothing new is ever written: the second part is missing.",
            _ when Is((h, x, z) => (1 - z) * Math.Tanh(x)) => "Nothing old is kept: the first part is missing.",
            _ when Is((h, x, z) => (z * Math.Tanh(h)) + ((1 - z) * Math.Tanh(x))) || Is((h, x, z) => Math.Tanh((z * h) + ((1 - z) * x))) => "The tanh belongs to the new value alone. The old memory goes on as it is, or it would shrink at every step.",
            _ when Is((h, x, z) => (Math.Log(z / (1 - z)) * h) + ((1 - Math.Log(z / (1 - z))) * Math.Tanh(x))) => "You take a itself for the gate. The sigmoid makes a number between 0 and 1 of it.",
            _ when Is((h, x, z) => (Math.Tanh(Math.Log(z / (1 - z))) * h) + ((1 - Math.Tanh(Math.Log(z / (1 - z)))) * Math.Tanh(x))) => "A gate is a sigmoid, from 0 to 1. A tanh goes below 0.",
            _ when Is((h, x, z) => (h + Math.Tanh(x)) / 2) => "Half and half, whatever a is. Does your gate look at a?",
            _ when Is((h, x, z) => h) => "The memory never changes. In C# a whole-number division such as 1 / 2 is 0: write 1.0. Or is the new value missing?",
            _ => FormattableString.Invariant($"For h = 0.8, x = -0.5, a = 0.7 yours gives {given[0]:0.####}. What is z there, and which part of the old and which of the new does it let through?"),
        };
    }, "That is the heart of a GRU: one gate, and a memory that passes unchanged where it is open.");

    private static string? UnrollHint(Func<double[], double, double, double, double[]> answer, double[] x, double w, double u, double b)
    {
        double[] copy = [.. x], given = answer(copy, w, u, b), right = States(x, w, u, b, Math.Tanh);
        return 0 switch
        {
            _ when given is null => "Your function returned null instead of an array.",
            _ when !copy.SequenceEqual(x) => "Your function overwrites the sequence that it was given. Put the states into an array of their own.",
            _ when given.Length != x.Length => $"One state for each of the {x.Length} steps should come back; you return {given.Length}.",
            _ when Same(given, right) => null,
            _ when given.Any(number => !double.IsFinite(number)) => "One of the states is not a number. Where do you divide?",
            _ when Same(given, States(x, w, u, b, z => z)) => "The tanh is missing.",
            _ when Same(given, States(x, w, u, b, Sigmoid)) => "That is the sigmoid. This layer has tanh.",
            _ when Same(given, States(x, w, 0, b, Math.Tanh)) => "Your state is not carried on: each step needs h of the step before.",
            _ when Same(given, States(x, w, u, 0, Math.Tanh)) => "The bias b is missing.",
            _ when Same(given, States(x, u, w, b, Math.Tanh)) => "w and u are exchanged: w belongs to the input, u to the state before.",
            _ when Same(given, WithSumsCarried(x, w, u, b)) => "You carry the sum on. Carry h, the sum after tanh.",
            _ when Same(given, [.. x.Select(_ => right[^1])]) => "All states are the last one. Each step's state has a place of its own in the array.",
            _ when Same(given, [0, .. right[..^1]]) => "Your states start with h₀ = 0. The first that comes back is the one after the first step.",
            _ when Same([.. given.Reverse()], right) => "The states are right, but from back to front.",
            _ when Same(given, States([.. x.Reverse()], w, u, b, Math.Tanh)) => "You read the sequence from its end. Start with x[0].",
            _ when !Near(given[0], right[0], 1e-5) => FormattableString.Invariant($"The first state should be tanh(w x + b), as h before it is 0. For x = {x[0]}, w = {w}, b = {b} that is {right[0]:0.###}, and yours is {given[0]:0.###}. What else goes into it?"),
            _ => FormattableString.Invariant($"The first state is right. The second should be {right[1]:0.###}, and yours is {given[1]:0.###}. What does the step before hand on?"),
        };
    }

    private static string? WeightHint(Func<double[], double, double> answer, double[] h, double u)
    {
        double given = answer([.. h], u), right = Sum(h, u, t => h[t - 1], carries: true);
        bool Is(double expected) => Near(given, expected, 1e-5);
        return 0 switch
        {
            _ when Is(right) => null,
            _ when !double.IsFinite(given) => "The result is not a number. Do you divide by something that can be 0, such as T - 1 for a single step?",
            _ when h.Length == 1 => "For a sequence of one step u is never used, so the gradient is 0. Does your loop leave the first step out?",
            _ when Is(-right) => "The sign is turned around: the slope 1 - h² is positive.",
            _ when Is(Sum(h, u, t => h[t], carries: true)) => "At step t the weight u multiplies the state *before*, h of t - 1. Yours takes the state of the step itself.",
            _ when Is(Slope(h[^1]) * h[^2]) => "That is the share of the last step alone. The same u served at the steps before as well.",
            _ when Is(Sum(h, u, t => h[t - 1], carries: false)) => "Each share is right, but the gradient does not travel: going back a step multiplies it by the slope and by u.",
            _ when Is(Enumerable.Range(1, h.Length - 1).Sum(t => h[t - 1] * Math.Pow(u, h.Length - 1 - t))) => "The slopes of tanh are missing: each step also multiplies by 1 - h².",
            _ when Is(right / (h.Length - 1)) || Is(right / h.Length) => "That is a mean. The shares of all steps add up.",
            _ when Is(Sum(h, 1, t => h[t - 1], carries: true)) => "On the way back each step multiplies by u as well.",
            _ when Is(Sum(h, u, _ => 1, carries: true)) => "That is the gradient of the bias, without that of the first step. The share of u has the state before as a factor.",
            _ when given == 0 => "The result is 0, though u is used. Does the gradient start at 1, and does the loop run?",
            _ => FormattableString.Invariant($"For {h.Length} steps yours gives {given:0.####}, and nudging u gives {right:0.####}. What is the share of the last step, and what does the gradient become on its way to the one before?"),
        };
    }

    private static double Sum(double[] h, double u, Func<int, double> factor, bool carries)
    {
        (double sum, double dh) = (0, 1);
        for (int t = h.Length - 1; t > 0; t--)
        {
            sum += dh * Slope(h[t]) * factor(t);
            dh *= carries ? Slope(h[t]) * u : 1;
        }
        return sum;
    }

    private static double Slope(double h) => 1 - (h * h);

    private static double Sigmoid(double z) => 1 / (1 + Math.Exp(-z));

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

    private static bool Same(double[] a, double[] b) => a.Length == b.Length && a.Zip(b).All(pair => Near(pair.First, pair.Second, 1e-5));
}
