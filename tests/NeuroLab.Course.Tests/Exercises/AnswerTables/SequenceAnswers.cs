using static NeuroLab.Course.Exercises.SequenceExercises;
using static NeuroLab.Course.Tests.Exercises.AnswerTables.Answer;

namespace NeuroLab.Course.Tests.Exercises.AnswerTables;

/// <summary>Answers to the exercises of notebook 15.</summary>
internal static class SequenceAnswers
{
    internal static Answer[] All() => [.. Counts(), .. Counters(), .. Unrolled(), .. Back(), .. Shared(), .. GatedSteps()];

    private static Answer[] Counts() =>
    [
        Right(() => Parameters(1344)),
        Right(() => Parameters((32 * 8) + (32 * 32) + 32 + 32)),
        Right(() => Parameters(32 * (8 + 32 + 2))),
        NotYet("two biases for each", () => Parameters(1312)),
        NotYet("biases are missing", () => Parameters(1280)),
        NotYet("That is the way in", () => Parameters(288)),
        NotYet("from state to state", () => Parameters(1056)),
        NotYet("as wide as the state", () => Parameters((8 * 32) + (8 * 8) + 64)),
        NotYet("multiply", () => Parameters(40)),
        NotYet("not to the 8 inputs", () => Parameters(1296)),
        NotYet("does not enter", () => Parameters(1344 * 16)),
        NotYet("has parameters", () => Parameters(0)),
        Fallback("Which two matrices", () => Parameters(5)),
    ];

    private static Answer[] Counters() =>
    [
        Right(() => ForgettingCounter((1, 0.9))),
        Right(() => ForgettingCounter((1, 9f / 10))),
        Right(() => ForgettingCounter((1.0, 1 - 0.1))),
        NotYet("other way round", () => ForgettingCounter((0.9, 1))),
        NotYet("forgets nothing", () => ForgettingCounter((1, 1))),
        NotYet("not leave a tenth", () => ForgettingCounter((1, 0.1))),
        NotYet("worth 1", () => ForgettingCounter((0.9, 0.9))),
        NotYet("running mean", () => ForgettingCounter((0.1, 0.9))),
        NotYet("whole-number division", () => ForgettingCounter((1, 9 / 10))),
        NotYet("example from the stub", () => ForgettingCounter((2, 3))),
        NotYet("not ten times", () => ForgettingCounter((1, 10))),
        NotYet("changes its sign", () => ForgettingCounter((1, -0.9))),
        NotYet("count larger", () => ForgettingCounter((0, 0.9))),
        NotYet("should count 1", () => ForgettingCounter((1.71, 0.9))),
        NotYet("not a number", () => ForgettingCounter((1, double.NaN))),
        Fallback("1.71", () => ForgettingCounter((1, 0.5))),
    ];

    private static Answer[] Unrolled() =>
    [
        Right(() => Unroll((x, w, u, b) => States(x, w, u, b, Math.Tanh))),
        Right(() => Unroll((x, w, u, b) =>
        {
            List<double> h = [0];
            foreach (double input in x)
                h.Add(Math.Tanh((w * input) + (u * h[^1]) + b));
            return [.. h.Skip(1)];
        })),
        Right(() => Unroll((x, w, u, b) => [.. States(x, w, u, b, z => (float)Math.Tanh(z))])),
        NotYet("returned null", () => Unroll((_, _, _, _) => null!)),
        NotYet("One state for each", () => Unroll((x, _, _, _) => x[1..])),
        NotYet("tanh is missing", () => Unroll((x, w, u, b) => States(x, w, u, b, z => z))),
        NotYet("sigmoid", () => Unroll((x, w, u, b) => States(x, w, u, b, z => 1 / (1 + Math.Exp(-z))))),
        NotYet("not carried on", () => Unroll((x, w, _, b) => States(x, w, 0, b, Math.Tanh))),
        NotYet("bias b is missing", () => Unroll((x, w, u, _) => States(x, w, u, 0, Math.Tanh))),
        NotYet("exchanged", () => Unroll((x, w, u, b) => States(x, u, w, b, Math.Tanh))),
        NotYet("Carry h", () => Unroll(SumsCarried)),
        NotYet("first state should be", () => Unroll((x, w, u, b) => States(x, -w, u, b, Math.Tanh))),
        NotYet("The first state is right", () => Unroll((x, w, u, b) => States(x, w, -u, b, Math.Tanh))),
        NotYet("overwrites the sequence", () => Unroll((x, w, u, b) => { double[] h = States(x, w, u, b, Math.Tanh); h.CopyTo(x, 0); return x; })),
        NotYet("All states are the last", () => Unroll((x, w, u, b) => [.. x.Select(_ => States(x, w, u, b, Math.Tanh)[^1])])),
        NotYet("start with h₀", () => Unroll((x, w, u, b) => [0, .. States(x, w, u, b, Math.Tanh)[..^1]])),
        NotYet("back to front", () => Unroll((x, w, u, b) => [.. Enumerable.Reverse(States(x, w, u, b, Math.Tanh))])),
        NotYet("from its end", () => Unroll((x, w, u, b) => States([.. Enumerable.Reverse(x)], w, u, b, Math.Tanh))),
        NotYet("not a number", () => Unroll((x, w, u, b) => [.. x.Select(_ => double.NaN)])),
        NotYet("IndexOutOfRangeException", () => Unroll((x, w, u, b) => [x[x.Length]])),
    ];

