using NeuroLab.Layers;
using NeuroLab.Losses;
using NeuroLab.Tensors;

namespace NeuroLab.Tests.Losses;

/// <summary>What PyTorch 1.13 gives where logits, predictions or weights are infinite or not a number.</summary>
public sealed class InfiniteLogitsTests
{
    private const float Inf = float.PositiveInfinity, NaN = float.NaN, Huge = 3e38f;

    [Theory]
    [InlineData(new[] { -Inf, 1, 0 }, 1, 0f, 0.31326166f, new[] { 0, -0.2689414f, 0.26894143f })]
    [InlineData(new[] { -Inf, 1, 0 }, 0, 0f, Inf, new[] { -1, 0.7310586f, 0.26894143f })]
    [InlineData(new[] { 1, -Inf, 0 }, 0, 0f, 0.31326166f, new[] { -0.2689414f, 0, 0.26894143f })]
    [InlineData(new[] { -Inf, -Inf, 2 }, 1, 0f, Inf, new[] { 0f, -1, 1 })]
    [InlineData(new[] { -Inf, -Inf, 2 }, 2, 0f, 0f, new[] { 0f, 0, 0 })]
    [InlineData(new[] { Huge, -Huge, 0 }, 0, 0f, 0f, new[] { 0f, 0, 0 })]
    [InlineData(new[] { Huge, -Huge, 0 }, 1, 0f, Inf, new[] { 1f, -1, 0 })]
    [InlineData(new[] { Inf, 1, 0 }, 0, 0f, NaN, new[] { NaN, NaN, NaN })]
    [InlineData(new[] { -Inf, -Inf, -Inf }, 1, 0f, NaN, new[] { NaN, NaN, NaN })]
    [InlineData(new[] { NaN, 1, 0 }, 1, 0f, NaN, new[] { NaN, NaN, NaN })]
    [InlineData(new[] { -Inf, 1, 0 }, 1, 0.1f, Inf, new[] { -0.033333335f, -0.20227474f, 0.2356081f })]
    [InlineData(new[] { Huge, -Huge, 0 }, 0, 0.1f, Inf, new[] { 0.06666666f, -0.033333335f, -0.033333335f })]
    public void Cross_entropy_is_PyTorchs(float[] logits, int label, float smoothing, float expected, float[] gradient)
    {
        AssertLoss(expected, gradient, new Tensor(new Shape(1, 3), logits), prediction => new CrossEntropyLoss(smoothing).Forward(prediction, [label]));
    }

    // PyTorch's formula multiplies 0 by infinity where a logit is infinite and right, and gives NaN: there the limit is held.
    [Theory]
    [InlineData(Inf, 0f, Inf, 1f)]
    [InlineData(Inf, 1f, 0f, 0f)]
    [InlineData(Inf, 0.5f, Inf, 0.5f)]
    [InlineData(-Inf, 0f, 0f, 0f)]
    [InlineData(-Inf, 1f, Inf, -1f)]
    [InlineData(-Inf, 0.5f, Inf, -0.5f)]
    [InlineData(Huge, 1f, 0f, 0f)]
    [InlineData(-Huge, 1f, Huge, -1f)]
    [InlineData(NaN, 0f, NaN, NaN)]
    [InlineData(NaN, 1f, NaN, NaN)]
    public void Binary_cross_entropy_is_PyTorchs_or_the_limit(float logit, float target, float expected, float gradient)
    {
        AssertLoss(expected, [gradient], new float[] { logit }, p => new BCEWithLogitsLoss().Forward(p, new float[] { target }));
    }

    [Theory]
    [InlineData(Inf, 1f, Inf, 1f)]
    [InlineData(-Inf, Inf, Inf, -1f)]
    [InlineData(NaN, 1f, NaN, NaN)]
    [InlineData(Inf, Inf, NaN, NaN)]
    public void Hubers_loss_is_PyTorchs(float prediction, float target, float expected, float gradient)
    {
        AssertLoss(expected, [gradient], new float[] { prediction }, p => new HuberLoss().Forward(p, new float[] { target }));
    }

    [Theory]
    [InlineData(new[] { -Inf, 1, 0 }, new[] { 0, 0.7310586f, 0.26894143f }, new[] { -Inf, -0.31326166f, -1.3132616f })]
    [InlineData(new[] { Inf, 1, 0 }, new[] { NaN, NaN, NaN }, new[] { NaN, NaN, NaN })]
    [InlineData(new[] { -Inf, -Inf, -Inf }, new[] { NaN, NaN, NaN }, new[] { NaN, NaN, NaN })]
    [InlineData(new[] { Huge, -Huge, 0 }, new[] { 1f, 0, 0 }, new[] { 0f, -Inf, -Huge })]
    public void Softmax_and_its_logarithm_are_PyTorchs(float[] logits, float[] softmax, float[] logSoftmax)
    {
        Tensor x = new(new Shape(1, 3), logits);
        AssertClose(softmax, new Softmax().Forward(x));
        AssertClose(logSoftmax, new LogSoftmax().Forward(x));
    }

    [Fact]
    public void The_gradient_of_log_softmax_passes_a_class_that_is_ruled_out()
    {
        (_, Tensor dx) = new LogSoftmax().Pass(new Tensor(new Shape(1, 3), [-Inf, 1, 0]), new Tensor(new Shape(1, 3), [0, 1, 0]));
        AssertClose([0, 0.26894143f, -0.26894143f], dx);
    }

    [Fact]
    public void A_penalty_of_strength_0_is_no_penalty_whatever_the_weights()
    {
        Parameter weight = new("weight", new float[] { Inf, 1 });
        Assert.Equal(0, new L1Penalty([weight], 0).Forward().ToScalar());
        Assert.False(new L2Penalty([weight], 0).Forward().RequiresGrad);
        Tensor price = new L2Penalty([weight], 0.5f).Forward();
        price.Backward();
        Assert.Equal(Inf, price.ToScalar());
        Assert.Equal([Inf, 0.5f], weight.Gradient.ToArray());
    }

    private static void AssertLoss(float expected, float[] gradient, Tensor prediction, Func<Tensor, Tensor> loss)
    {
        prediction.RequiresGrad = true;
        Tensor value = loss(prediction);
        value.Backward();
        Assert.Equal(expected, value.ToScalar(), 1e-6f);
        AssertClose(gradient, prediction.Gradient!);
    }

    private static void AssertClose(float[] expected, Tensor actual)
    {
        Assert.Equal(expected.Length, actual.Length);
        for (int i = 0; i < expected.Length; i++)
            Assert.Equal(expected[i], actual.Values[i], 1e-6f);
    }
}
