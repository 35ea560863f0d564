using MathNet.Numerics.Providers.LinearAlgebra;

namespace NeuroLab.Tensors;

/// <summary>
/// Products of row-major matrices, computed by whichever linear-algebra provider MathNet has installed.
/// </summary>
/// <remarks>
/// MathNet's providers take column-major matrices. A row-major matrix read column by column is its own transpose, so
/// the row-major product C = A B is asked for as Cᵀ = Bᵀ Aᵀ: the two factors change places and nothing is copied.
/// A tensor of more than two axes counts as the matrix whose rows lie along its last axis.
/// </remarks>
internal static class MatrixProduct
{
    /// <summary>result = A B, or result += A B, where A and B may each be read transposed.</summary>
    /// <param name="a">A as it lies in memory, shape (m, k); (k, m) if it is read transposed.</param>
    /// <param name="transposeA">Whether A is read transposed.</param>
    /// <param name="b">B as it lies in memory, shape (k, n); (n, k) if it is read transposed.</param>
    /// <param name="transposeB">Whether B is read transposed.</param>
    /// <param name="result">Where the product goes, shape (m, n).</param>
    /// <param name="accumulate">Whether the product is added to what <paramref name="result"/> holds.</param>
    internal static void Multiply(Tensor a, bool transposeA, Tensor b, bool transposeB, Tensor result, bool accumulate = false)
    {
        if (a.Length == 0 || b.Length == 0)
        {
            // Nothing is summed. Providers don't take matrices without elements.
            if (!accumulate)
                result.Values.Clear();
            return;
        }
        LinearAlgebraControl.Provider.MatrixMultiplyWithUpdate(
            transposeB ? Transpose.Transpose : Transpose.DontTranspose,
            transposeA ? Transpose.Transpose : Transpose.DontTranspose,
            1f,
            b.Array, b.Shape[^1], b.Length / b.Shape[^1],
            a.Array, a.Shape[^1], a.Length / a.Shape[^1],
            accumulate ? 1f : 0f,
            result.Array);
    }
}
