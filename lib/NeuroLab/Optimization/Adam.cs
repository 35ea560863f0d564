using NeuroLab.Layers;
using NeuroLab.Tensors;

namespace NeuroLab.Optimization;

/// <summary>
/// Adam: momentum, with every weight's step divided by the recent size of its gradients.
/// </summary>
/// <remarks>
/// m = β₁ m + (1 - β₁) g, v = β₂ v + (1 - β₂) g², w = w - η m̂ / (√v̂ + ε), where m̂ = m / (1 - β₁ᵗ) and v̂ = v / (1 - β₂ᵗ) make up for the
/// start at zero, t being the number of the step. D. Kingma and J. Ba, "Adam: a method for stochastic optimization", 2014.
/// </remarks>
public class Adam : Optimizer
{
    private readonly Tensor[] means, squares;

    /// <summary>Adam on the given parameters.</summary>
    /// <param name="parameters">What it moves: most often <c>model.Parameters</c>.</param>
    /// <param name="learningRate">η, the size of a step.</param>
    /// <param name="beta1">β₁, the part of m that is kept from step to step.</param>
    /// <param name="beta2">β₂, the part of v that is kept from step to step.</param>
    /// <param name="epsilon">ε, which keeps the division possible.</param>
    /// <param name="weightDecay">λ, which adds λ w to the gradient. <see cref="AdamW"/> decays more evenly.</param>
    public Adam(IEnumerable<Parameter> parameters, float learningRate = 0.001f, float beta1 = 0.9f, float beta2 = 0.999f, float epsilon = 1e-8f, float weightDecay = 0)
        : base(parameters, learningRate, weightDecay)
    {
        Beta1 = Fraction(beta1, "β₁ of Adam", nameof(beta1));
        Beta2 = Fraction(beta2, "β₂ of Adam", nameof(beta2));
        Epsilon = AtLeastZero(epsilon, "epsilon", nameof(epsilon));
        means = Remember("exp_avg");
        squares = Remember("exp_avg_sq");
    }

    /// <summary>β₁, the part of m that is kept from step to step.</summary>
    public float Beta1 { get; }

    /// <summary>β₂, the part of v that is kept from step to step.</summary>
    public float Beta2 { get; }

    /// <summary>ε, which keeps the division possible.</summary>
    public float Epsilon { get; }

    /// <summary>g = gradient + λ w, m = β₁ m + (1 - β₁) g, v = β₂ v + (1 - β₂) g², w = w - η m̂ / (√v̂ + ε).</summary>
    protected override void Update(ParameterPart part) => Move(part, WeightDecay);

    private protected void Move(ParameterPart part, float addedDecay)
    {
        float rate = (float)(LearningRate / (1 - Math.Pow(Beta1, StepCount)));
        float correction = (float)(1 / Math.Sqrt(1 - Math.Pow(Beta2, StepCount)));
        Span<float> w = part.Value, m = part.Of(means), v = part.Of(squares), scratch = stackalloc float[w.Length];
        scoped ReadOnlySpan<float> g = part.Gradient;
        if (addedDecay > 0)
        {
            Span<float> decayed = stackalloc float[w.Length];
            TensorPrimitives.MultiplyAdd(w, addedDecay, g, decayed);
            g = decayed;
        }

        // m = β₁ m + (1 - β₁) g
        TensorPrimitives.Multiply(m, Beta1, m);
        TensorPrimitives.MultiplyAdd(g, 1 - Beta1, m, m);

        // v = β₂ v + (1 - β₂) g²
        TensorPrimitives.Multiply(g, g, scratch);
        TensorPrimitives.Multiply(v, Beta2, v);
        TensorPrimitives.MultiplyAdd(scratch, 1 - Beta2, v, v);

        // w = w - η m̂ / (√v̂ + ε)
        TensorPrimitives.Sqrt(v, scratch);
        TensorPrimitives.Multiply(scratch, correction, scratch);
        TensorPrimitives.Add(scratch, Epsilon, scratch);
        TensorPrimitives.Divide(m, scratch, scratch);
        TensorPrimitives.MultiplyAdd(scratch, -rate, w, w);
    }
}
