using NeuroLab.Data;
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
        Assert.Equal(MathF.Log(4), new CrossEntropyLoss().Forward(Tensor.Ones(2, 4), [0, 3]).ToScalar(), 1e-6f);
    }

    [Theory]
    [InlineData(1000)]
    [InlineData(-1000)]
    [InlineData(1e30f)]
    public void Huge_logits_give_finite_losses_and_gradients(float logit)
    {
        foreach (float smoothing in new[] { 0, 0.1f })
        {
            (float loss, Tensor gradient) = Run(new float[,] { { logit, 0, -logit } }, p => new CrossEntropyLoss(smoothing).Forward(p, [1]));
            Assert.True(float.IsFinite(loss));
            Assert.Equal(0, gradient.Sum(), 1e-6f);
        }
        (float binary, Tensor slope) = Run(new float[] { logit }, p => new BCEWithLogitsLoss().Forward(p, new float[] { 0 }));
        Assert.True(float.IsFinite(binary));
        Assert.InRange(slope[0], 0, 1);
    }

    [Theory]
    [InlineData(4)]
    [InlineData(-1)]
    [InlineData(int.MaxValue)]
    [InlineData(int.MinValue)]
    public void Labels_out_of_range_are_refused(int label)
    {
        string message = Assert.Throws<ArgumentOutOfRangeException>(() => new CrossEntropyLoss().Forward(new Tensor(2, 4), [0, label])).Message;
        Assert.Contains($"sample 1 is {label}", message);
        Assert.Contains("0 to 3", message);
        Assert.Contains("Count classes from 0", message);
    }

    [Fact]
    public void Wrong_shapes_are_refused_with_a_remedy()
    {
        Assert.Contains("same shape", Assert.Throws<ShapeException>(() => new MSELoss().Forward(new Tensor(4, 1), new Tensor(4))).Message);
        Assert.Contains("(batch, classes)", Assert.Throws<ShapeException>(() => new CrossEntropyLoss().Forward(new Tensor(4), new int[4])).Message);
        Assert.Contains("4 labels, but 5", Assert.Throws<ShapeException>(() => new CrossEntropyLoss().Forward(new Tensor(4, 3), new int[5])).Message);
        Assert.Contains("0 to 0", Assert.Throws<ArgumentOutOfRangeException>(() => new CrossEntropyLoss().Forward(new Tensor(1, 1), [1])).Message);
    }

    [Fact]
    public void Labels_and_values_are_not_taken_for_each_other()
    {
        string message = Assert.Throws<ArgumentException>(() => new CrossEntropyLoss().Forward(new Tensor(4, 3), new Tensor(4, 3))).Message;
        Assert.Contains("int[]", message);
        Assert.Contains("one-hot targets are not needed", message);
        Assert.Contains("WithTargetColumn", Assert.Throws<ArgumentException>(() => new L1Loss().Forward(new Tensor(4, 1), new int[4])).Message);
        Batch classes = Synthetic.Xor().Batches(4).Single(), column = Synthetic.Xor().WithTargetColumn().Batches(4).Single();
        Assert.Equal(0.5f, new L1Loss().Forward(new Tensor(4, 1), column).ToScalar());
        Assert.Equal(MathF.Log(2), new CrossEntropyLoss().Forward(new Tensor(4, 2), column).ToScalar(), 1e-6f);
        Assert.Contains("WithTargetColumn", Assert.Throws<InvalidOperationException>(() => new L1Loss().Forward(new Tensor(4, 1), classes)).Message);
    }

    [Fact]
    public void An_empty_batch_is_refused()
    {
        Assert.Contains("empty batch", Assert.Throws<ShapeException>(() => new MSELoss().Forward(new Tensor(0, 3), new Tensor(0, 3))).Message);
        Assert.Contains("empty batch", Assert.Throws<ShapeException>(() => new CrossEntropyLoss().Forward(new Tensor(0, 3), Array.Empty<int>())).Message);
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

    private static (float Loss, Tensor Gradient) Run(Tensor prediction, Func<Tensor, Tensor> loss)
    {
        prediction.RequiresGrad = true;
        Tensor value = loss(prediction);
        value.Backward();
        return (value.ToScalar(), prediction.Gradient!);
    }
}
