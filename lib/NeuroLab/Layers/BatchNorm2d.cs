using NeuroLab.Tensors;

namespace NeuroLab.Layers;

/// <summary>
/// Batch normalization of pictures (batch, channels, height, width): see <see cref="BatchNorm"/>.
/// </summary>
public sealed class BatchNorm2d : BatchNorm
{
    /// <summary>Batch normalization of pictures.</summary>
    /// <param name="channels">The number of channels.</param>
    /// <param name="epsilon">ε, added to the variance.</param>
    /// <param name="momentum">The part that each batch has in the running averages.</param>
    public BatchNorm2d(int channels, float epsilon = 1e-5f, float momentum = 0.1f)
        : base(channels, epsilon, momentum)
    {
    }

    /// <inheritdoc/>
    public override Shape OutputShape(Shape input)
    {
        ArgumentNullException.ThrowIfNull(input);
        if (input.Rank == 4 && input[1] == Features)
            return input;
        string remedy = input.Rank == 4 ? $"Make it BatchNorm2d({input[1]})." : "Rows of numbers are normalized by BatchNorm1d.";
        throw new ShapeException($"{Describe()} expects pictures of shape (batch, channels {Features}, height, width), but was given {input}. {remedy}");
    }
}
