using NeuroLab.Initialization;

namespace NeuroLab.Layers;

/// <summary>Starts layers anew by an <see cref="Initializer"/>.</summary>
/// <example>
/// <code>
/// new KaimingNormal().FillWeights(model, random);
/// </code>
/// </example>
public static class LayerStart
{
    /// <summary>Overwrites the value of a parameter.</summary>
    /// <param name="start">How starting values are chosen.</param>
    /// <param name="parameter">The parameter.</param>
    /// <param name="random">Where random numbers come from.</param>
    public static void Fill(this Initializer start, Parameter parameter, Random random)
    {
        ArgumentNullException.ThrowIfNull(start);
        ArgumentNullException.ThrowIfNull(parameter);
        start.Fill(parameter.Value, random);
    }

    /// <summary>
    /// Overwrites the weights of a whole model: every parameter of two axes or more. Biases, and the scales of normalization
    /// layers, keep the start that their layers gave them.
    /// </summary>
    /// <param name="start">How starting values are chosen.</param>
    /// <param name="model">The model.</param>
    /// <param name="random">Where random numbers come from.</param>
    public static void FillWeights(this Initializer start, Layer model, Random random)
    {
        ArgumentNullException.ThrowIfNull(model);
        foreach (Parameter parameter in model.Parameters.Where(parameter => parameter.Shape.Rank >= 2))
            start.Fill(parameter, random);
    }
}
