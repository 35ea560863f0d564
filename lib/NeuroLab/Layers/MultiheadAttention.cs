using NeuroLab.Initialization;
using NeuroLab.Ops;
using NeuroLab.Tensors;

namespace NeuroLab.Layers;

/// <summary>
/// Self-attention with several heads: each asks its own questions of the sequence, in a part of the features.
/// </summary>
/// <remarks>
/// Shapes: x and y (batch, time, features), in_proj_weight (3 · features, features): queries, keys and values, one below the other,
/// in_proj_bias (3 · features), out_proj (features, features). Every head works on features / heads of them: see
/// <see cref="Attention.ScaledDotProduct"/>. Parameters are laid out as in PyTorch's <c>MultiheadAttention(batch_first=True)</c>.
/// </remarks>
public sealed class MultiheadAttention : Layer
{
    private readonly Linear output;

    /// <summary>Self-attention.</summary>
    /// <param name="features">The number of features of one step.</param>
    /// <param name="heads">The number of heads, a divisor of the features.</param>
    /// <param name="random">Where the starting values come from.</param>
    /// <param name="causal">Whether a step sees only itself and those before it.</param>
    public MultiheadAttention(int features, int heads, Random random, bool causal = false)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(features);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(heads);
        if (features % heads != 0)
            throw new ArgumentException($"Each head works on an equal part of the features, so {features} features can't be shared out among {heads} heads: choose a divisor.", nameof(heads));
        (Features, Heads, IsCausal) = (features, heads, causal);
        InWeight = AddParameter("in_proj_weight", new XavierUniform().Create(new Shape(("out", 3 * features), ("in", features)), random));
        InBias = AddParameter("in_proj_bias", new Tensor(new Shape(("out", 3 * features))));
        output = AddLayer(new Linear(features, features, random), "out_proj");
        output.Bias!.Value.Values.Clear();
    }

    /// <summary>The number of features of one step.</summary>
    public int Features { get; }

    /// <summary>The number of heads.</summary>
    public int Heads { get; }

    /// <summary>Whether a step sees only itself and those before it.</summary>
    public bool IsCausal { get; }

    /// <summary>The weights of queries, keys and values, shape (3 · features, features).</summary>
    public Parameter InWeight { get; }

    /// <summary>Their biases, shape (3 · features).</summary>
    public Parameter InBias { get; }

    /// <inheritdoc/>
    public override Shape OutputShape(Shape input)
    {
        ArgumentNullException.ThrowIfNull(input);
        return input.Rank == 3 && input[2] == Features && input[1] > 0
            ? input
            : throw new ShapeException($"{Describe()} expects sequences of shape (batch, time, features {Features}) with at least one step, but was given {input}.");
    }

    /// <inheritdoc/>
    protected override Tensor ForwardCore(Tensor x)
    {
        Shape shape = OutputShapeOf(x);
        Tensor all = LinearOp.Of(x, InWeight.Value, InBias.Value);
        Tensor y = Attention.ScaledDotProduct(HeadsOf(all, 0), HeadsOf(all, 1), HeadsOf(all, 2), IsCausal);
        Tensor together = y.Transpose(1, 2).Reshape(shape[0] * shape[1], Features);
        return output.Forward(together).Reshape(shape);
    }

    /// <summary>The layer with its sizes, such as <c>MultiheadAttention(16, 4)</c>.</summary>
    public override string ToString() => $"MultiheadAttention({Features}, {Heads}{(IsCausal ? ", causal: true" : "")})";

    /// <summary>Queries, keys or values: (batch, time, 3 · features) becomes (batch, heads, time, features / heads).</summary>
    private Tensor HeadsOf(Tensor all, int part) => all
        .Slice(2, (part * Features)..((part + 1) * Features))
        .Reshape(all.Shape[0], all.Shape[1], Heads, Features / Heads)
        .Transpose(1, 2);
}
