using NeuroLab.Layers;
using NeuroLab.Tensors;

namespace NeuroLab.Optimization;

/// <summary>
/// A rule that moves parameters against their gradients, one <see cref="Step"/> at a time.
/// </summary>
public abstract class Optimizer
{
    private readonly Parameter[] parameters;
    private float learningRate;

    /// <summary>An optimizer of the given parameters.</summary>
    /// <param name="parameters">What it moves: most often <c>model.Parameters</c>.</param>
    /// <param name="learningRate">The size of a step, 0 or more.</param>
    /// <exception cref="ArgumentException">There are no parameters, or one is given twice.</exception>
    protected Optimizer(IEnumerable<Parameter> parameters, float learningRate)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        this.parameters = [.. parameters];
        if (this.parameters.Length == 0)
            throw new ArgumentException("There are no parameters to train. Give the optimizer a model's Parameters, after its layers have been added.", nameof(parameters));
        HashSet<Parameter> seen = [];
        foreach (Parameter parameter in this.parameters)
        {
            if (!seen.Add(parameter))
                throw new ArgumentException($"The parameter {parameter} was given twice, so each step would move it twice: give it once.", nameof(parameters));
        }
        LearningRate = learningRate;
    }

    /// <summary>What it moves.</summary>
    public IReadOnlyList<Parameter> Parameters => parameters;

    /// <summary>The size of a step. It may be changed between steps; schedules do.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The rate is negative or not a number.</exception>
    public float LearningRate
    {
        get => learningRate;
        set
        {
            if (!(value >= 0) || float.IsInfinity(value))
                throw new ArgumentOutOfRangeException(nameof(value), $"A learning rate is a number of 0 or more, such as 0.01, but {value} was given.");
            learningRate = value;
        }
    }

    /// <summary>How many steps have been made.</summary>
    public int StepCount { get; private set; }

    /// <summary>Moves every parameter once, along its gradient as the optimizer's rule says.</summary>
    public void Step()
    {
        StepCount++;
        for (int i = 0; i < parameters.Length; i++)
            Update(i, parameters[i].Value, parameters[i].Gradient);
    }

    /// <summary>Sets the gradient of every parameter to zero, ready for the next backward pass.</summary>
    public void ZeroGrad()
    {
        foreach (Parameter parameter in parameters)
            parameter.ZeroGrad();
    }

    /// <summary>The rule: moves one parameter.</summary>
    /// <param name="index">Which one, counted from 0; the key to what the optimizer remembers of it.</param>
    /// <param name="value">Its value, to be changed.</param>
    /// <param name="gradient">Its gradient; not to be changed.</param>
    protected abstract void Update(int index, Tensor value, Tensor gradient);
}
