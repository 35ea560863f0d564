using NeuroLab.Layers;
using NeuroLab.Tensors;

namespace NeuroLab.Optimization;

/// <summary>
/// Stochastic gradient descent, with momentum if wanted: v = μ v + g, w = w - η v.
/// </summary>
/// <remarks>
/// Without momentum this is w = w - η g. The velocity v starts as the first gradient, as in PyTorch.
/// </remarks>
public sealed class Sgd : Optimizer
{
    private readonly Tensor[] velocities;

    /// <summary>Gradient descent on the given parameters.</summary>
    /// <param name="parameters">What it moves: most often <c>model.Parameters</c>.</param>
    /// <param name="learningRate">η, the size of a step.</param>
    /// <param name="momentum">μ, the part of the velocity that is kept from step to step; 0 or more, below 1.</param>
    public Sgd(IEnumerable<Parameter> parameters, float learningRate, float momentum = 0)
        : base(parameters, learningRate)
    {
        if (!(momentum >= 0 && momentum < 1))
            throw new ArgumentOutOfRangeException(nameof(momentum), $"Momentum is the part of the velocity that is kept, from 0 up to but not including 1, but {momentum} was given.");
        Momentum = momentum;
        velocities = momentum > 0 ? [.. Parameters.Select(parameter => new Tensor(parameter.Shape))] : [];
    }

    /// <summary>μ, the part of the velocity that is kept from step to step.</summary>
    public float Momentum { get; }

    /// <inheritdoc/>
    protected override void Update(int index, Tensor value, Tensor gradient)
    {
        Tensor direction = gradient;
        if (Momentum > 0)
        {
            direction = velocities[index];
            TensorPrimitives.MultiplyAdd(direction.Values, Momentum, gradient.Values, direction.Values);
        }
        TensorPrimitives.MultiplyAdd(direction.Values, -LearningRate, value.Values, value.Values);
    }
}
