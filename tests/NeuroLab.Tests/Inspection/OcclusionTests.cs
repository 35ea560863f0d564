using NeuroLab.Inspection;
using NeuroLab.Layers;
using NeuroLab.Tensors;

namespace NeuroLab.Tests.Inspection;

public sealed class OcclusionTests
{
    private readonly Sequential ink = Ink();
    private readonly Tensor picture = new(new Shape(1, 1, 3, 4), [0, 0, 0, 0, 0, 2, 0, 0, 0, 0, 0, 0]);

    [Fact]
    public void The_answer_falls_where_the_card_covers_what_it_rests_on()
    {
        Tensor lost = Occlusion.Of(ink, picture, label: 1, size: 2, step: 1, grey: 0);

        float all = Sigmoid(2) - Sigmoid(0);
        Assert.Equal(new Shape(2, 3), lost.Shape);
        Assert.True(lost.AllClose(new float[,] { { all, all, 0 }, { all, all, 0 } }, 1e-6f));
        Assert.Equal(2, picture.Sum());
    }

    [Fact]
    public void The_card_moves_by_the_step() => Assert.Equal(new Shape(1, 2), Occlusion.Of(ink, picture, label: 0, size: 2, step: 2).Shape);

    [Fact]
    public void A_wrong_picture_card_or_class_is_explained()
    {
        Assert.Contains("Use Rows(..1)", Assert.Throws<ArgumentException>(() => Occlusion.Of(ink, new Tensor(2, 1, 3, 4), 0)).Message, StringComparison.Ordinal);
        Assert.Contains("larger than the picture", Assert.Throws<ArgumentException>(() => Occlusion.Of(ink, picture, 0)).Message, StringComparison.Ordinal);
        Assert.Contains("2 classes apart, 0 to 1, but class 2", Assert.Throws<ArgumentOutOfRangeException>(() => Occlusion.Of(ink, picture, 2, size: 2)).Message, StringComparison.Ordinal);
    }

    /// <summary>Logits 0 and the sum of all ink.</summary>
    private static Sequential Ink()
    {
        Linear sum = new(12, 2, new Random(1), bias: false);
        sum.Weight.Value.CopyFrom(new Tensor(new Shape(2, 12), [.. Enumerable.Range(0, 24).Select(i => i < 12 ? 0f : 1f)]));
        return [new Flatten(), sum];
    }

    private static float Sigmoid(float z) => 1 / (1 + MathF.Exp(-z));
}
