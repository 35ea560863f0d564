using static NeuroLab.Course.Exercises.WidthExercises;
using static NeuroLab.Course.Tests.Exercises.AnswerTables.Answer;

namespace NeuroLab.Course.Tests.Exercises.AnswerTables;

/// <summary>The answers to the exercises of notebook 09b.</summary>
internal static class WidthAnswers
{
    internal static Answer[] All() => [.. Biases(), .. Variances(), .. ShortestOnes(), .. Ridges(), .. Diagnoses()];

    private static Answer[] Biases() =>
    [
        Right(() => SquaredBias((fits, truth) => truth.Select((t, i) => Math.Pow(fits.Average(fit => fit[i]) - t, 2)).Average())),
        Right(() => SquaredBias((fits, truth) =>
        {
            double sum = 0;
            for (int i = 0; i < truth.Length; i++)
            {
                double mean = 0;
                foreach (double[] fit in fits) mean += fit[i] / fits.Length;
                sum += (truth[i] - mean) * (truth[i] - mean);
            }
            return sum / truth.Length;
        })),
        Right(() => SquaredBias((fits, truth) => Enumerable.Range(0, truth.Length).Sum(i => Square(fits.Sum(f => f[i] - truth[i]) / fits.Length)) / truth.Length)),
        Right(() => SquaredBias((fits, truth) => fits.Average(f => f.Zip(truth, (a, t) => Square(a - t)).Average())
            - truth.Select((_, i) => fits.Average(f => Square(f[i] - fits.Average(g => g[i])))).Average())),
        NotYet("each single fit", () => SquaredBias((fits, truth) => fits.Average(fit => fit.Zip(truth, (a, t) => Square(a - t)).Average()))),
        NotYet("not squared", () => SquaredBias((fits, truth) => truth.Select((t, i) => fits.Average(fit => fit[i]) - t).Average())),
        NotYet("Here it is squared", () => SquaredBias((fits, truth) => truth.Select((t, i) => Math.Abs(fits.Average(fit => fit[i]) - t)).Average())),
        NotYet("before you square", () => SquaredBias((fits, truth) => Square(truth.Select((t, i) => fits.Average(fit => fit[i]) - t).Average()))),
        NotYet("sum over all places", () => SquaredBias((fits, truth) => truth.Select((t, i) => Square(fits.Average(fit => fit[i]) - t)).Sum())),
        NotYet("number of fits", () => SquaredBias((fits, truth) => truth.Select((t, i) => Square(fits.Average(fit => fit[i]) - t)).Sum() / fits.Length)),
        NotYet("root is one too many", () => SquaredBias((fits, truth) => Math.Sqrt(truth.Select((t, i) => Square(fits.Average(fit => fit[i]) - t)).Average()))),
        NotYet("first fit only", () => SquaredBias((fits, truth) => truth.Select((t, i) => Square(fits[0][i] - t)).Average())),
        NotYet("last fit only", () => SquaredBias((fits, truth) => truth.Select((t, i) => Square(fits[^1][i] - t)).Average())),
        NotYet("That is the variance", () => SquaredBias((fits, truth) => truth.Select((_, i) => fits.Average(f => Square(f[i] - fits.Average(g => g[i])))).Average())),
        NotYet("not divided", () => SquaredBias((fits, truth) => truth.Select((t, i) => Square(fits.Sum(fit => fit[i]) - t)).Average())),
        NotYet("Where has the truth gone", () => SquaredBias((fits, truth) => truth.Select((_, i) => Square(fits.Average(fit => fit[i]))).Average())),
        NotYet("same for every case", () => SquaredBias((fits, truth) => 0)),
        NotYet("NaN", () => SquaredBias((fits, truth) => truth.Select((t, i) => Math.Sqrt(-1 - Square(fits[0][i] - t))).Average())),
        NotYet("IndexOutOfRange", () => SquaredBias((fits, truth) => fits.Select((fit, k) => Square(fit.Average() - truth[k])).Average())),
        Fallback("place by place", () => SquaredBias((fits, truth) => fits.Max(fit => fit.Max()))),
    ];

