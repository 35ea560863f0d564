using NeuroLab.Tensors;

namespace NeuroLab.Initialization;

/// <summary>Every value 1: right for the scale of a normalization layer.</summary>
public sealed record Ones : Initializer
{
    /// <inheritdoc/>
    public override double StandardDeviation(Shape shape) => 0;

    /// <inheritdoc/>
    public override void Fill(Tensor tensor, Random random) => (tensor ?? throw new ArgumentNullException(nameof(tensor))).Values.Fill(1);

    /// <summary>What it is called.</summary>
    public override string ToString() => "Ones";
}
