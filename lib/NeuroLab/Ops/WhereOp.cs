using NeuroLab.Tensors;

namespace NeuroLab.Ops;

/// <summary>Chooses between two tensors at each place. Shapes: condition, a, b and y any, all the same; a condition is met where it is not 0.</summary>
internal sealed class WhereOp : Operation
{
    internal static Tensor Of(Tensor condition, Tensor a, Tensor b) => Take<WhereOp>(condition.NeedsGradient ? condition.Detach() : condition, a, b).Run();

    /// <summary>y = a where the condition is not 0, else b.</summary>
    protected override void Forward(Tensor y) => Choose(Input(0).Values, Input(1).Values, Input(2).Values, y.Values);

    /// <summary>da = dy where the condition is not 0, else 0; db = the other way round.</summary>
    protected override void Backward(Tensor y, Tensor dy)
    {
        if (GradientOf(1) is { } da)
            Choose(Input(0).Values, dy.Values, default, da.Values);
        if (GradientOf(2) is { } db)
            Choose(Input(0).Values, default, dy.Values, db.Values);
    }

    /// <summary>Nothing at all stands for zeros.</summary>
    private static void Choose(ReadOnlySpan<float> condition, ReadOnlySpan<float> a, ReadOnlySpan<float> b, Span<float> result)
    {
        for (int i = 0; i < result.Length; i++)
        {
            ReadOnlySpan<float> chosen = condition[i] != 0 ? a : b;
            result[i] = chosen.IsEmpty ? 0 : chosen[i];
        }
    }
}
