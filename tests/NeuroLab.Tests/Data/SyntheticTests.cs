using MathNet.Numerics;
using MathNet.Numerics.Random;
using NeuroLab.Data;
using NeuroLab.Tensors;

namespace NeuroLab.Tests.Data;

public sealed class SyntheticTests
{
    [Fact]
    public void Half_of_all_dice_rolls_are_big()
    {
        Dataset dice = Synthetic.DiceRolls();
        Assert.Equal(new Shape(216, 3), dice.Inputs.Shape);
        Assert.Equal([108, 108], dice.CountByClass());
        for (int roll = 0; roll < 216; roll++)
            Assert.Equal(dice.Inputs[roll, 0] + dice.Inputs[roll, 1] + dice.Inputs[roll, 2] >= 11 ? 1 : 0, dice.Labels[roll]);
        Assert.Equal(216, Enumerable.Range(0, 216).Select(roll => (dice.Inputs[roll, 0], dice.Inputs[roll, 1], dice.Inputs[roll, 2])).Distinct().Count());
    }

    [Fact]
    public void A_noisy_line_lies_around_its_line()
    {
        Dataset line = Synthetic.NoisyLine(2000, new MersenneTwister(1), slope: 2, intercept: 1, sigma: 0.5, low: 0, high: 10);
        double[] x = [.. line.Inputs.ToArray().Select(value => (double)value)];
        double[] y = [.. line.Targets.ToArray().Select(value => (double)value)];
        (double intercept, double slope) = Fit.Line(x, y);
        Assert.Equal(2, slope, 0.03);
        Assert.Equal(1, intercept, 0.1);
        Assert.Equal(0.5, Math.Sqrt(x.Zip(y, (at, value) => Math.Pow(value - 2 * at - 1, 2)).Average()), 0.03);
        Assert.InRange(x.Min(), 0, 0.1);
        Assert.InRange(x.Max(), 9.9, 10);
    }

    [Theory]
    [InlineData("moons")]
    [InlineData("circles")]
    [InlineData("spiral")]
    [InlineData("xor")]
    public void Points_in_the_plane_come_from_the_seed_alone(string name)
    {
        Dataset Make(int seed) => name switch
        {
            "moons" => Synthetic.Moons(99, new MersenneTwister(seed)),
            "circles" => Synthetic.Circles(99, new MersenneTwister(seed)),
            "spiral" => Synthetic.Spiral(99, new MersenneTwister(seed), classes: 3),
            _ => Synthetic.Xor(99, new MersenneTwister(seed)),
        };

        Dataset data = Make(5);
        Assert.Equal(Make(5).Inputs.ToArray(), data.Inputs.ToArray());
        Assert.NotEqual(Make(6).Inputs.ToArray(), data.Inputs.ToArray());
        Assert.Equal(new Shape(99, 2), data.Inputs.Shape);
        Assert.True(data.CountByClass().Max() - data.CountByClass().Min() <= 1, name);
        Assert.All(data.Inputs.ToArray(), value => Assert.InRange(value, -3, 3));
    }

    [Fact]
    public void Without_noise_circles_have_their_radius()
    {
        Dataset circles = Synthetic.Circles(50, new MersenneTwister(1), noise: 0, innerRadius: 0.4);
        for (int i = 0; i < 50; i++)
            Assert.Equal(circles.Labels[i] == 0 ? 1 : 0.4, Math.Sqrt(Math.Pow(circles.Inputs[i, 0], 2) + Math.Pow(circles.Inputs[i, 1], 2)), 1e-5);
    }

    [Fact]
    public void Exclusive_or_is_one_where_the_two_differ()
    {
        Dataset xor = Synthetic.Xor();
        for (int i = 0; i < 4; i++)
            Assert.Equal(xor.Inputs[i, 0] != xor.Inputs[i, 1] ? 1 : 0, xor.Labels[i]);
    }

    [Fact]
    public void Mistakes_are_told()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Synthetic.Moons(0, new MersenneTwister(1)));
        Assert.Contains("standard deviation of 0 or more", Assert.Throws<ArgumentOutOfRangeException>(() => Synthetic.Circles(5, new MersenneTwister(1), noise: -1)).Message, StringComparison.Ordinal);
    }
}
