using NeuroLab.Kernels;
using NeuroLab.Tensors;

namespace NeuroLab.Ops;

/// <summary>
/// Products of row-major matrices. A tensor of more than two axes counts as the matrix whose rows lie along its last axis.
/// </summary>
internal static class MatrixProduct
{
    /// <summary>result = A B, or result += A B, where A and B may each be read transposed.</summary>
    /// <param name="a">A as it lies in memory, shape (m, k); (k, m) if it is read transposed.</param>
    /// <param name="transposeA">Whether A is read transposed.</param>
    /// <param name="b">B as it lies in memory, shape (k, n); (n, k) if it is read transposed.</param>
    /// <param name="transposeB">Whether B is read transposed.</param>
    /// <param name="result">Where the product goes, shape (m, n).</param>
    /// <param name="accumulate">Whether the product is added to what <paramref name="result"/> holds.</param>
    internal static void Multiply(Tensor a, bool transposeA, Tensor b, bool transposeB, Tensor result, bool accumulate = false) =>
        Multiply(a.Values, a.Shape[^1], transposeA, b.Values, b.Shape[^1], transposeB, result.Values, accumulate);

    /// <summary>The same for matrices of which the number of columns is given.</summary>
    internal static unsafe void Multiply(
        ReadOnlySpan<float> a, int columnsA, bool transposeA, ReadOnlySpan<float> b, int columnsB, bool transposeB, Span<float> result, bool accumulate)
    {
        if (a.IsEmpty || b.IsEmpty)
        {
            // Nothing is summed. The kernels don't take matrices without elements.
            if (!accumulate)
                result.Clear();
            return;
        }
        (int m, int k) = transposeA ? (columnsA, a.Length / columnsA) : (a.Length / columnsA, columnsA);
        int n = transposeB ? b.Length / columnsB : columnsB;
        fixed (float* startA = a, startB = b, startC = result)
        {
            View<float> viewA = new(startA, columnsA, 1), viewB = new(startB, columnsB, 1);
            Product.Multiply(m, n, k, 1f, transposeA ? viewA.Transposed : viewA, transposeB ? viewB.Transposed : viewB, accumulate ? 1f : 0f, startC, n);
        }
    }
}
