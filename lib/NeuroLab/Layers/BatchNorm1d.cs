using NeuroLab.Tensors;

namespace NeuroLab.Layers;

/// <summary>
/// Batch normalization of rows (batch, features) or of sequences (batch, features, length): see <see cref="BatchNorm"/>.
/// </summary>
public sealed class BatchNorm1d : BatchNorm
{
    /// <summary>Batch normalization of rows.</summary>
    /// <param name="features">The size of axis 1.</param>
    /// <param name="epsilon">ε, added to the variance.</param>
    /// <param name="momentum">The part that each batch has in the running averages.</param>
    public BatchNorm1d(int features, float epsilon = 1e-5f, float momentum = 0.1f)
        : base(features, epsilon, momentum)
    {
    }

    /// <inheritdoc/>
    public override Shape OutputShape(Shape input)
    {
        ArgumentNullException.ThrowIfNull(input);
        if (input.Rank is 2 or 3 && input[1] == Features)
            return input;
        string remedy = input.Rank == 4 ? "Pictures are normalized by BatchNorm2d." : $"Make it BatchNorm1d({(input.Rank > 1 ? input[1] : input.ElementCount)}), if that is the number of features.";
        throw new ShapeException($"{Describe()} expects an input of shape (batch, {Features}) or (batch, {Features}, length), but was given {input}. {remedy}");
    }
}