    private static Answer[] Back() =>
    [
        Right(() => ThroughTime(Exact)),
        Right(() => ThroughTime((h, w, u) => w * Math.Pow(u, h.Length - 1) * h.Aggregate(1.0, (product, state) => product * (1 - (state * state))))),
        Right(() => ThroughTime((h, w, u) =>
        {
            // The inputs that made these states, with the bias in them; then the first is nudged.
            double[] x = [.. h.Select((state, t) => (Math.Atanh(state) - (t == 0 ? 0 : u * h[t - 1])) / w)];
            double Last(double nudge) => States([x[0] + nudge, .. x[1..]], w, u, 0, Math.Tanh)[^1];
            return (Last(1e-5) - Last(-1e-5)) / 2e-5;
        })),
        NotYet("slopes of tanh are missing", () => ThroughTime((_, w, u) => w * u * u)),
        NotYet("it is w", () => ThroughTime((h, w, u) => Exact(h, w, u) / w)),
        NotYet("One u too many", () => ThroughTime((h, w, u) => Exact(h, w, u) * u)),
        NotYet("One u is missing", () => ThroughTime((h, w, u) => Exact(h, w, u) / u)),
        NotYet("at the first step", () => ThroughTime((h, w, u) => Exact(h, w, u) / Slope(h[0]))),
        NotYet("at the last step", () => ThroughTime((h, w, u) => Exact(h, w, u) / Slope(h[^1]))),
        NotYet("in between", () => ThroughTime((h, w, u) => w * u * u * Slope(h[0]) * Slope(h[^1]))),
        NotYet("u, not w", () => ThroughTime((h, w, u) => w * w * w * h.Aggregate(1.0, (product, state) => product * Slope(state)))),
        NotYet("Yours is u", () => ThroughTime((h, w, u) => u * u * u * h.Aggregate(1.0, (product, state) => product * Slope(state)))),
        NotYet("You multiply by h.", () => ThroughTime((h, w, u) => h.Aggregate(w * u * u, (product, state) => product * state))),
        NotYet("square is missing", () => ThroughTime((h, w, u) => h.Aggregate(w * u * u, (product, state) => product * (1 - state)))),
        NotYet("Slopes along a way multiply", () => ThroughTime((h, w, u) => w * u * u * h.Sum(Slope))),
        NotYet("sign", () => ThroughTime((h, w, u) => -Exact(h, w, u))),
        NotYet("start at 1", () => ThroughTime((_, _, _) => 0)),
        NotYet("not a number", () => ThroughTime((_, _, _) => double.NaN)),
        NotYet("sequence of one", () => ThroughTime((h, w, u) => Exact(h, w, u) * (h.Length == 1 ? u : 1))),
        Fallback("Which factors", () => ThroughTime((_, _, _) => 7)),
    ];

