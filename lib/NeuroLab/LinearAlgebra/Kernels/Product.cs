using System.Runtime.Intrinsics;

namespace NeuroLab.LinearAlgebra.Kernels;

/// <summary>Products of matrices of floats or doubles, with the widest kernel the processor has.</summary>
internal static unsafe class Product
{
    /// <summary>Which kernels are in use, such as <c>Vector512</c>.</summary>
    internal static string KernelName =>
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
    internal static void Multiply(int m, int n, int k, float alpha, View<float> a, View<float> b, float beta, float* c, nint cRow)
    {
        if (Vector512.IsHardwareAccelerated)
            BlockedProduct<float, Vector512<float>, Simd512>.Multiply(m, n, k, alpha, a, b, beta, c, cRow);
        else if (Vector256.IsHardwareAccelerated)
            BlockedProduct<float, Vector256<float>, Simd256>.Multiply(m, n, k, alpha, a, b, beta, c, cRow);
        else if (Vector128.IsHardwareAccelerated)
            BlockedProduct<float, Vector128<float>, Simd128>.Multiply(m, n, k, alpha, a, b, beta, c, cRow);
        else
            BlockedProduct<float, float, Simd1>.Multiply(m, n, k, alpha, a, b, beta, c, cRow);
    }

    /// <inheritdoc cref="Multiply(int, int, int, float, View{float}, View{float}, float, float*, nint)"/>
    internal static void Multiply(int m, int n, int k, double alpha, View<double> a, View<double> b, double beta, double* c, nint cRow)
    {
        if (Vector512.IsHardwareAccelerated)
            BlockedProduct<double, Vector512<double>, Simd512>.Multiply(m, n, k, alpha, a, b, beta, c, cRow);
        else if (Vector256.IsHardwareAccelerated)
            BlockedProduct<double, Vector256<double>, Simd256>.Multiply(m, n, k, alpha, a, b, beta, c, cRow);
        else if (Vector128.IsHardwareAccelerated)
            BlockedProduct<double, Vector128<double>, Simd128>.Multiply(m, n, k, alpha, a, b, beta, c, cRow);
        else
            BlockedProduct<double, double, Simd1>.Multiply(m, n, k, alpha, a, b, beta, c, cRow);
    }
}
