using System.Globalization;
using NeuroLab.Ops;
using NeuroLab.Tensors;

namespace NeuroLab.Layers;

/// <summary>
/// Batch normalization: brings every channel of a batch to mean 0 and variance 1, then scales and shifts it by what it has learned.
/// </summary>
/// <remarks>
/// <para>y = w · (x - mean) / √(variance + ε) + b, all four of shape (channels). While training, mean and variance are those of the
/// batch over all axes but the channels; in use they are running averages, new = (1 - momentum) · old + momentum · batch's.</para>
/// <para>S. Ioffe and C. Szegedy, "Batch normalization: accelerating deep network training by reducing internal covariate shift", 2015.</para>
/// </remarks>
public abstract class BatchNorm : Layer
{
    private readonly Counter batchesTracked;

    /// <summary>Batch normalization of inputs (batch, channels, ...), of any further axes.</summary>
    /// <param name="features">The number of channels, the size of axis 1.</param>
    /// <param name="epsilon">ε, added to the variance.</param>
    /// <param name="momentum">The part that each batch has in the running averages.</param>
    protected BatchNorm(int features, float epsilon, float momentum)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(features);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(epsilon);
        Features = features;
        Epsilon = epsilon;
        Momentum = momentum is >= 0 and <= 1 ? momentum : throw new ArgumentOutOfRangeException(nameof(momentum), string.Create(CultureInfo.InvariantCulture,
            $"The momentum of batch normalization is the part that each batch has in the running averages, 0 to 1, but {momentum} was given."));
        Shape channels = new(("channels", features));
        Weight = AddParameter("weight", Tensor.Full(channels, 1));
        Bias = AddParameter("bias", new Tensor(channels));
        RunningMean = AddBuffer("running_mean", new Tensor(channels));
        RunningVariance = AddBuffer("running_var", Tensor.Full(channels, 1));
        batchesTracked = AddCounter("num_batches_tracked");
    }

    /// <summary>The number of channels.</summary>
    public int Features { get; }

    /// <summary>ε, which keeps the division possible where a channel does not vary.</summary>
    public float Epsilon { get; }

    /// <summary>The part that each batch has in the running averages.</summary>
    public float Momentum { get; }

    /// <summary>w, shape (channels); it starts at 1.</summary>
    public Parameter Weight { get; }

    /// <summary>b, shape (channels); it starts at 0.</summary>
    public Parameter Bias { get; }

    /// <summary>The running average of the means, shape (channels).</summary>
    public Tensor RunningMean { get; }

    /// <summary>The running average of the variances (n - 1 in the denominator), shape (channels).</summary>
    public Tensor RunningVariance { get; }

    /// <inheritdoc/>
    protected override Tensor ForwardCore(Tensor x)
    {
        OutputShapeOf(x);
        if (IsTraining && x.Length / Features < 2)
            throw TooFew(x.Shape);
        Tensor y = BatchNormOp.Of(x, Weight.Value, Bias.Value, RunningMean, RunningVariance, IsTraining ? Momentum : null, Epsilon);
        if (IsTraining)
            batchesTracked.Value++;
        return y;
    }

    /// <summary>The layer with its channels, such as <c>BatchNorm2d(16)</c>.</summary>
    public override string ToString() => $"{GetType().Name}({Features})";

    private ShapeException TooFew(Shape input) => new(
        $"{Describe()} was given {input} while training: the variance of a batch needs at least two numbers a channel. " +
        "Use larger batches, leave out a last one of a single sample (the training options' DropLast, or Batches(..., dropLast: true)), or call Eval() on the model first where it is not trained.");
}
