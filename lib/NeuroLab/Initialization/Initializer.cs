using NeuroLab.Tensors;

namespace NeuroLab.Initialization;

/// <summary>
/// A way to choose starting values. It is a value itself: it can be kept in a list, compared and printed.
/// </summary>
/// <example>
/// <code>
/// Initializer start = new KaimingNormal();
/// start.Fill(layer.Weight, random);
/// start.StandardDeviation(layer.Weight.Shape);   // √(2 / in)
/// </code>
/// </example>
public abstract record Initializer
{
    /// <summary>The standard deviation that the values have in theory, for a tensor of the given shape.</summary>
    /// <param name="shape">(out, in), or (out channels, in channels, kernel height, kernel width).</param>
    public abstract double StandardDeviation(Shape shape);

    /// <summary>Overwrites every element of a tensor.</summary>
    /// <param name="tensor">The tensor.</param>
    /// <param name="random">Where random numbers come from: one seed gives one start.</param>
    public abstract void Fill(Tensor tensor, Random random);

    /// <summary>A new tensor with starting values.</summary>
    /// <param name="shape">Its shape.</param>
    /// <param name="random">Where random numbers come from.</param>
    public Tensor Create(Shape shape, Random random)
    {
        Tensor tensor = new(shape);
        Fill(tensor, random);
        return tensor;
    }

    private protected static void FillUniform(Tensor tensor, double low, double high, Random random)
    {
        ArgumentNullException.ThrowIfNull(tensor);
        ArgumentNullException.ThrowIfNull(random);
        foreach (ref float value in tensor.Values)
            value = (float)(low + (high - low) * random.NextDouble());
    }

    private protected static void FillNormal(Tensor tensor, double mean, double standardDeviation, Random random)
    {
        ArgumentNullException.ThrowIfNull(tensor);
        ArgumentNullException.ThrowIfNull(random);
        foreach (ref float value in tensor.Values)
            value = (float)MathNet.Numerics.Distributions.Normal.Sample(random, mean, standardDeviation);
    }
}
