namespace NeuroLab.Initialization;

/// <summary>
/// By how much weights must be larger to make up for what an activation function takes from the spread of its input. The
/// values are those of PyTorch's <c>calculate_gain</c>.
/// </summary>
public static class Gain
{
    /// <summary>No activation function: 1.</summary>
    public const double Linear = 1;

    /// <summary>Sigmoid: 1.</summary>
    public const double Sigmoid = 1;

    /// <summary>Tanh: 5/3.</summary>
    public const double Tanh = 5.0 / 3;

    /// <summary>ReLU stops half of what comes in, so the variance must double: √2.</summary>
    public const double ReLU = 1.4142135623730951;

    /// <summary>Leaky ReLU: √(2 / (1 + slope²)).</summary>
    /// <param name="negativeSlope">Its slope below zero.</param>
    public static double LeakyReLU(double negativeSlope = 0.01) => Math.Sqrt(2 / (1 + negativeSlope * negativeSlope));
}