    private static Answer[] Shared() =>
    [
        Right(() => WeightGradient((h, u) => Shares(h, u, t => h[t - 1], (gradient, t) => gradient * Slope(h[t]) * u))),
        Right(() => WeightGradient((h, u) =>
        {
            double forward = 0;   // from the first step on: dh_t/du = (1 - h²)(h before + u dh before/du)
            for (int t = 1; t < h.Length; t++)
                forward = Slope(h[t]) * (h[t - 1] + (u * forward));
            return forward;
        })),
        NotYet("state *before*", () => WeightGradient((h, u) => Shares(h, u, t => h[t], (gradient, t) => gradient * Slope(h[t]) * u))),
        NotYet("last step alone", () => WeightGradient((h, u) => h.Length == 1 ? 0 : Slope(h[^1]) * h[^2])),
        NotYet("does not travel", () => WeightGradient((h, u) => Shares(h, u, t => h[t - 1], (gradient, _) => gradient))),
        NotYet("slopes of tanh are missing", () => WeightGradient((h, u) => Enumerable.Range(1, h.Length - 1).Sum(t => h[t - 1] * Math.Pow(u, h.Length - 1 - t)))),
        NotYet("a mean", () => WeightGradient((h, u) => Shares(h, u, t => h[t - 1], (gradient, t) => gradient * Slope(h[t]) * u) / h.Length)),
        NotYet("multiplies by u as well", () => WeightGradient((h, u) => Shares(h, u, t => h[t - 1], (gradient, t) => gradient * Slope(h[t])))),
        NotYet("gradient of the bias", () => WeightGradient((h, u) => Shares(h, u, _ => 1, (gradient, t) => gradient * Slope(h[t]) * u))),
        NotYet("sign", () => WeightGradient((h, u) => -Shares(h, u, t => h[t - 1], (gradient, t) => gradient * Slope(h[t]) * u))),
        NotYet("does the loop run", () => WeightGradient((_, _) => 0)),
        NotYet("not a number", () => WeightGradient((h, u) => Shares(h, u, t => h[t - 1], (gradient, t) => gradient * Slope(h[t]) * u) * (h.Length - 1) / (h.Length - 1.0) * (h.Length == 1 ? double.NaN : 1))),
        NotYet("IndexOutOfRangeException", () => WeightGradient((h, u) => h[h.Length])),
        Fallback("share of the last step", () => WeightGradient((_, _) => 7)),
    ];

    private static Answer[] GatedSteps() =>
    [
        Right(() => Gated((h, x, a) => { double z = 1 / (1 + Math.Exp(-a)); return (z * h) + ((1 - z) * Math.Tanh(x)); })),
        Right(() => Gated((h, x, a) => Math.Tanh(x) + ((h - Math.Tanh(x)) * Z(a)))),
        Right(() => Gated((h, x, a) => (float)((Z(a) * h) + (Z(-a) * Math.Tanh(x))))),
        NotYet("exchanged", () => Gated((h, x, a) => ((1 - Z(a)) * h) + (Z(a) * Math.Tanh(x)))),
        NotYet("exponential", () => Gated((h, x, a) => { double z = 1 / (1 + Math.Exp(a)); return (z * h) + ((1 - z) * Math.Tanh(x)); })),
        NotYet("tanh on the new value", () => Gated((h, x, a) => (Z(a) * h) + ((1 - Z(a)) * x))),
        NotYet("1 - z is missing", () => Gated((h, x, a) => (Z(a) * h) + Math.Tanh(x))),
        NotYet("z is missing", () => Gated((h, x, a) => h + ((1 - Z(a)) * Math.Tanh(x)))),
        NotYet("Nothing new", () => Gated((h, x, a) => Z(a) * h)),
        NotYet("Nothing old", () => Gated((h, x, a) => (1 - Z(a)) * Math.Tanh(x))),
        NotYet("new value alone", () => Gated((h, x, a) => Math.Tanh((Z(a) * h) + ((1 - Z(a)) * x)))),
        NotYet("a itself", () => Gated((h, x, a) => (a * h) + ((1 - a) * Math.Tanh(x)))),
        NotYet("tanh goes below", () => Gated((h, x, a) => (Math.Tanh(a) * h) + ((1 - Math.Tanh(a)) * Math.Tanh(x)))),
        NotYet("Half and half", () => Gated((h, x, _) => (h + Math.Tanh(x)) / 2)),
        NotYet("never changes", () => Gated((h, x, a) => h + (1 / 2 * x))),
        NotYet("not a number", () => Gated((h, x, a) => h / 0)),
        Fallback("What is z there", () => Gated((_, _, _) => 7)),
    ];

    private static double Z(double a) => 1 / (1 + Math.Exp(-a));

    private static double Slope(double h) => 1 - (h * h);

    private static double Exact(double[] h, double w, double u) => h.Skip(1).Aggregate(w * Slope(h[0]), (gradient, state) => gradient * u * Slope(state));

    private static double Shares(double[] h, double u, Func<int, double> factor, Func<double, int, double> back)
    {
        (double sum, double gradient) = (0, 1);
        for (int t = h.Length - 1; t > 0; t--)
        {
            sum += gradient * Slope(h[t]) * factor(t);
            gradient = back(gradient, t);
        }
        return sum;
    }

    private static double[] States(double[] x, double w, double u, double b, Func<double, double> activation)
    {
        double h = 0;
        return [.. x.Select(input => h = activation((w * input) + (u * h) + b))];
    }

    private static double[] SumsCarried(double[] x, double w, double u, double b)
    {
        double z = 0;
        return [.. x.Select(input => Math.Tanh(z = (w * input) + (u * z) + b))];
    }
}
