using NeuroLab.Tensors;

namespace NeuroLab.Layers;

/// <summary>
/// Group normalization: brings the channels of every sample, in groups, to mean 0 and variance 1, then scales and shifts each channel by
/// what it has learned. It needs no batch, so it does the same in training and in use.
/// </summary>
/// <remarks>
/// Shapes: x and y (batch, channels, ...), weight and bias (channels). y = w · (x - mean) / √(variance + ε) + b.
/// Y. Wu and K. He, "Group normalization", 2018.
/// </remarks>
public sealed class GroupNorm : Layer
{
    /// <summary>Group normalization.</summary>
    /// <param name="groups">The number of groups, a divisor of the channels.</param>
    /// <param name="channels">The number of channels.</param>
    /// <param name="epsilon">ε, added to the variance.</param>
    public GroupNorm(int groups, int channels, float epsilon = 1e-5f)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(groups);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(channels);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(epsilon);
        if (channels % groups != 0)
            throw new ArgumentException($"Groups have equally many channels, so {channels} channels can't be cut into {groups} groups: choose a divisor.", nameof(groups));
        (Groups, Epsilon) = (groups, epsilon);
        Weight = AddParameter("weight", Tensor.Full(new Shape(("channels", channels)), 1));
        Bias = AddParameter("bias", new Tensor(new Shape(("channels", channels))));
    }

    /// <summary>The number of groups.</summary>
    public int Groups { get; }

    /// <summary>ε, which keeps the division possible where a group does not vary.</summary>
    public float Epsilon { get; }

    /// <summary>w, shape (channels); it starts at 1.</summary>
    public Parameter Weight { get; }

    /// <summary>b, shape (channels); it starts at 0.</summary>
    public Parameter Bias { get; }

    /// <inheritdoc/>
    public override Shape OutputShape(Shape input)
    {
        ArgumentNullException.ThrowIfNull(input);
        return input.Rank >= 2 && input[1] == Weight.Shape[0] && (input[0] == 0 || input.ElementCount > 0)
            ? input
            : throw new ShapeException($"{Describe()} expects an input of shape (batch, channels {Weight.Shape[0]}, ...), but was given {input}.");
    }

    /// <inheritdoc/>
    protected override Tensor ForwardCore(Tensor x)
    {
        Shape shape = OutputShapeOf(x);
        int batch = shape[0], channels = shape[1], places = batch == 0 ? 1 : x.Length / (batch * channels);
        Tensor groups = x.Reshape(batch, Groups, channels / Groups * places);
        Tensor normalized = (groups - groups.Mean(2, keepAxis: true)) / (groups.Variance(2, keepAxis: true, unbiased: false) + Epsilon).Sqrt();
        Tensor rows = normalized.Reshape(batch, channels, places);
        return (rows * Weight.Value.Reshape(channels, 1) + Bias.Value.Reshape(channels, 1)).Reshape(shape);
    }

    /// <summary>The layer with its sizes, such as <c>GroupNorm(4, 16)</c>.</summary>
    public override string ToString() => $"GroupNorm({Groups}, {Weight.Shape[0]})";
}
