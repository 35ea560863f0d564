using NeuroLab.Tensors;

namespace NeuroLab.Initialization;

/// <summary>
/// How many connections end in one output (fan-in) and start from one input (fan-out) of a layer.
/// </summary>
/// <param name="In">Inputs that one output sums: in, or in channels · kernel height · kernel width.</param>
/// <param name="Out">Outputs that one input reaches: out, or out channels · kernel height · kernel width.</param>
public readonly record struct Fan(int In, int Out)
{
    /// <summary>The fan of a weight.</summary>
    /// <param name="weight">Its shape: (out, in) or (out channels, in channels, kernel height, kernel width).</param>
    /// <exception cref="ShapeException">The shape has fewer than two axes, so it is not that of a weight.</exception>
    public static Fan Of(Shape weight)
    {
        ArgumentNullException.ThrowIfNull(weight);
        if (weight.Rank < 2)
        {
            throw new ShapeException($"The fan of a weight is read from its shape (out, in) or (out channels, in channels, kernel height, kernel width), but {weight} has {weight.Rank} axes. " +
                "A bias has no fan: start it with Zeros, Constant or Uniform.");
        }
        int kernel = 1;
        for (int axis = 2; axis < weight.Rank; axis++)
            kernel *= weight[axis];
        return new Fan(weight[1] * kernel, weight[0] * kernel);
    }

    /// <summary>The one of the two that a mode names.</summary>
    /// <param name="mode">Which.</param>
    public int By(FanMode mode) => mode == FanMode.In ? In : Out;
}
