using System.Globalization;
using NeuroLab.Layers;
using NeuroLab.Kernels;
using NeuroLab.Tensors;

namespace NeuroLab.Optimization;

/// <summary>
/// A rule that moves parameters against their gradients, one <see cref="Step"/> at a time.
/// </summary>
/// <remarks>
/// Parameters are moved in parts of some thousand numbers, several at a time where there are several threads. Each number is
/// moved by itself, so it makes no difference to the result who moves it.
/// </remarks>
public abstract class Optimizer : IParts
{
    /// <summary>The most numbers in a part: the value, the gradient and what a rule remembers of it fit into a first-level cache.</summary>
    private const int MostNumbers = 1024;

    /// <summary>So many parts are worth a thread's while.</summary>
    private const int PartsOfPiece = 8;

    private readonly Parameter[] parameters;
    private readonly (int Index, int Start)[] parts;
    private readonly OrderedDictionary<string, Tensor> state = [];
    private readonly Dictionary<string, Counter> counters = [];
    private readonly Counter stepCount = new();
    private readonly Tensor learningRate = Tensor.Scalar(0);

    /// <summary>An optimizer of the given parameters.</summary>
    /// <param name="parameters">What it moves: most often <c>model.Parameters</c>.</param>
    /// <param name="learningRate">The size of a step, 0 or more.</param>
    /// <param name="weightDecay">See <see cref="WeightDecay"/>.</param>
    /// <exception cref="ArgumentException">There are no parameters, or one is given twice.</exception>
    protected Optimizer(IEnumerable<Parameter> parameters, float learningRate, float weightDecay = 0)
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
        parts = [.. this.parameters.SelectMany((parameter, index) => PartsOf(parameter, index))];
        LearningRate = learningRate;
        WeightDecay = AtLeastZero(weightDecay, "weight decay", nameof(weightDecay));
        counters.Add("step", stepCount);
        state.Add("learning_rate", this.learningRate);
    }

    /// <summary>What it moves.</summary>
    public IReadOnlyList<Parameter> Parameters => parameters;

    /// <summary>The size of a step. It may be changed between steps; schedules do.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The rate is negative or not a number.</exception>
    public float LearningRate
    {
        get => learningRate.Values[0];
        set => learningRate.Values[0] = AtLeastZero(value, "learning rate", nameof(value));
    }

    /// <summary>λ, the part of each value that is added to its gradient, so that unused weights shrink: the gradient of λ/2 Σ w².</summary>
    public float WeightDecay { get; }

    /// <summary>How many steps have been made.</summary>
    public long StepCount => stepCount.Value;

    /// <summary>
    /// All numbers that it remembers from step to step, by name: <c>learning_rate</c>, and for each parameter, counted from 0 as
    /// PyTorch does, what the rule keeps, such as <c>0.momentum_buffer</c>. Writing into these tensors, and into
    /// <see cref="Counters"/>, sets the optimizer back to where they were saved.
    /// </summary>
    public IReadOnlyDictionary<string, Tensor> State => state;

    /// <summary>What it counts, by name: <c>step</c>.</summary>
    public IReadOnlyDictionary<string, Counter> Counters => counters;

    /// <summary>Moves every parameter once, along its gradient as the optimizer's rule says. Frozen ones stay as they are.</summary>
    /// <exception cref="InvalidOperationException">A parameter has no gradient: no loss went back to it since the last step.</exception>
    public void Step()
    {
        RequireGradients();
        stepCount.Value++;
        Workers.Run(this, (parts.Length + PartsOfPiece - 1) / PartsOfPiece);
    }

    void IParts.Do(int part)
    {
        for (int i = part * PartsOfPiece; i < Math.Min(parts.Length, (part + 1) * PartsOfPiece); i++)
        {
            (int index, int start) = parts[i];
            Parameter parameter = parameters[index];
            if (!parameter.RequiresGrad)
                continue;
            Update(new ParameterPart(index, parameter.Value, parameter.Gradient, start, Math.Min(MostNumbers, parameter.Value.Length - start)));
        }
    }

    /// <summary>A gradient that nobody ever gave is most often a mistake: a part of the model that was left out, or a number taken out of a tensor on the way.</summary>
    private void RequireGradients()
    {
        foreach (Parameter parameter in parameters)
        {
            if (parameter.RequiresGrad && !parameter.Value.HasGradient && !parameter.Value.WasReached)
                throw WithoutGradient();
        }
        foreach (Parameter parameter in parameters)
        {
            parameter.Value.WasReached = false;
            // Here, because a part that several threads work on must not be the first to ask for it.
            _ = parameter.Gradient;
        }
    }

    private InvalidOperationException WithoutGradient()
    {
        Parameter[] missing = [.. parameters.Where(parameter => parameter.RequiresGrad && !parameter.Value.HasGradient && !parameter.Value.WasReached)];
        return new InvalidOperationException(missing.Length == parameters.Length
            ? "No parameter has a gradient since the last step: call loss.Backward() before optimizer.Step()."
            : $"No gradient came to {string.Join(", ", missing.Select(parameter => parameter.ToString()))} since the last step, so the loss was not computed with it. Use it in the forward pass, freeze it with RequiresGrad = false, or don't give it to the optimizer.");
    }

    /// <summary>Sets the gradient of every parameter to zero, ready for the next backward pass.</summary>
    public void ZeroGrad()
    {
        foreach (Parameter parameter in parameters)
            parameter.ZeroGrad();
    }

    /// <summary>The rule: moves a part of a parameter. Several parts may be moved at a time, each by another thread.</summary>
    /// <param name="part">The part.</param>
    protected abstract void Update(ParameterPart part);

    /// <summary>One tensor for each parameter, in its shape, that the rule remembers from step to step.</summary>
    /// <param name="name">What it is called in <see cref="State"/>.</param>
    /// <param name="start">The value it starts with.</param>
    protected Tensor[] Remember(string name, float start = 0)
    {
        Tensor[] tensors = [.. parameters.Select(parameter => Tensor.Full(parameter.Shape, start))];
        for (int i = 0; i < tensors.Length; i++)
            state.Add(string.Create(CultureInfo.InvariantCulture, $"{i}.{name}"), tensors[i]);
        return tensors;
    }

    private static IEnumerable<(int Index, int Start)> PartsOf(Parameter parameter, int index)
    {
        for (int start = 0; start < parameter.Value.Length; start += MostNumbers)
            yield return (index, start);
    }

    private protected static float AtLeastZero(float value, string what, string parameterName) => value >= 0 && !float.IsInfinity(value)
        ? value
        : throw new ArgumentOutOfRangeException(parameterName, string.Create(CultureInfo.InvariantCulture, $"The {what} is a number of 0 or more, such as 0.01, but {value} was given."));

    private protected static float Fraction(float value, string what, string parameterName) => value >= 0 && value < 1
        ? value
        : throw new ArgumentOutOfRangeException(parameterName, string.Create(CultureInfo.InvariantCulture, $"The {what} is a part that is kept from step to step, from 0 up to but not including 1, but {value} was given."));
}
