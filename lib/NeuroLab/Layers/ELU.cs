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
        for (int i = 0; i < y.Length; i++)
            y.Values[i] = x.Values[i] > 0 ? x.Values[i] : Alpha * y.Values[i];
    }

    /// <summary>dx = dy where x &gt; 0, else dy · α exp(x), which is dy (y + α).</summary>
    protected override void Backward(Tensor x, Tensor y, Tensor dy, Tensor dx)
    {
        for (int i = 0; i < dx.Length; i++)
            dx.Values[i] = x.Values[i] > 0 ? dy.Values[i] : dy.Values[i] * (y.Values[i] + Alpha);
    }

    /// <summary>The layer with its α, such as <c>ELU(1)</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"ELU({Alpha})");
}
