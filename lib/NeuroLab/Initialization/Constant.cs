using System.Globalization;
using NeuroLab.Tensors;

namespace NeuroLab.Initialization;

/// <summary>Every value the same.</summary>
/// <param name="Value">The value.</param>
public sealed record Constant(float Value) : Initializer
{
    /// <inheritdoc/>
    public override double StandardDeviation(Shape shape) => 0;

    /// <inheritdoc/>
    public override void Fill(Tensor tensor, Random random) => (tensor ?? throw new ArgumentNullException(nameof(tensor))).Values.Fill(Value);

    /// <summary>What it is called, with its value.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"Constant({Value})");
}
