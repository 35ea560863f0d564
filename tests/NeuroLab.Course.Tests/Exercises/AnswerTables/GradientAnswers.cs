using static NeuroLab.Course.Exercises.GradientExercises;
using static NeuroLab.Course.Tests.Exercises.AnswerTables.Answer;

namespace NeuroLab.Course.Tests.Exercises.AnswerTables;

/// <summary>The answers to the exercises of notebook 10.</summary>
internal static class GradientAnswers
{
    internal static Answer[] All() => [.. Products(), .. Chains(), .. Residuals(), .. Clips(), .. Norms()];

    private static Answer[] Products() =>
    [
        Right(() => LargestProduct(Math.Pow(0.25, 10))),
        Right(() => LargestProduct(9.5e-7)),
        Right(() => LargestProduct(1e-6)),
        Right(() => LargestProduct(1f / (1 << 20))),
        NotYet("You have added", () => LargestProduct(10 * 0.25)),
        NotYet("ten in a row", () => LargestProduct(0.25)),
        NotYet("slope of tanh", () => LargestProduct(1)),
        NotYet("σ (1 - σ)", () => LargestProduct(Math.Pow(0.5, 10))),
        NotYet("twenty neurons", () => LargestProduct(Math.Pow(0.25, 20))),
        NotYet("Count the slopes", () => LargestProduct(Math.Pow(0.25, 9))),
        NotYet("changed places", () => LargestProduct(Math.Pow(10, 0.25))),
        NotYet("whole numbers", () => LargestProduct(Math.Pow(1 / 4, 10))),
        NotYet("no slope of it", () => LargestProduct(-0.25)),
        Fallback("steepest", () => LargestProduct(0.7)),
    ];

    private static Answer[] Chains() =>
    [
        Right(() => ChainGradients((w, slopes) => Back(w, slopes))),
        Right(() => ChainGradients((w, slopes) => Enumerable.Range(0, w.Length).Select(k => w.Skip(k + 1).Aggregate(1.0, (a, b) => a * b) * slopes.Skip(k).Aggregate(1.0, (a, b) => a * b)).ToArray())),
        Right(() => ChainGradients((w, slopes) => Back(w, slopes).Select(g => Math.Round(g, 4)).ToArray())),
        NotYet("wrong order", () => ChainGradients((w, slopes) => Back(w, slopes).Reverse().ToArray())),
        NotYet("neuron behind", () => ChainGradients((w, slopes) => Back([1, .. w], slopes))),
        NotYet("weights are missing", () => ChainGradients((w, slopes) => Back([.. w.Select(_ => 1.0)], slopes))),
        NotYet("slopes are missing", () => ChainGradients((w, slopes) => Back(w, [.. w.Select(_ => 1.0)]))),
        NotYet("before the activation", () => ChainGradients((w, slopes) => Back(w, slopes).Zip(slopes, (g, s) => g / s).ToArray())),
        NotYet("factors of single neurons", () => ChainGradients((w, slopes) => w.Zip(slopes, (a, s) => a * s).ToArray())),
        NotYet("from the front", () => ChainGradients((w, slopes) => { double product = 1; return [.. w.Zip(slopes, (a, s) => product *= a * s)]; })),
        NotYet("One number a neuron", () => ChainGradients((w, slopes) => [Back(w, slopes)[0]])),
        NotYet("null", () => ChainGradients((w, slopes) => null!)),
        NotYet("IndexOutOfRange", () => ChainGradients((w, slopes) => Enumerable.Range(0, w.Length).Select(k => w[k + 1] * slopes[k]).ToArray())),
        NotYet("3 numbers should come back", () => ChainGradients((w, slopes) => [])),
        Fallback("last neuron", () => ChainGradients((w, slopes) => w.Select(a => a + 1).ToArray())),
    ];

    private static Answer[] Residuals() =>
    [
        Right(() => ResidualFactor(Math.Pow(1 + 0.25, 20))),
        Right(() => ResidualFactor(87)),
        Right(() => ResidualFactor(86.7)),
        Right(() => ResidualFactor(Math.Pow(5.0 / 4, 20))),
        NotYet("without the way around", () => ResidualFactor(Math.Pow(0.25, 20))),
        NotYet("past each block", () => ResidualFactor(1 + Math.Pow(0.25, 20))),
        NotYet("one block", () => ResidualFactor(1.25)),
        NotYet("Count the blocks", () => ResidualFactor(Math.Pow(1.25, 19))),
        NotYet("slopes multiply", () => ResidualFactor(20 * 1.25)),
        NotYet("You subtract", () => ResidualFactor(Math.Pow(0.75, 20))),
        NotYet("You divide", () => ResidualFactor(1 / Math.Pow(1.25, 20))),
        Fallback("for one block", () => ResidualFactor(40)),
    ];

