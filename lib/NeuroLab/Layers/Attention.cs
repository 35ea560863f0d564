using NeuroLab.Tensors;

namespace NeuroLab.Layers;

/// <summary>
/// Attention: each place of a sequence asks (query), and takes a mean of what the others hold (value), weighted by how well they fit (key).
/// </summary>
/// <remarks>A. Vaswani et al., "Attention is all you need", 2017.</remarks>
public static class Attention
{
    /// <summary>softmax(Q Kᵀ / √d) V.</summary>
    /// <param name="query">Q, shape (..., time, d).</param>
    /// <param name="key">K, shape (..., other time, d), the same leading axes.</param>
    /// <param name="value">V, shape (..., other time, size).</param>
    /// <param name="causal">Whether a place sees only itself and those before it.</param>
    /// <returns>Shape (..., time, size).</returns>
    /// <exception cref="ShapeException">The three don't fit together.</exception>
    public static Tensor ScaledDotProduct(Tensor query, Tensor key, Tensor value, bool causal = false)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentNullException.ThrowIfNull(key);
        if (query.Rank < 2 || key.Rank != query.Rank)
            throw new ShapeException($"Attention compares queries (..., time, d) with keys (..., other time, d), but was given {query.Shape} and {key.Shape}.");
        Tensor scores = query.MatMul(key.Transpose(-2, -1)) / MathF.Sqrt(query.Shape[^1]);
        if (causal)
            scores += Future(query.Shape[^2], key.Shape[^2]);
        return scores.Softmax().MatMul(value);
    }

    /// <summary>Minus infinity where a place would look ahead, so that softmax gives it nothing.</summary>
    private static Tensor Future(int time, int others)
    {
        Tensor mask = new(time, others);
        for (int row = 0; row < time; row++)
        {
            for (int column = row + 1; column < others; column++)
                mask[row, column] = float.NegativeInfinity;
        }
        return mask;
    }
}
