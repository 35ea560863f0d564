using MathNet.Numerics.Random;
using NeuroLab.Data;
using NeuroLab.Tensors;

namespace NeuroLab.Tests.Data;

public sealed class GlyphTests
{
    [Fact]
    public void Glyphs_are_pictures_of_ten_digits_in_turn()
    {
        Dataset glyphs = Synthetic.Glyphs(50, new MersenneTwister(1));
        Assert.Equal(new Shape(50, 1, 28, 28), glyphs.Inputs.Shape);
        Assert.Equal(Enumerable.Repeat(5, 10), glyphs.CountByClass());
        Assert.All(glyphs.Inputs.ToArray(), pixel => Assert.InRange(pixel, 0, 1));
    }

    [Fact]
    public void The_same_seed_draws_the_same_and_no_two_are_alike()
    {
        float[] Draw(int seed) => Synthetic.Glyphs(20, new MersenneTwister(seed), noise: 0).Inputs.ToArray();
        Assert.Equal(Draw(1), Draw(1));
        Assert.NotEqual(Draw(1), Draw(2));
        Assert.NotEqual(Draw(1)[..784], Draw(1)[7840..(7840 + 784)]);
    }

    [Fact]
    public void Lines_are_smooth_and_leave_most_of_the_paper_white()
    {
        foreach (float[] picture in Synthetic.Glyphs(100, new MersenneTwister(3), noise: 0).Inputs.ToArray().Chunk(784))
        {
            Assert.InRange(picture.Count(pixel => pixel > 0.5), 15, 300);
            Assert.Contains(picture, pixel => pixel is > 0.1f and < 0.6f);
        }
    }
}
