using System.Globalization;
using NeuroLab.Tensors;

namespace NeuroLab.Initialization;

/// <summary>Values drawn evenly from a range. Their standard deviation is (high - low) / √12.</summary>
/// <param name="Low">The lowest value.</param>
/// <param name="High">The end of the range, not below <paramref name="Low"/>.</param>
public sealed record Uniform(double Low = 0, double High = 1) : Initializer
{
    /// <summary>The end of the range.</summary>
    public double High { get; init; } = High >= Low
        ? High
        : throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"A uniform range runs from low to high, but {Low} to {High} was given: exchange the two."), nameof(High));

    /// <inheritdoc/>
    public override double StandardDeviation(Shape shape) => (High - Low) / Math.Sqrt(12);

    /// <inheritdoc/>
    public override void Fill(Tensor tensor, Random random) => FillUniform(tensor, Low, High, random);

    /// <summary>What it is called, with its range.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"Uniform({Low:0.####}, {High:0.####})");
}
