using System.Globalization;
using NeuroLab.Tensors;

namespace NeuroLab.Layers;

/// <summary>
/// Exponential linear unit, y = x above zero and α (exp(x) - 1) below: bends smoothly towards -α. Any shape.
/// </summary>
/// <remarks>D. Clevert, T. Unterthiner and S. Hochreiter, "Fast and accurate deep network learning by exponential linear units", 2015.</remarks>
/// <param name="alpha">α, how far below zero it goes.</param>
public sealed class ELU(float alpha = 1) : FormulaLayer
{
    /// <summary>α, how far below zero it goes.</summary>
    public float Alpha { get; } = alpha;

    /// <inheritdoc/>
    public override Shape OutputShape(Shape input) => input;

    /// <summary>y = x where x &gt; 0, else α (exp(x) - 1).</summary>
    protected override void Forward(Tensor x, Tensor y)
    {
        TensorPrimitives.ExpM1(x.Values, y.Values);
        TensorPrimitives.Multiply(y.Values, Alpha, y.Values);
        WherePositive.Choose(x.Values, x.Values, y.Values, y.Values);
    }

    /// <summary>dx = dy where x &gt; 0, else dy · α exp(x), which is dy (y + α).</summary>
    protected override void Backward(Tensor x, Tensor y, Tensor dy, Tensor dx)
    {
        TensorPrimitives.AddMultiply(y.Values, Alpha, dy.Values, dx.Values);
        WherePositive.Choose(x.Values, dy.Values, dx.Values, dx.Values);
    }

    /// <summary>The layer with its α, such as <c>ELU(1)</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"ELU({Alpha})");
}
