using NeuroLab.Course.Exercises;
using static NeuroLab.Course.Tests.Exercises.Answers;

namespace NeuroLab.Course.Tests.Exercises;

public sealed class GradientExercisesTests
{
    [Theory]
    [InlineData(2.5, "multiply")]
    [InlineData(0.25, "one neuron")]
    [InlineData(1, "slope of tanh")]
    [InlineData(0.0009765625, "value at 0")]
    [InlineData(9.094947e-13, "twenty neurons")]
    [InlineData(0, "at z = 0")]
    public void A_wrong_product_gets_the_hint_that_fits(double answer, string hint) => NotYet(GradientExercises.LargestProduct(answer), hint);

    [Fact]
    public void The_largest_product_is_a_quarter_to_the_tenth() => Right(GradientExercises.LargestProduct(9.5367e-7));

    [Theory]
    [InlineData(3325.26, "19 steps")]
    [InlineData(28.5, "raise 1.5")]
    [InlineData(30, "raise 1.5")]
    [InlineData(0.000451, "grows on the way back")]
    [InlineData(3, "Go on to layer 1")]
    public void A_wrong_exploded_length_gets_the_hint_that_fits(double answer, string hint) => NotYet(GradientExercises.Exploded(answer), hint);

    [Fact]
    public void The_exploded_length_is_right() => Right(GradientExercises.Exploded(2216.8));

    [Theory]
    [InlineData(9.094947e-13, "without the way around")]
    [InlineData(1.0000000000009095, "past each block")]
    [InlineData(1.25, "That is one block")]
    [InlineData(25, "slopes multiply")]
    [InlineData(6, "slopes multiply")]
    [InlineData(40, "multiply theirs")]
    public void A_wrong_residual_factor_gets_the_hint_that_fits(double answer, string hint) => NotYet(GradientExercises.ResidualFactor(answer), hint);

    [Fact]
    public void The_residual_factor_is_right() => Right(GradientExercises.ResidualFactor(86.736));

    [Fact]
    public void A_wrong_clipping_gets_the_hint_that_fits()
    {
        Clipping("returned null", (_, _) => null!);
        Clipping("but yours has 1", (g, _) => [g[0]]);
        Clipping("each number by itself", (g, limit) => [.. g.Select(v => Math.Clamp(v, -limit, limit))]);
        Clipping("length became 1", (g, _) => [.. g.Select(v => v / Length(g))]);
        Clipping("stayed as it was", (g, _) => g);
        Clipping("the sum of the numbers", (g, limit) => [.. g.Select(v => v * limit / g.Sum())]);
        Clipping("the sum of squares", (g, limit) => [.. g.Select(v => v * limit / g.Sum(w => w * w))]);
        Clipping("becomes (3, 4)", (g, _) => [.. g.Select(v => v * 7)]);
        Clipping("never lengthen", (g, limit) => [.. g.Select(v => v * limit / Length(g))]);
        Clipping("dividing by it", (g, limit) => Length(g) is var length && length < limit && length > 0 ? g : [.. g.Select(v => v * limit / length)]);

        static void Clipping(string hint, Func<double[], double, double[]> answer) => NotYet(GradientExercises.Clip(answer), hint);
    }

    [Fact]
    public void Clipping_by_length_is_right()
    {
        Right(GradientExercises.Clip((g, limit) => Length(g) > limit ? [.. g.Select(v => v * limit / Length(g))] : g));
        Right(GradientExercises.Clip((g, limit) => [.. g.Select(v => v * Math.Min(1, limit / (Length(g) + 1e-6)))]));
    }

    [Fact]
    public void A_wrong_normalization_gets_the_hint_that_fits()
    {
        Normalizing("returned null", _ => null!);
        Normalizing("4 samples", z => [z[0]]);
        Normalizing("divides by 0", z => [.. z.Select(v => (v - z.Average()) / Math.Sqrt(Variance(z)))]);
        Normalizing("mean of your results", z => [.. z.Select(v => v / Math.Sqrt(Variance(z) + 1e-5))]);
        Normalizing("spread is as it was", z => [.. z.Select(v => v - z.Average())]);
        Normalizing("divide by the variance", z => [.. z.Select(v => (v - z.Average()) / (Variance(z) + 1e-5))]);
        Normalizing("divides by n - 1", z => [.. z.Select(v => (v - z.Average()) / Math.Sqrt((Variance(z) * z.Length / (z.Length - 1)) + 1e-5))]);
        Normalizing("should be 1", z => [.. z.Select(v => (v - z.Average()) * 7)]);

        static void Normalizing(string hint, Func<double[], double[]> answer) => NotYet(GradientExercises.BatchNorm(answer), hint);
    }

    [Fact]
    public void Normalization_is_right() =>
        Right(GradientExercises.BatchNorm(z => [.. z.Select(v => (v - z.Average()) / Math.Sqrt(Variance(z) + 1e-5))]));

    private static double Length(double[] g) => Math.Sqrt(g.Sum(v => v * v));

    private static double Variance(double[] z) => z.Average(v => (v - z.Average()) * (v - z.Average()));
}
