using System.Globalization;
using NeuroLab.Tensors;

namespace NeuroLab.Initialization;

/// <summary>
/// Kaiming (He) start: keeps the spread of signals (fan-in) or of gradients (fan-out), for ReLU and its relatives. Values are drawn evenly from ±√3 · standard deviation, which has that spread.
/// </summary>
/// <remarks>The standard deviation is gain / √fan. K. He, X. Zhang, S. Ren and J. Sun, "Delving deep into rectifiers", 2015.</remarks>
/// <param name="Gain">The <see cref="Initialization.Gain"/> of the activation function that follows.</param>
/// <param name="Mode">Whether the forward or the backward pass keeps its spread.</param>
public sealed record KaimingUniform(double Gain = Initialization.Gain.ReLU, FanMode Mode = FanMode.In) : Initializer
{
    /// <inheritdoc/>
    public override double StandardDeviation(Shape shape) => Gain / Math.Sqrt(Fan.Of(shape).By(Mode));

    /// <inheritdoc/>
    public override void Fill(Tensor tensor, Random random)
    {
        ArgumentNullException.ThrowIfNull(tensor);
        double bound = Math.Sqrt(3) * StandardDeviation(tensor.Shape);
        FillUniform(tensor, -bound, bound, random);
    }

    /// <summary>What it is called, with its settings.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"KaimingUniform(gain {Gain:0.####}, fan-{(Mode == FanMode.In ? "in" : "out")})");
}