    private static Answer[] Variances() =>
    [
        Right(() => Variance(fits => fits[0].Select((_, i) => fits.Average(f => Square(f[i] - fits.Average(g => g[i])))).Average())),
        Right(() => Variance(fits => fits[0].Select((_, i) => fits.Average(f => f[i] * f[i]) - Square(fits.Average(f => f[i]))).Average())),
        Right(() => Variance(fits =>
        {
            double[] mean = fits[0].Select((_, i) => fits.Average(f => f[i])).ToArray();
            return fits.Average(f => f.Zip(mean, (a, m) => Square(a - m)).Average());
        })),
        Right(() => Variance(fits =>
        {
            double sum = 0;
            for (int i = 0; i < fits[0].Length; i++)
            {
                double mean = fits.Average(f => f[i]);
                for (int k = 0; k < fits.Length; k++) sum += Math.Pow(fits[k][i] - mean, 2);
            }
            return sum / (fits.Length * fits[0].Length);
        })),
        NotYet("up and down along the curve", () => Variance(fits => fits.Average(Var))),
        NotYet("mixed all places", () => Variance(fits => Var([.. fits.SelectMany(f => f)]))),
        NotYet("mean fit goes up and down", () => Variance(fits => Var([.. fits[0].Select((_, i) => fits.Average(f => f[i]))]))),
        NotYet("Leave out the root", () => Variance(fits => fits[0].Select((_, i) => Math.Sqrt(Var([.. fits.Select(f => f[i])]))).Average())),
        NotYet("root is one too many", () => Variance(fits => Math.Sqrt(fits[0].Select((_, i) => Var([.. fits.Select(f => f[i])])).Average()))),
        NotYet("one fit less", () => Variance(fits => fits[0].Select((_, i) => fits.Sum(f => Square(f[i] - fits.Average(g => g[i]))) / (fits.Length - 1)).Average())),
        NotYet("add up over the fits", () => Variance(fits => fits[0].Select((_, i) => fits.Sum(f => Square(f[i] - fits.Average(g => g[i])))).Average())),
        NotYet("add up over the places", () => Variance(fits => fits[0].Select((_, i) => Var([.. fits.Select(f => f[i])])).Sum())),
        NotYet("sum over all fits and places", () => Variance(fits => fits[0].Select((_, i) => fits.Sum(f => Square(f[i] - fits.Average(g => g[i])))).Sum())),
        NotYet("Here it is squared", () => Variance(fits => fits[0].Select((_, i) => fits.Average(f => Math.Abs(f[i] - fits.Average(g => g[i])))).Average())),
        NotYet("cancel", () => Variance(fits => fits[0].Select((_, i) => fits.Average(f => f[i] - fits.Average(g => g[i]))).Average())),
        NotYet("first place only", () => Variance(fits => Var([.. fits.Select(f => f[0])]))),
        NotYet("first fit only", () => Variance(fits => Var(fits[0]))),
        NotYet("square the heights", () => Variance(fits => fits.Average(f => f.Average(v => v * v)))),
        NotYet("distance from the first fit", () => Variance(fits => fits.Average(f => f.Zip(fits[0], (a, b) => Square(a - b)).Average()))),
        NotYet("NotImplemented", () => Variance(fits => throw new NotImplementedException())),
        Fallback("Stay at one place", () => Variance(fits => fits[0][0])),
    ];

    private static Answer[] ShortestOnes() =>
    [
        Right(() => Shortest((a, y) => a.Select(v => v * y / a.Sum(u => u * u)).ToArray())),
        Right(() => Shortest((a, y) => { double k = y / a.Zip(a, (u, v) => u * v).Sum(); return [.. a.Select(v => k * v)]; })),
        Right(() => Shortest((a, y) =>
        {
            double length = Math.Sqrt(a.Sum(v => v * v));
            return [.. a.Select(v => v / length * (y / length))];
        })),
        Right(() => Shortest((a, y) =>
        {
            double[] w = new double[a.Length];
            for (int step = 0; step < 2000; step++)
            {
                double error = a.Zip(w, (u, v) => u * v).Sum() - y;
                for (int i = 0; i < w.Length; i++) w[i] -= 0.01 * error * a[i];
            }
            return w;
        })),
        NotYet("Each weight alone", () => Shortest((a, y) => [.. a.Select(v => y / v)])),
        NotYet("share alike", () => Shortest((a, y) => [.. a.Select(v => y / v / a.Length)])),
        NotYet("All weights are equal", () => Shortest((a, y) => [.. a.Select(_ => y / a.Sum())])),
        NotYet("first weight does it all", () => Shortest((a, y) => { double[] w = new double[a.Length]; w[0] = y / a[0]; return w; })),
        NotYet("last weight does it all", () => Shortest((a, y) => { double[] w = new double[a.Length]; w[^1] = y / a[^1]; return w; })),
        NotYet("largest factor does it all", () => Shortest((a, y) => [.. a.Select(v => Math.Abs(v) == a.Max(Math.Abs) ? y / v : 0)])),
        NotYet("it overshoots", () => Shortest((a, y) => [.. a.Select(v => v * y)])),
        NotYet("left of the root", () => Shortest((a, y) => [.. a.Select(v => v * y / Math.Sqrt(a.Sum(u => u * u)))])),
        NotYet("sum of the factors", () => Shortest((a, y) => [.. a.Select(v => v * y / a.Sum())])),
        NotYet("how many factors", () => Shortest((a, y) => [.. a.Select(v => v * y / a.Length)])),
        NotYet("y has no part", () => Shortest((a, y) => [.. a.Select(v => v / a.Sum(u => u * u))])),
        NotYet("makes minus y", () => Shortest((a, y) => [.. a.Select(v => -v * y / a.Sum(u => u * u))])),
        NotYet("How far along it", () => Shortest((a, y) => a)),
        NotYet("there is a solution of length", () => Shortest((a, y) => [.. a.Select((v, i) => i < 2 ? y / v / 2 : 0)])),
        NotYet("returned null", () => Shortest((a, y) => null!)),
        NotYet("should come back", () => Shortest((a, y) => [y / a.Sum(u => u * u)])),
        Fallback("what must k be", () => Shortest((a, y) => [.. a.Select(v => v + y)])),
    ];

