using NeuroLab.Tensors;

namespace NeuroLab.Initialization;

/// <summary>Every value 0: right for biases, wrong for weights, whose units then all stay equal.</summary>
public sealed record Zeros : Initializer
{
    /// <inheritdoc/>
    public override double StandardDeviation(Shape shape) => 0;

    /// <inheritdoc/>
    public override void Fill(Tensor tensor, Random random) => (tensor ?? throw new ArgumentNullException(nameof(tensor))).Values.Clear();

    /// <summary>What it is called.</summary>
    public override string ToString() => "Zeros";
}
