using System.Globalization;
using NeuroLab.Tensors;

namespace NeuroLab.Optimization;

/// <summary>
/// Changes an optimizer's learning rate from epoch to epoch.
/// </summary>
/// <remarks>A schedule starts with the rate that the optimizer has when it is made. <see cref="Step()"/> stands at the end of each epoch.</remarks>
public abstract class Schedule
{
    private readonly Dictionary<string, Tensor> state = [];
    private readonly Dictionary<string, Counter> counters = [];
    private readonly Counter epoch;

    /// <summary>A schedule for an optimizer.</summary>
    /// <param name="optimizer">Whose rate is changed.</param>
    protected Schedule(Optimizer optimizer)
    {
        ArgumentNullException.ThrowIfNull(optimizer);
        Optimizer = optimizer;
        BaseRate = optimizer.LearningRate;
        epoch = Count("epoch");
    }

    /// <summary>Whose rate is changed.</summary>
    public Optimizer Optimizer { get; }

    /// <summary>The rate that the optimizer had at the start.</summary>
    public float BaseRate { get; }

    /// <summary>How many epochs have ended.</summary>
    public int Epoch => checked((int)epoch.Value);

    /// <summary>All that it remembers from epoch to epoch, by name. Writing into these tensors sets it back to where they were saved; the rate itself is in the optimizer's state.</summary>
    public IReadOnlyDictionary<string, Tensor> State => state;

    /// <summary>What it counts, by name: <c>epoch</c>, and what else a schedule counts. Saved and set back as <see cref="State"/> is.</summary>
    public IReadOnlyDictionary<string, Counter> Counters => counters;

    /// <summary>Ends an epoch and sets the rate of the next.</summary>
    public void Step() => Step(float.NaN);

    /// <summary>Ends an epoch and sets the rate of the next.</summary>
    /// <param name="loss">The validation loss of the epoch. Only <see cref="ReduceOnPlateau"/> looks at it.</param>
    public void Step(float loss)
    {
        Optimizer.LearningRate = NextRate(loss);
        epoch.Value++;
    }

    /// <summary>The rate of the epoch after the one that ends; <see cref="Epoch"/> still counts the epochs before.</summary>
    /// <param name="loss">The validation loss of the epoch that ends; not a number where none was given.</param>
    protected abstract float NextRate(float loss);

    /// <summary>A number that is remembered from epoch to epoch, and saved with a run.</summary>
    /// <param name="name">What it is called in <see cref="State"/>.</param>
    /// <param name="start">The value it starts with.</param>
    protected Tensor Remember(string name, float start) => state[name] = Tensor.Scalar(start);

    /// <summary>A whole number that is counted up from 0, and saved with a run.</summary>
    /// <param name="name">What it is called in <see cref="Counters"/>.</param>
    protected Counter Count(string name) => counters[name] = new Counter();

    private protected static float Factor(float value, string name) => value > 0 && value <= 1
        ? value
        : throw new ArgumentOutOfRangeException(name, string.Create(CultureInfo.InvariantCulture, $"A learning rate falls by a factor above 0 and up to 1, such as 0.1, but {value} was given."));
}
