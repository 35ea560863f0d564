using System.Globalization;
using NeuroLab.Layers;
using NeuroLab.Tensors;

namespace NeuroLab.Losses;

/// <summary>
/// A price on large weights that is added to the loss: regularization.
/// </summary>
/// <example>
/// <code>
/// Tensor loss = mse.Forward(model.Forward(x), target) + penalty.Forward();
/// </code>
/// </example>
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

    /// <summary>The penalty of the parameters as they are, to be added to the loss. A strength of 0 is no penalty, even on an infinite weight.</summary>
    /// <returns>A tensor of one number.</returns>
    public Tensor Forward()
    {
        if (Strength == 0)
            return Tensor.Scalar(0);
        Tensor sum = Of(parameters[0].Value);
        for (int i = 1; i < parameters.Length; i++)
            sum += Of(parameters[i].Value);
        return Strength * sum;
    }

    /// <summary>The name and the strength.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{GetType().Name}({Strength})");

    /// <summary>The penalty of one parameter, before λ: a tensor of one number.</summary>
    /// <param name="weights">The parameter's value.</param>
    protected abstract Tensor Of(Tensor weights);
}