    private static Answer[] Ridges() =>
    [
        Right(() => Ridge((x, y, lambda) => x.Zip(y, (a, b) => a * b).Sum() / (x.Sum(a => a * a) + lambda))),
        Right(() => Ridge((x, y, lambda) =>
        {
            double xy = 0, xx = lambda;
            for (int i = 0; i < x.Length; i++)
            {
                xy += x[i] * y[i];
                xx += x[i] * x[i];
            }
            return xy / xx;
        })),
        Right(() => Ridge((x, y, lambda) => 1 / ((x.Sum(a => a * a) + lambda) / x.Select((a, i) => a * y[i]).Sum()))),
        Right(() => Ridge((x, y, lambda) =>
        {
            double w = 0;
            for (int step = 0; step < 3000; step++)
                w -= 0.01 * (x.Zip(y, (a, b) => (w * a - b) * a).Sum() + lambda * w);
            return w;
        })),
        NotYet("without a price", () => Ridge((x, y, lambda) => Xy(x, y) / Xx(x))),
        NotYet("in the numerator", () => Ridge((x, y, lambda) => (Xy(x, y) + lambda) / Xx(x))),
        NotYet("how L1 pulls", () => Ridge((x, y, lambda) => (Xy(x, y) - lambda) / Xx(x))),
        NotYet("finished weight", () => Ridge((x, y, lambda) => Xy(x, y) / Xx(x) - lambda)),
        NotYet("wrong unit", () => Ridge((x, y, lambda) => Xy(x, y) / Xx(x) / (1 + lambda))),
        NotYet("sign of λ", () => Ridge((x, y, lambda) => Xy(x, y) / (Xx(x) - lambda))),
        NotYet("factor of 2", () => Ridge((x, y, lambda) => Xy(x, y) / (Xx(x) + 2 * lambda))),
        NotYet("factor of 2", () => Ridge((x, y, lambda) => Xy(x, y) / (Xx(x) + lambda / 2))),
        NotYet("factor of 2", () => Ridge((x, y, lambda) => 2 * Xy(x, y) / (Xx(x) + lambda))),
        NotYet("mean of the squares", () => Ridge((x, y, lambda) => Xy(x, y) / (Xx(x) + x.Length * lambda))),
        NotYet("λ itself is not squared", () => Ridge((x, y, lambda) => Xy(x, y) / (Xx(x) + lambda * lambda))),
        NotYet("should be added", () => Ridge((x, y, lambda) => Xy(x, y) / (Xx(x) * lambda))),
        NotYet("multiply the two sums", () => Ridge((x, y, lambda) => x.Sum() * y.Sum() / (Xx(x) + lambda))),
        NotYet("square the sum", () => Ridge((x, y, lambda) => Xy(x, y) / (x.Sum() * x.Sum() + lambda))),
        NotYet("each error is multiplied", () => Ridge((x, y, lambda) => y.Sum() / (x.Sum() + lambda))),
        NotYet("squares of the targets", () => Ridge((x, y, lambda) => Xy(x, y) / (Xx(y) + lambda))),
        NotYet("slopes of the samples", () => Ridge((x, y, lambda) => x.Zip(y, (a, b) => b / a).Average())),
        NotYet("The sign is turned", () => Ridge((x, y, lambda) => -Xy(x, y) / (Xx(x) + lambda))),
        NotYet("one half of the equation", () => Ridge((x, y, lambda) => Xy(x, y))),
        NotYet("same for every case", () => Ridge((x, y, lambda) => 2)),
        Fallback("equal to 0", () => Ridge((x, y, lambda) => x[0] * y[0] + lambda)),
    ];

    private static Answer[] Diagnoses() =>
    [
        Right(() => Diagnosis("AC")),
        Right(() => Diagnosis("A, C")),
        Right(() => Diagnosis("a and c")),
        Right(() => Diagnosis(" ac.")),
        NotYet("other order", () => Diagnosis("CA")),
        NotYet("D has the most weights", () => Diagnosis("AD")),
        NotYet("A is right", () => Diagnosis("AB")),
        NotYet("C is right", () => Diagnosis("BC")),
        NotYet("C is right", () => Diagnosis("DC")),
        NotYet("two different models", () => Diagnosis("CC")),
        NotYet("Give two letters", () => Diagnosis("A")),
        NotYet("Give two letters", () => Diagnosis("the first and the third")),
        Fallback("Bias: who", () => Diagnosis("BD")),
    ];

    private static double Square(double v) => v * v;

    private static double Var(double[] values) => values.Average(v => Square(v - values.Average()));

    private static double Xy(double[] x, double[] y) => x.Zip(y, (a, b) => a * b).Sum();

    private static double Xx(double[] x) => x.Sum(a => a * a);
}
