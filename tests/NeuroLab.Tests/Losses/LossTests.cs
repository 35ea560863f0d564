using NeuroLab.Layers;
using NeuroLab.Losses;
using NeuroLab.Tensors;

namespace NeuroLab.Tests.Losses;

public sealed class LossTests
{
    private static readonly Tensor Prediction = new float[,] { { 1, 3 }, { -1, 0 } };
    private static readonly Tensor Target = new float[,] { { 0, 3 }, { 1, 0.5f } };

    [Fact]
    public void Losses_by_hand()
    {
        Assert.Equal((1 + 0 + 4 + 0.25f) / 4, new MSELoss().Forward(Prediction, Target).ToScalar());
        Assert.Equal((1 + 0 + 2 + 0.5f) / 4, new L1Loss().Forward(Prediction, Target).ToScalar());
        Assert.Equal((0.5f + 0 + 1.5f + 0.125f) / 4, new HuberLoss().Forward(Prediction, Target).ToScalar());
        Assert.Equal(MathF.Log(2), new BCEWithLogitsLoss().Forward(new float[] { 0 }, new float[] { 1 }).ToScalar(), 1e-6f);
        Assert.Equal(MathF.Log(4), new CrossEntropyLoss().Forward(Tensor.Ones(2, 4), new float[] { 0, 3 }).ToScalar(), 1e-6f);
    }

    [Theory]
    [InlineData(1000)]
    [InlineData(-1000)]
    [InlineData(1e30f)]
    public void Huge_logits_give_finite_losses_and_gradients(float logit)
    {
        foreach (float smoothing in new[] { 0, 0.1f })
        {
            (float loss, Tensor gradient) = Run(new CrossEntropyLoss(smoothing), new float[,] { { logit, 0, -logit } }, new float[] { 1 });
            Assert.True(float.IsFinite(loss));
            Assert.Equal(0, gradient.Sum(), 1e-6f);
        }
        (float binary, Tensor slope) = Run(new BCEWithLogitsLoss(), new float[] { logit }, new float[] { 0 });
        Assert.True(float.IsFinite(binary));
        Assert.InRange(slope[0], 0, 1);
    }

    [Theory]
    [InlineData(4f)]
    [InlineData(-1f)]
    [InlineData(1.5f)]
    [InlineData(float.NaN)]
    [InlineData(float.PositiveInfinity)]
    public void Labels_out_of_range_are_refused(float label)
    {
        string message = Assert.Throws<ArgumentOutOfRangeException>(() => new CrossEntropyLoss().Forward(new Tensor(2, 4), new float[] { 0, label })).Message;
        Assert.Contains("sample 1", message);
        Assert.Contains("0 to 3", message);
        Assert.Contains("Count classes from 0", message);
    }

    [Fact]
    public void Wrong_shapes_are_refused_with_a_remedy()
    {
        Assert.Contains("same shape", Assert.Throws<ShapeException>(() => new MSELoss().Forward(new Tensor(4, 1), new Tensor(4))).Message);
        Assert.Contains("(batch, classes)", Assert.Throws<ShapeException>(() => new CrossEntropyLoss().Forward(new Tensor(4), new Tensor(4))).Message);
        Assert.Contains("One-hot", Assert.Throws<ShapeException>(() => new CrossEntropyLoss().Forward(new Tensor(4, 3), new Tensor(4, 3))).Message);
        Assert.Contains("(4)", Assert.Throws<ShapeException>(() => new CrossEntropyLoss().Forward(new Tensor(4, 3), new Tensor(5))).Message);
    }

    [Fact]
    public void An_empty_batch_is_refused()
    {
        Assert.Contains("empty batch", Assert.Throws<ShapeException>(() => new MSELoss().Forward(new Tensor(0, 3), new Tensor(0, 3))).Message);
        Assert.Contains("empty batch", Assert.Throws<ShapeException>(() => new CrossEntropyLoss().Forward(new Tensor(0, 3), new Tensor(0))).Message);
    }

    [Theory]
    [InlineData(2f)]
    [InlineData(-0.1f)]
    [InlineData(float.NaN)]
    public void Binary_targets_are_probabilities(float target) => Assert.Contains("0 (no), 1 (yes)",
        Assert.Throws<ArgumentOutOfRangeException>(() => new BCEWithLogitsLoss().Forward(new Tensor(1), new float[] { target })).Message);

    [Fact]
    public void Settings_are_checked_and_printed()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new HuberLoss(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new CrossEntropyLoss(1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new CrossEntropyLoss(float.NaN));
        Assert.Equal(["MSELoss()", "HuberLoss(0.5)", "CrossEntropyLoss()", "CrossEntropyLoss(labelSmoothing: 0.1)"],
            new Loss[] { new MSELoss(), new HuberLoss(0.5f), new CrossEntropyLoss(), new CrossEntropyLoss(0.1f) }.Select(loss => loss.ToString()));
    }

    [Fact]
    public void Penalties_by_hand()
    {
        Parameter weight = new("weight", new float[] { 3, -4, 0 });
        Tensor penalty = new L1Penalty([weight], 0.1f).Forward();
        penalty.Backward();
        Assert.Equal(0.7f, penalty.ToScalar(), 1e-6f);
        Assert.Equal([0.1f, -0.1f, 0], weight.Gradient.ToArray());
        weight.ZeroGrad();
        penalty = new L2Penalty([weight], 0.1f).Forward();
        penalty.Backward();
        Assert.Equal(1.25f, penalty.ToScalar(), 1e-6f);
        Assert.True(weight.Gradient.AllClose(new float[] { 0.3f, -0.4f, 0 }));
        Assert.Equal("L2Penalty(0.1)", new L2Penalty([weight], 0.1f).ToString());
        Assert.Contains("no parameters", Assert.Throws<ArgumentException>(() => new L1Penalty([], 0.1f)).Message);
        Assert.Throws<ArgumentOutOfRangeException>(() => new L1Penalty([weight], -1));
    }

    private static (float Loss, Tensor Gradient) Run(Loss loss, Tensor prediction, Tensor target)
    {
        prediction.RequiresGrad = true;
        Tensor value = loss.Forward(prediction, target);
        value.Backward();
        return (value.ToScalar(), prediction.Gradient!);
    }
}
