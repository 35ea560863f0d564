using System.Numerics;
using MathNet.Numerics;
using MathNet.Numerics.Providers.LinearAlgebra;

namespace NeuroLab.Kernels.Provider;

/// <summary>
/// A linear-algebra provider for MathNet whose products of matrices of floats and doubles are as fast as the processor allows, in
/// C# alone, with no native package. All else is done by MathNet's managed provider.
/// </summary>
/// <remarks>
/// <para>NeuroLab's own tensors use the kernels without it, and the library never changes a setting of MathNet's. Whoever wants the products of
/// MathNet's <c>Matrix</c> to be as fast calls <see cref="Install"/> once, as the notebooks' <c>setup.dib</c> and the process that runs their cells
/// do. <c>Control.UseNativeMKL()</c>, <c>Control.UseManaged()</c> and the like choose another one afterwards.</para>
/// <para>MathNet keeps matrices column after column, NeuroLab row after row. They meet here and nowhere else.</para>
/// <para>Results have the same bits on every run, whatever the number of threads: see <c>Control.MaxDegreeOfParallelism</c>. They can differ
/// in the last digits between processors with and without fused multiply-add, or with vectors of other widths.</para>
/// </remarks>
public sealed class SimdLinearAlgebraProvider : ILinearAlgebraProvider,
    IForwarding<double>, IForwarding<float>, IForwarding<Complex>, IForwarding<Complex32>
{
    private SimdLinearAlgebraProvider()
    {
    }

    /// <summary>The provider. It keeps nothing, so there is one for all.</summary>
    public static SimdLinearAlgebraProvider Instance { get; } = new();

    ILinearAlgebraProvider<double> IForwarding<double>.Inner => ManagedLinearAlgebraProvider.Instance;

    ILinearAlgebraProvider<float> IForwarding<float>.Inner => ManagedLinearAlgebraProvider.Instance;

    ILinearAlgebraProvider<Complex> IForwarding<Complex>.Inner => ManagedLinearAlgebraProvider.Instance;

    ILinearAlgebraProvider<Complex32> IForwarding<Complex32>.Inner => ManagedLinearAlgebraProvider.Instance;

    /// <summary>Makes MathNet use this provider from now on, in the whole process.</summary>
    public static void Install() => LinearAlgebraControl.Provider = Instance;

    /// <summary>True: it runs everywhere.</summary>
    public bool IsAvailable() => true;

    /// <summary>Nothing needs to be initialized.</summary>
    public void InitializeVerify()
    {
    }

    /// <summary>Nothing is held that would need to be freed.</summary>
    public void FreeResources()
    {
    }

    /// <summary>result = x y.</summary>
    /// <param name="x">The left matrix, column after column.</param>
    /// <param name="rowsX">Its rows.</param>
    /// <param name="columnsX">Its columns.</param>
    /// <param name="y">The right matrix, column after column.</param>
    /// <param name="rowsY">Its rows; as many as x has columns.</param>
    /// <param name="columnsY">Its columns.</param>
    /// <param name="result">Where the product goes, column after column.</param>
    public void MatrixMultiply(float[] x, int rowsX, int columnsX, float[] y, int rowsY, int columnsY, float[] result) =>
        MatrixMultiplyWithUpdate(Transpose.DontTranspose, Transpose.DontTranspose, 1, x, rowsX, columnsX, y, rowsY, columnsY, 0, result);

    /// <inheritdoc cref="MatrixMultiply(float[], int, int, float[], int, int, float[])"/>
    public void MatrixMultiply(double[] x, int rowsX, int columnsX, double[] y, int rowsY, int columnsY, double[] result) =>
        MatrixMultiplyWithUpdate(Transpose.DontTranspose, Transpose.DontTranspose, 1, x, rowsX, columnsX, y, rowsY, columnsY, 0, result);

    /// <summary>c = α a b + β c, where a and b may each be read transposed.</summary>
    /// <param name="transposeA">Whether a is read transposed.</param>
    /// <param name="transposeB">Whether b is read transposed.</param>
    /// <param name="alpha">α.</param>
    /// <param name="a">The left matrix, column after column.</param>
    /// <param name="rowsA">Its rows as it lies in memory.</param>
    /// <param name="columnsA">Its columns as it lies in memory.</param>
    /// <param name="b">The right matrix, column after column.</param>
    /// <param name="rowsB">Its rows as it lies in memory.</param>
    /// <param name="columnsB">Its columns as it lies in memory.</param>
    /// <param name="beta">β; where it is 0, what c holds does not matter.</param>
    /// <param name="c">Where the result goes, column after column.</param>
    /// <exception cref="ArgumentException">An array has not as many numbers as its matrix, or the matrices don't fit together.</exception>
    public void MatrixMultiplyWithUpdate(Transpose transposeA, Transpose transposeB, float alpha, float[] a, int rowsA, int columnsA, float[] b, int rowsB, int columnsB, float beta, float[] c) =>
        Multiply(transposeA, transposeB, alpha, a, rowsA, columnsA, b, rowsB, columnsB, beta, c);

    /// <inheritdoc cref="MatrixMultiplyWithUpdate(Transpose, Transpose, float, float[], int, int, float[], int, int, float, float[])"/>
    public void MatrixMultiplyWithUpdate(Transpose transposeA, Transpose transposeB, double alpha, double[] a, int rowsA, int columnsA, double[] b, int rowsB, int columnsB, double beta, double[] c) =>
        Multiply(transposeA, transposeB, alpha, a, rowsA, columnsA, b, rowsB, columnsB, beta, c);

    /// <summary>The name and the kernels in use.</summary>
    public override string ToString() => $"NeuroLab ({Product.KernelName})";

    private static unsafe void Multiply<T>(Transpose transposeA, Transpose transposeB, T alpha, T[] a, int rowsA, int columnsA, T[] b, int rowsB, int columnsB, T beta, T[] c)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        (int rows, int columns, int inner) = Sizes(transposeA, transposeB, a, rowsA, columnsA, b, rowsB, columnsB, c);
        if (ReferenceEquals(a, c))
            a = [.. a];
        if (ReferenceEquals(b, c))
            b = [.. b];
        fixed (T* startA = a, startB = b, startC = c)
        {
            View<T> viewA = new(startA, 1, rowsA), viewB = new(startB, 1, rowsB);
            // The kernels write row after row, MathNet keeps columns together: Cᵀ = Bᵀ Aᵀ.
            Product.Multiply(
                columns, rows, inner, alpha,
                IsTransposed(transposeB) ? viewB : viewB.Transposed,
                IsTransposed(transposeA) ? viewA : viewA.Transposed,
                beta, startC, rows);
        }
    }

    private static bool IsTransposed(Transpose transpose) => transpose != Transpose.DontTranspose;

    private static (int Rows, int Columns, int Inner) Sizes<T>(Transpose transposeA, Transpose transposeB, T[] a, int rowsA, int columnsA, T[] b, int rowsB, int columnsB, T[] c)
    {
        CheckLength(a, rowsA, columnsA, nameof(a));
        CheckLength(b, rowsB, columnsB, nameof(b));
        (int rows, int inner) = IsTransposed(transposeA) ? (columnsA, rowsA) : (rowsA, columnsA);
        (int innerB, int columns) = IsTransposed(transposeB) ? (columnsB, rowsB) : (rowsB, columnsB);
        if (inner != innerB)
            throw new ArgumentOutOfRangeException(nameof(rowsB), $"A matrix product needs as many columns on the left as rows on the right, but was given {rows} x {inner} and {innerB} x {columns}.");
        CheckLength(c, rows, columns, nameof(c));
        return (rows, columns, inner);
    }

    private static void CheckLength<T>(T[] matrix, int rows, int columns, string name)
    {
        ArgumentNullException.ThrowIfNull(matrix, name);
        ArgumentOutOfRangeException.ThrowIfNegative(rows, name);
        ArgumentOutOfRangeException.ThrowIfNegative(columns, name);
        if (matrix.Length != (long)rows * columns)
            throw new ArgumentOutOfRangeException(name, $"A matrix of {rows} x {columns} has {(long)rows * columns} numbers, but the array '{name}' has {matrix.Length}.");
    }
}
