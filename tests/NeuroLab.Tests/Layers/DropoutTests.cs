using MathNet.Numerics.Random;
using NeuroLab.Layers;
using NeuroLab.Tensors;

namespace NeuroLab.Tests.Layers;

/// <summary>What is dropped, and when.</summary>
public sealed class DropoutTests
{
    private readonly MersenneTwister random = new(1);

    [Fact]
    public void Dropout_drops_its_part_and_keeps_the_mean()
    {
        Dropout layer = new(0.3f, random);
        Tensor y = layer.Forward(Tensor.Ones(100, 1000));
        Assert.InRange(y.ToArray().Count(value => value == 0) / 100_000f, 0.295f, 0.305f);
        Assert.InRange(y.Mean(), 0.99f, 1.01f);
        Assert.All(y.ToArray(), value => Assert.True(value == 0 || value == 1 / 0.7f));
    }

    [Fact]
    public void Dropout_draws_a_new_mask_each_time_and_none_in_use()
    {
        Dropout layer = new(0.5f, random);
        Tensor x = Tensor.Ones(10, 10);
        Assert.NotEqual(layer.Forward(x).ToArray(), layer.Forward(x).ToArray());
        layer.Eval();
        Assert.Equal(x.ToArray(), layer.Forward(x).ToArray());
    }

    [Fact]
    public void Dropout_of_nothing_draws_no_mask()
    {
        Dropout layer = new(0, random);
        Tensor x = Tensor.Ones(10, 10);
        Assert.Same(x, layer.Forward(x));
        Assert.Equal(0, layer.Counters[0].Value.Value);
    }

    [Fact]
    public void Dropout_goes_on_with_the_masks_it_would_have_drawn()
    {
        Dropout unbroken = new(0.5f, new MersenneTwister(3)), resumed = new(0.5f, new MersenneTwister(3));
        Tensor x = Tensor.Ones(10, 10);
        unbroken.Forward(x);
        resumed.Counters[0].Value.Value = unbroken.Counters[0].Value.Value;
        Assert.Equal(unbroken.Forward(x).ToArray(), resumed.Forward(x).ToArray());
    }
}
