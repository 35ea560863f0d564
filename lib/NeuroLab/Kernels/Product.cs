using System.Numerics;
using System.Runtime.Intrinsics;

namespace NeuroLab.Kernels;

/// <summary>Products of matrices of floats or doubles, with the widest kernel the processor has.</summary>
internal static unsafe class Product
{
    /// <summary>Which kernels are in use, such as <c>Vector512</c>.</summary>
    internal static string KernelName => WebKernels.AreThere ? "WebAssembly" :
        Vector512.IsHardwareAccelerated ? "Vector512" : Vector256.IsHardwareAccelerated ? "Vector256" : Vector128.IsHardwareAccelerated ? "Vector128" : "portable";

    /// <summary>C = α A B + β C.</summary>
    /// <param name="m">The rows of A and C.</param>
    /// <param name="n">The columns of B and C.</param>
    /// <param name="k">The columns of A and rows of B.</param>
    /// <param name="alpha">α.</param>
    /// <param name="a">A.</param>
    /// <param name="b">B.</param>
    /// <param name="beta">β; where it is 0, C may hold anything.</param>
    /// <param name="c">C, row after row, or wider rows of which it is a part.</param>
    /// <param name="cRow">How far the rows of C lie apart.</param>
    internal static void Multiply<T>(int m, int n, int k, T alpha, View<T> a, View<T> b, T beta, T* c, nint cRow)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (Vector512.IsHardwareAccelerated)
            BlockedProduct<T, Vector512<T>, Simd512<T>>.Multiply(m, n, k, alpha, a, b, beta, c, cRow);
        else if (Vector256.IsHardwareAccelerated)
            BlockedProduct<T, Vector256<T>, Simd256<T>>.Multiply(m, n, k, alpha, a, b, beta, c, cRow);
        else if (Vector128.IsHardwareAccelerated)
            BlockedProduct<T, Vector128<T>, Simd128<T>>.Multiply(m, n, k, alpha, a, b, beta, c, cRow);
        else
            BlockedProduct<T, T, Simd1<T>>.Multiply(m, n, k, alpha, a, b, beta, c, cRow);
    }
}
