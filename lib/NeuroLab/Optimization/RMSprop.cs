using NeuroLab.Layers;
using NeuroLab.Tensors;

namespace NeuroLab.Optimization;

/// <summary>
/// RMSProp: every weight's step is divided by the recent size of its gradients: s = α s + (1 - α) g², w = w - η g / (√s + ε).
/// </summary>
/// <remarks>T. Tieleman and G. Hinton, lecture 6.5 of "Neural networks for machine learning", 2012.</remarks>
public sealed class RMSprop : Optimizer
{
    private readonly Tensor[] squares, means, velocities;

    /// <summary>RMSProp on the given parameters.</summary>
    /// <param name="parameters">What it moves: most often <c>model.Parameters</c>.</param>
    /// <param name="learningRate">η, the size of a step.</param>
    /// <param name="alpha">α, the part of s that is kept from step to step.</param>
    /// <param name="epsilon">ε, which keeps the division possible.</param>
    /// <param name="weightDecay">λ, which adds λ w to the gradient.</param>
    /// <param name="momentum">μ, the part of the velocity that is kept from step to step.</param>
    /// <param name="centered">Whether to divide by the recent spread of the gradients instead of their size.</param>
    public RMSprop(IEnumerable<Parameter> parameters, float learningRate = 0.01f, float alpha = 0.99f, float epsilon = 1e-8f, float weightDecay = 0, float momentum = 0, bool centered = false)
        : base(parameters, learningRate, weightDecay)
    {
        Alpha = Fraction(alpha, "smoothing α", nameof(alpha));
        Epsilon = AtLeastZero(epsilon, "epsilon", nameof(epsilon));
        Momentum = Fraction(momentum, "momentum", nameof(momentum));
        Centered = centered;
        squares = Remember("square_avg");
        means = centered ? Remember("grad_avg") : [];
        velocities = momentum > 0 ? Remember("momentum_buffer") : [];
    }

    /// <summary>α, the part of s that is kept from step to step.</summary>
    public float Alpha { get; }

    /// <summary>ε, which keeps the division possible.</summary>
    public float Epsilon { get; }

    /// <summary>μ, the part of the velocity that is kept from step to step.</summary>
    public float Momentum { get; }

    /// <summary>Whether it divides by the recent spread of the gradients instead of their size.</summary>
    public bool Centered { get; }

    /// <summary>
    /// g = gradient + λ w, s = α s + (1 - α) g², w = w - η g / (√s + ε). Centered, s less the square of the recent mean of g stands
    /// under the root; with momentum, v = μ v + g / (√s + ε) and w = w - η v.
    /// </summary>
    protected override void Update(ParameterPart part)
    {
        Span<float> w = part.Value, s = part.Of(squares);
        Span<float> mean = Centered ? part.Of(means) : [], v = Momentum > 0 ? part.Of(velocities) : [];
        ReadOnlySpan<float> gradients = part.Gradient;
        float rate = LearningRate;
        for (int i = 0; i < w.Length; i++)
        {
            float g = WeightDecay > 0 ? gradients[i] + WeightDecay * w[i] : gradients[i];
            s[i] = Alpha * s[i] + (1 - Alpha) * g * g;
            float spread = s[i];
            if (Centered)
            {
                mean[i] = Alpha * mean[i] + (1 - Alpha) * g;
                spread -= mean[i] * mean[i];
            }
            float step = g / (MathF.Sqrt(spread) + Epsilon);
            if (Momentum > 0)
            {
                v[i] = Momentum * v[i] + step;
                step = v[i];
            }
            w[i] -= rate * step;
        }
    }
}