    private static Answer[] Clips() =>
    [
        Right(() => Clip((g, limit) => Length(g) > limit ? g.Select(v => v * limit / Length(g)).ToArray() : g)),
        Right(() => Clip((g, limit) => g.Select(v => v * Math.Min(1, limit / Length(g))).ToArray() is [double.NaN, ..] ? g : g.Select(v => v * Math.Min(1, limit / Math.Max(Length(g), 1e-9))).ToArray())),
        Right(() => Clip((g, limit) => { double scale = Length(g) <= limit ? 1 : limit / Length(g); return [.. g.Select(v => v * scale)]; })),
        NotYet("each number by itself", () => Clip((g, limit) => g.Select(v => Math.Clamp(v, -limit, limit)).ToArray())),
        NotYet("only those above 0", () => Clip((g, limit) => g.Select(v => Math.Min(v, limit)).ToArray())),
        NotYet("whatever it was", () => Clip((g, limit) => g.Select(v => v / Length(g)).ToArray())),
        NotYet("come out with length 1", () => Clip((g, limit) => g.Select(v => v * Math.Min(1, 1 / Length(g))).ToArray())),
        NotYet("Only shorten", () => Clip((g, limit) => g.Select(v => v * limit / Length(g)).ToArray())),
        NotYet("Nothing is shortened", () => Clip((g, limit) => g)),
        NotYet("sum of the sizes", () => Clip((g, limit) => Length(g) > limit ? g.Select(v => v * limit / g.Sum(Math.Abs)).ToArray() : g)),
        NotYet("sum of squares", () => Clip((g, limit) => Length(g) > limit ? g.Select(v => v * limit / g.Sum(w => w * w)).ToArray() : g)),
        NotYet("upside down", () => Clip((g, limit) => Length(g) > limit ? g.Select(v => v * Length(g) / limit).ToArray() : g)),
        NotYet("turns the gradient", () => Clip((g, limit) => Length(g) > limit ? g.Select(v => v - (Length(g) - limit)).ToArray() : g)),
        NotYet("other way round", () => Clip((g, limit) => Length(g) < limit ? g.Select(v => v * limit / Length(g)).ToArray() : g)),
        NotYet("not thrown away", () => Clip((g, limit) => Length(g) > limit ? g.Select(_ => 0.0).ToArray() : g)),
        NotYet("signs are gone", () => Clip((g, limit) => g.Select(v => Math.Abs(v) * Math.Min(1, limit / Math.Max(Length(g), 1e-9))).ToArray())),
        NotYet("writes over", () => Clip((g, limit) => { double scale = Length(g) <= limit ? 1 : limit / Length(g); for (int i = 0; i < g.Length; i++) g[i] *= scale; return g; })),
        NotYet("null", () => Clip((g, limit) => null!)),
        Fallback("How long is", () => Clip((g, limit) => g.Select(v => v + limit).ToArray())),
    ];

    private static Answer[] Norms() =>
    [
        Right(() => BatchNorm(z => Normalized(z))),
        Right(() => BatchNorm(z => { double mean = z.Sum() / z.Length, square = z.Sum(v => v * v) / z.Length; return [.. z.Select(v => (v - mean) / Math.Sqrt(square - mean * mean + 1e-5))]; })),
        Right(() => BatchNorm(z => z.Select(v => (v - z.Average()) * Math.Pow(Variance(z) + 1e-5, -0.5)).ToArray())),
        NotYet("divides by 0", () => BatchNorm(z => z.Select(v => (v - z.Average()) / Math.Sqrt(Variance(z))).ToArray())),
        NotYet("under the root", () => BatchNorm(z => z.Select(v => (v - z.Average()) / (Math.Sqrt(Variance(z)) + 1e-5)).ToArray())),
        NotYet("spread is as it was", () => BatchNorm(z => z.Select(v => v - z.Average()).ToArray())),
        NotYet("mean is not 0", () => BatchNorm(z => z.Select(v => v / Math.Sqrt(Variance(z) + 1e-5)).ToArray())),
        NotYet("by its root", () => BatchNorm(z => z.Select(v => (v - z.Average()) / (Variance(z) + 1e-5)).ToArray())),
        NotYet("n - 1", () => BatchNorm(z => z.Select(v => (v - z.Average()) / Math.Sqrt(Variance(z) * z.Length / (z.Length - 1) + 1e-5)).ToArray())),
        NotYet("their mean", () => BatchNorm(z => z.Select(v => (v - z.Average()) / Math.Sqrt(Variance(z) * z.Length + 1e-5)).ToArray())),
        NotYet("forgets to subtract", () => BatchNorm(z => z.Select(v => (v - z.Average()) / Math.Sqrt(z.Average(u => u * u) + 1e-5)).ToArray())),
        NotYet("sign is turned", () => BatchNorm(z => z.Select(v => (z.Average() - v) / Math.Sqrt(Variance(z) + 1e-5)).ToArray())),
        NotYet("sorted", () => BatchNorm(z => Normalized([.. z.Order()]))),
        NotYet("reverse order", () => BatchNorm(z => Normalized([.. z.Reverse()]))),
        NotYet("0 to 1", () => BatchNorm(z => z.Select(v => (v - z.Min()) / (z.Max() - z.Min())).ToArray())),
        NotYet("writes over", () => BatchNorm(z => { double[] y = Normalized(z); z[0] = 0; return y; })),
        NotYet("null", () => BatchNorm(z => null!)),
        NotYet("4 numbers should come back", () => BatchNorm(z => [0])),
        Fallback("squared distances", () => BatchNorm(z => z.Select(v => v * 2).ToArray())),
    ];

    private static double[] Back(double[] w, double[] slopes)
    {
        double[] gradients = new double[slopes.Length];
        double back = 1;
        for (int k = slopes.Length - 1; k >= 0; k--)
        {
            if (k < slopes.Length - 1)
                back *= w[k + 1];
            gradients[k] = back *= slopes[k];
        }
        return gradients;
    }

    private static double Length(double[] g) => Math.Sqrt(g.Sum(v => v * v));

    private static double Variance(double[] z) => z.Average(v => (v - z.Average()) * (v - z.Average()));

    private static double[] Normalized(double[] z) => [.. z.Select(v => (v - z.Average()) / Math.Sqrt(Variance(z) + 1e-5))];
}
