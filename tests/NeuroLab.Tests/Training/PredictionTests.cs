using MathNet.Numerics.Random;
using NeuroLab.Layers;
using NeuroLab.Tensors;
using NeuroLab.Training;

namespace NeuroLab.Tests.Training;

public sealed class PredictionTests
{
    private readonly Flatten asItIs = new();

    [Theory]
    [InlineData(1, 0.75)]
    [InlineData(0.5, 0.9)]
    public void Classes_are_drawn_as_often_as_they_are_likely_at_a_temperature(double temperature, double likely)
    {
        Tensor logits = new(new Shape(2000, 2), [.. Enumerable.Range(0, 4000).Select(i => i % 2 == 0 ? MathF.Log(3) : 0)]);

        int[] drawn = asItIs.SampleClasses(logits, new MersenneTwister(1), temperature);

        Assert.InRange(drawn.Count(label => label == 0) / 2000.0, likely - 0.03, likely + 0.03);
        Assert.Equal(drawn, asItIs.SampleClasses(logits, new MersenneTwister(1), temperature));
    }

    [Fact]
    public void A_temperature_of_zero_or_an_output_without_classes_is_explained()
    {
        Assert.Contains("above 0", Assert.Throws<ArgumentOutOfRangeException>(() => asItIs.SampleClasses(new Tensor(1, 2), new Random(1), 0)).Message, StringComparison.Ordinal);
        Assert.Contains("(batch, classes)", Assert.Throws<ArgumentException>(() => new ReLU().SampleClasses(new Tensor(1, 2, 3), new Random(1))).Message, StringComparison.Ordinal);
    }
}
