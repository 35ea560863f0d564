using NeuroLab.Layers;
using NeuroLab.Tensors;

namespace NeuroLab.Optimization;

/// <summary>
/// AdaGrad: every weight has a rate of its own, which falls with all the gradients it has seen: s = s + g², w = w - η g / (√s + ε).
/// </summary>
/// <remarks>J. Duchi, E. Hazan and Y. Singer, "Adaptive subgradient methods for online learning and stochastic optimization", 2011.</remarks>
public sealed class Adagrad : Optimizer
{
    private readonly Tensor[] sums;

    /// <summary>AdaGrad on the given parameters.</summary>
    /// <param name="parameters">What it moves: most often <c>model.Parameters</c>.</param>
    /// <param name="learningRate">η, the size of a step.</param>
    /// <param name="learningRateDecay">By how much the rate falls besides: η / (1 + decay · steps made before).</param>
    /// <param name="weightDecay">λ, which adds λ w to the gradient.</param>
    /// <param name="initialSum">What s starts with.</param>
    /// <param name="epsilon">ε, which keeps the division possible.</param>
    public Adagrad(IEnumerable<Parameter> parameters, float learningRate = 0.01f, float learningRateDecay = 0, float weightDecay = 0, float initialSum = 0, float epsilon = 1e-10f)
        : base(parameters, learningRate, weightDecay)
    {
        LearningRateDecay = AtLeastZero(learningRateDecay, "decay of the learning rate", nameof(learningRateDecay));
        Epsilon = AtLeastZero(epsilon, "epsilon", nameof(epsilon));
        sums = Remember("sum", AtLeastZero(initialSum, "initial sum", nameof(initialSum)));
    }

    /// <summary>By how much the rate falls besides.</summary>
    public float LearningRateDecay { get; }

    /// <summary>ε, which keeps the division possible.</summary>
    public float Epsilon { get; }

    /// <summary>g = gradient + λ w, s = s + g², w = w - η g / (√s + ε).</summary>
    protected override void Update(ParameterPart part)
    {
        float rate = LearningRate / (1 + (StepCount - 1) * LearningRateDecay);
        Span<float> w = part.Value, s = part.Of(sums);
        ReadOnlySpan<float> gradients = part.Gradient;
        for (int i = 0; i < w.Length; i++)
        {
            float g = WeightDecay > 0 ? gradients[i] + WeightDecay * w[i] : gradients[i];
            s[i] += g * g;
            w[i] -= rate * g / (MathF.Sqrt(s[i]) + Epsilon);
        }
    }
}
