using System.Globalization;
using NeuroLab.Tensors;

namespace NeuroLab.Initialization;

/// <summary>Values drawn from a normal (bell-shaped) distribution.</summary>
/// <param name="Mean">The centre.</param>
/// <param name="Spread">The standard deviation, 0 or more.</param>
public sealed record Normal(double Mean = 0, double Spread = 1) : Initializer
{
    /// <summary>The standard deviation.</summary>
    public double Spread { get; init; } = Spread >= 0
        ? Spread
        : throw new ArgumentOutOfRangeException(nameof(Spread), string.Create(CultureInfo.InvariantCulture, $"A standard deviation is 0 or more, but {Spread} was given."));

    /// <inheritdoc/>
    public override double StandardDeviation(Shape shape) => Spread;

    /// <inheritdoc/>
    public override void Fill(Tensor tensor, Random random) => FillNormal(tensor, Mean, Spread, random);

    /// <summary>What it is called, with its centre and spread.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"Normal({Mean:0.####}, {Spread:0.####})");
}
