using System.Globalization;
using NeuroLab.Layers;
using NeuroLab.Tensors;

namespace NeuroLab.Optimization;

/// <summary>
/// Keeps gradients from growing without bound. It stands between the backward pass and the optimizer's step.
/// </summary>
/// <remarks>R. Pascanu, T. Mikolov and Y. Bengio, "On the difficulty of training recurrent neural networks", 2012.</remarks>
public static class GradientClipping
{
    /// <summary>Shortens all gradients together, so that they keep their direction, where their norm √ Σ g² is above a limit.</summary>
    /// <param name="parameters">Whose gradients: most often <c>model.Parameters</c>.</param>
    /// <param name="maxNorm">The limit, more than 0.</param>
    /// <returns>The norm before clipping.</returns>
    public static float ByNorm(IEnumerable<Parameter> parameters, float maxNorm)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        RequirePositive(maxNorm, nameof(maxNorm));
        Parameter[] all = [.. parameters];
        double squares = 0;
        foreach (Parameter parameter in all)
            squares += Statistics.SumOfSquares(parameter.Gradient.Values);
        double norm = Math.Sqrt(squares);
        // The small number is PyTorch's: it keeps the result just below the limit.
        float scale = (float)(maxNorm / (norm + 1e-6));
        if (scale < 1)
        {
            foreach (Parameter parameter in all)
                TensorPrimitives.Multiply(parameter.Gradient.Values, scale, parameter.Gradient.Values);
        }
        return (float)norm;
    }

    /// <summary>Cuts every number of every gradient to the range -limit to limit.</summary>
    /// <param name="parameters">Whose gradients: most often <c>model.Parameters</c>.</param>
    /// <param name="limit">The limit, more than 0.</param>
    public static void ByValue(IEnumerable<Parameter> parameters, float limit)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        RequirePositive(limit, nameof(limit));
        foreach (Parameter parameter in parameters)
            TensorPrimitives.Clamp(parameter.Gradient.Values, -limit, limit, parameter.Gradient.Values);
    }

    private static void RequirePositive(float limit, string name)
    {
        if (!(limit > 0))
            throw new ArgumentOutOfRangeException(name, string.Create(CultureInfo.InvariantCulture, $"The limit of gradient clipping is a number above 0, such as 1, but {limit} was given."));
    }
}
