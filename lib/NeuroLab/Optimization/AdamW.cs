using NeuroLab.Layers;

namespace NeuroLab.Optimization;

/// <summary>
/// Adam with weight decay of its own: every weight shrinks by the same part, w = w - η λ w, whatever its gradients are like.
/// </summary>
/// <remarks>I. Loshchilov and F. Hutter, "Decoupled weight decay regularization", 2017.</remarks>
/// <param name="parameters">What it moves: most often <c>model.Parameters</c>.</param>
/// <param name="learningRate">η, the size of a step.</param>
/// <param name="beta1">β₁, the part of m that is kept from step to step.</param>
/// <param name="beta2">β₂, the part of v that is kept from step to step.</param>
/// <param name="epsilon">ε, which keeps the division possible.</param>
/// <param name="weightDecay">λ, the part of each weight that is taken away, times η.</param>
public sealed class AdamW(IEnumerable<Parameter> parameters, float learningRate = 0.001f, float beta1 = 0.9f, float beta2 = 0.999f, float epsilon = 1e-8f, float weightDecay = 0.01f)
    : Adam(parameters, learningRate, beta1, beta2, epsilon, weightDecay)
{
    /// <summary>w = (1 - η λ) w, then Adam's step without weight decay.</summary>
    protected override void Update(ParameterPart part)
    {
        TensorPrimitives.Multiply(part.Value, 1 - LearningRate * WeightDecay, part.Value);
        Move(part, addedDecay: 0);
    }
}
