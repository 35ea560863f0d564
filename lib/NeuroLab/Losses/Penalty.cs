using System.Globalization;
using NeuroLab.Layers;

namespace NeuroLab.Losses;

/// <summary>
/// A price on large weights that is added to the loss: regularization.
/// </summary>
/// <remarks>
/// In a training step it stands after the loss's backward pass and before the optimizer's step:
/// <code>
/// float loss = mse.Forward(model.Forward(x), target);
/// optimizer.ZeroGrad();
/// model.Backward(mse.Backward());
/// loss += penalty.AddToGradients();
/// optimizer.Step();
/// </code>
/// </remarks>
public abstract class Penalty
{
    private readonly Parameter[] parameters;

    /// <summary>A penalty.</summary>
    /// <param name="parameters">What it weighs on: most often a model's weights and not its biases, <c>model.Parameters.Where(p =&gt; p.Name == "weight")</c>.</param>
    /// <param name="strength">λ, how much it weighs; 0 or more.</param>
    protected Penalty(IEnumerable<Parameter> parameters, float strength)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        this.parameters = [.. parameters];
        if (this.parameters.Length == 0)
            throw new ArgumentException("There are no parameters to penalize. Give the penalty some of a model's Parameters.", nameof(parameters));
        if (!(strength >= 0) || float.IsInfinity(strength))
            throw new ArgumentOutOfRangeException(nameof(strength), string.Create(CultureInfo.InvariantCulture, $"The strength of a penalty is a number of 0 or more, such as 0.001, but {strength} was given."));
        Strength = strength;
    }

    /// <summary>What it weighs on.</summary>
    public IReadOnlyList<Parameter> Parameters => parameters;

    /// <summary>λ, how much it weighs.</summary>
    public float Strength { get; }

    /// <summary>The penalty of the parameters as they are. A strength of 0 is no penalty, even on an infinite weight.</summary>
    public float Value()
    {
        double sum = 0;
        for (int i = 0; Strength > 0 && i < parameters.Length; i++)
            sum += ValueOf(parameters[i].Value.Values);
        return (float)(Strength * sum);
    }

    /// <summary>Adds the penalty's gradient to that of each parameter.</summary>
    /// <returns>The penalty of the parameters as they are, to be added to the loss.</returns>
    public float AddToGradients()
    {
        for (int i = 0; Strength > 0 && i < parameters.Length; i++)
            AddGradient(parameters[i].Value.Values, parameters[i].Gradient.Values);
        return Value();
    }

    /// <summary>The name and the strength.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{GetType().Name}({Strength})");

    /// <summary>The penalty of some weights, before λ.</summary>
    /// <param name="weights">All weights of one parameter.</param>
    protected abstract double ValueOf(ReadOnlySpan<float> weights);

    /// <summary>Adds <see cref="Strength"/> times the gradient of <see cref="ValueOf"/>.</summary>
    /// <param name="weights">All weights of one parameter.</param>
    /// <param name="gradient">What it is added to, number by number.</param>
    protected abstract void AddGradient(ReadOnlySpan<float> weights, Span<float> gradient);
}
