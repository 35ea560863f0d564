namespace NeuroLab.Optimization;

/// <summary>
/// The rate rises in a straight line over the first epochs, from η₀ / epochs to η₀, and then follows another schedule or stays.
/// </summary>
/// <remarks>P. Goyal et al., "Accurate, large minibatch SGD", 2017. Adam's early steps, taken on little evidence, gain most from it.</remarks>
public sealed class WarmUp : EpochSchedule
{
    private readonly EpochSchedule? then;

    /// <summary>A rising rate. The optimizer's rate is lowered at once to that of the first epoch.</summary>
    /// <param name="optimizer">Whose rate is changed.</param>
    /// <param name="epochs">How many epochs the rise takes.</param>
    /// <param name="then">What comes after, such as <see cref="CosineAnnealing"/>, made for the same optimizer before this one; it counts its epochs from there. The rate stays where none is given.</param>
    public WarmUp(Optimizer optimizer, int epochs, EpochSchedule? then = null)
        : base(optimizer)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(epochs);
        if (then is not null && !ReferenceEquals(then.Optimizer, optimizer))
            throw new ArgumentException("The schedule that comes after the warm-up changes the rate of another optimizer: make it for the same one.", nameof(then));
        Epochs = epochs;
        this.then = then;
        Optimizer.LearningRate = RateAt(0);
    }

    /// <summary>How many epochs the rise takes.</summary>
    public int Epochs { get; }

    /// <inheritdoc/>
    public override float RateAt(int epoch) => epoch < Epochs
        ? BaseRate * (epoch + 1) / Epochs
        : then?.RateAt(epoch - Epochs) ?? BaseRate;
}
