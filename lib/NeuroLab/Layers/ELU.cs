using System.Globalization;
using NeuroLab.Ops;
using NeuroLab.Tensors;

namespace NeuroLab.Layers;

/// <summary>
/// Exponential linear unit, y = x above zero and α (exp(x) - 1) below: bends smoothly towards -α. Any shape.
/// </summary>
/// <remarks>D. Clevert, T. Unterthiner and S. Hochreiter, "Fast and accurate deep network learning by exponential linear units", 2015.</remarks>
/// <param name="alpha">α, how far below zero it goes.</param>
public sealed class ELU(float alpha = 1) : Layer
{
    /// <summary>α, how far below zero it goes.</summary>
    public float Alpha { get; } = alpha;

    /// <inheritdoc/>
    public override Shape OutputShape(Shape input) => input;

    /// <inheritdoc/>
    protected override Tensor ForwardCore(Tensor x) => ELUOp.Of(x, Alpha);

    /// <summary>The layer with its α, such as <c>ELU(1)</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"ELU({Alpha})");
}
