using System.Globalization;
using NeuroLab.Tensors;

namespace NeuroLab.Initialization;

/// <summary>
/// Xavier (Glorot) start: keeps the spread of signals and of gradients alike, for activation functions that are straight around zero. Values are drawn from a normal distribution around 0.
/// </summary>
/// <remarks>The standard deviation is gain · √(2 / (fan-in + fan-out)). X. Glorot and Y. Bengio, "Understanding the difficulty of training deep feedforward neural networks", 2010.</remarks>
/// <param name="Gain">The <see cref="Initialization.Gain"/> of the activation function that follows.</param>
public sealed record XavierNormal(double Gain = Initialization.Gain.Linear) : Initializer
{
    /// <inheritdoc/>
    public override double StandardDeviation(Shape shape)
    {
        Fan fan = Fan.Of(shape);
        return Gain * Math.Sqrt(2.0 / (fan.In + fan.Out));
    }

    /// <inheritdoc/>
    public override void Fill(Tensor tensor, Random random)
    {
        ArgumentNullException.ThrowIfNull(tensor);
        FillNormal(tensor, 0, StandardDeviation(tensor.Shape), random);
    }

    /// <summary>What it is called, with its settings.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"XavierNormal(gain {Gain:0.####})");
}
