using NeuroLab.Layers;
using NeuroLab.Tensors;

namespace NeuroLab.Optimization;

/// <summary>
/// Stochastic gradient descent, with momentum if wanted: v = μ v + g, w = w - η v.
/// </summary>
/// <remarks>
/// Without momentum this is w = w - η g. The velocity v starts as the first gradient, as in PyTorch. Nesterov's form looks one
/// step ahead, w = w - η (g + μ v): I. Sutskever et al., "On the importance of initialization and momentum in deep learning", 2013.
/// </remarks>
public sealed class SGD : Optimizer
{
    private readonly Tensor[] velocities;

    /// <summary>Gradient descent on the given parameters.</summary>
    /// <param name="parameters">What it moves: most often <c>model.Parameters</c>.</param>
    /// <param name="learningRate">η, the size of a step.</param>
    /// <param name="momentum">μ, the part of the velocity that is kept from step to step; 0 or more, below 1.</param>
    /// <param name="nesterov">Whether to look one step ahead; it needs momentum.</param>
    /// <param name="weightDecay">λ, which adds λ w to the gradient.</param>
    public SGD(IEnumerable<Parameter> parameters, float learningRate, float momentum = 0, bool nesterov = false, float weightDecay = 0)
        : base(parameters, learningRate, weightDecay)
    {
        Momentum = Fraction(momentum, "momentum", nameof(momentum));
        if (nesterov && momentum == 0)
            throw new ArgumentException("Nesterov's form looks ahead along the velocity, so it needs momentum: give one, such as momentum: 0.9.", nameof(nesterov));
        Nesterov = nesterov;
        velocities = momentum > 0 ? Remember("momentum_buffer") : [];
    }

    /// <summary>μ, the part of the velocity that is kept from step to step.</summary>
    public float Momentum { get; }

    /// <summary>Whether it looks one step ahead.</summary>
    public bool Nesterov { get; }

    /// <summary>g = gradient + λ w, v = μ v + g, w = w - η v (or, looking ahead, w = w - η (g + μ v)).</summary>
    protected override void Update(ParameterPart part)
    {
        Span<float> w = part.Value, scratch = stackalloc float[part.Length];
        scoped ReadOnlySpan<float> step = part.Gradient;
        if (WeightDecay > 0)
        {
            TensorPrimitives.MultiplyAdd(w, WeightDecay, step, scratch);
            step = scratch;
        }
        if (Momentum > 0)
        {
            Span<float> v = part.Of(velocities);
            TensorPrimitives.MultiplyAdd(v, Momentum, step, v);
            if (Nesterov)
                TensorPrimitives.MultiplyAdd(v, Momentum, step, scratch);
            step = Nesterov ? scratch : v;
        }
        TensorPrimitives.MultiplyAdd(step, -LearningRate, w, w);
    }
}
