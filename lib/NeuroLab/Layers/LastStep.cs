using NeuroLab.Tensors;

namespace NeuroLab.Layers;

/// <summary>
/// Keeps the last step of each sequence, in PyTorch <c>y[:, -1]</c>: (batch, time, features) becomes (batch, features).
/// </summary>
public sealed class LastStep : FormulaLayer
{
    /// <inheritdoc/>
    public override Shape OutputShape(Shape input)
    {
        ArgumentNullException.ThrowIfNull(input);
        return input.Rank == 3 && input[1] > 0
            ? input.Without(1)
            : throw new ShapeException($"{Describe()} expects sequences of shape (batch, time, features) with at least one step, as Rnn gives them, but was given {input}.");
    }

    /// <summary>y = x of the last step.</summary>
    protected override void Forward(Tensor x, Tensor y)
    {
        for (int n = 0; n < x.Shape[0]; n++)
            LastOf(x, n).CopyTo(y.Values[(n * x.Shape[2])..]);
    }

    /// <summary>dx = dy at the last step, 0 at all others.</summary>
    protected override void Backward(Tensor x, Tensor y, Tensor dy, Tensor dx)
    {
        dx.Values.Clear();
        for (int n = 0; n < x.Shape[0]; n++)
            dy.Values.Slice(n * x.Shape[2], x.Shape[2]).CopyTo(LastOf(dx, n));
    }

    /// <summary>The name of the layer.</summary>
    public override string ToString() => "LastStep()";

    private static Span<float> LastOf(Tensor x, int n) => x.Values.Slice(((n + 1) * x.Shape[1] - 1) * x.Shape[2], x.Shape[2]);
}
