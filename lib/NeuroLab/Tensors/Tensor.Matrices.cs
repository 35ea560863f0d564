using MathNet.Numerics.LinearAlgebra;
using NeuroLab.Ops;

namespace NeuroLab.Tensors;

/// <content>
/// Matrix algebra, here and in MathNet. Element [i, j] is the same number on both sides: MathNet keeps columns together in
/// memory and a tensor keeps rows, and the conversions reorder what lies between.
/// </content>
public sealed partial class Tensor
{
    /// <summary>
    /// The matrix product: (m, k) times (k, n) gives (m, n). A vector counts as a row on the left and as a column on the right,
    /// and that axis is left out of the result. Tensors of more axes are batches of matrices: (..., m, k) times (..., k, n), the same
    /// leading axes on both sides, or (..., m, k) times one matrix (k, n).
    /// </summary>
    /// <param name="right">The right factor.</param>
    /// <exception cref="ShapeException">The inner sizes or the leading axes differ.</exception>
    public Tensor MatMul(Tensor right)
    {
        ArgumentNullException.ThrowIfNull(right);
        bool isBatch = Rank > 2 && (right.Rank == 2 || (right.Rank == Rank && right.Shape.Take(Rank - 2).SequenceEqual(Shape.Take(Rank - 2))));
        if (!isBatch && (Rank is not (1 or 2) || right.Rank is not (1 or 2)))
            throw new ShapeException($"MatMul multiplies matrices and vectors, or batches of matrices with the same leading axes, but was given the shapes {Shape} and {right.Shape}: reshape them first.");
        Tensor a = Rank == 1 ? Reshape(1, Length) : this;
        Tensor b = right.Rank == 1 ? right.Reshape(right.Length, 1) : right;
        if (a.Shape[^1] != b.Shape[^2])
        {
            string remedy = a.Shape[^1] == b.Shape[^1] ? " Transpose() the right one." : a.Shape[^2] == b.Shape[^2] ? " Transpose() the left one." : "";
            throw new ShapeException($"A matrix product needs as many columns on the left as rows on the right, but was given {Shape} and {right.Shape}.{remedy}");
        }
        Tensor product = MatMulOp.Of(a, b);
        if (Rank != 1 && right.Rank != 1)
            return product;
        Shape shape = right.Rank == 1 ? product.Shape.Without(1) : product.Shape;
        return product.Reshape(Rank == 1 ? shape.Without(0) : shape);
    }

    /// <summary>The transpose of a matrix: element [i, j] moves to [j, i].</summary>
    /// <exception cref="ShapeException">The tensor is not a matrix.</exception>
    public Tensor Transpose() => Rank == 2
        ? Transpose(0, 1)
        : throw new ShapeException($"Transpose() turns a matrix over, but this tensor has the shape {Shape}: name the two axes to exchange, Transpose(0, 1).");

    /// <summary>Exchanges two axes. The elements are copied into their new order.</summary>
    /// <param name="first">One axis; -1 is the last.</param>
    /// <param name="second">The other.</param>
    public Tensor Transpose(int first, int second) => TransposeOp.Of(this, AxisAt(first), AxisAt(second));

    /// <summary>A copy as a MathNet matrix, for a tensor of rank 2: <c>x.ToMatrix()[i, j]</c> is <c>x[i, j]</c>.</summary>
    /// <exception cref="ShapeException">The tensor is not a matrix.</exception>
    public Matrix<float> ToMatrix() => Matrix<float>.Build.DenseOfRowMajor(RowsOfMatrix(), Shape[1], values);

    /// <summary>A copy as a MathNet matrix of doubles, for a tensor of rank 2.</summary>
    /// <exception cref="ShapeException">The tensor is not a matrix.</exception>
    public Matrix<double> ToDoubleMatrix() => Matrix<double>.Build.DenseOfRowMajor(RowsOfMatrix(), Shape[1], values.Select(value => (double)value));

    /// <summary>A copy of all elements, in row-major order, as a MathNet vector.</summary>
    public Vector<float> ToVector() => Vector<float>.Build.DenseOfArray(values);

    /// <summary>A copy of all elements, in row-major order, as a MathNet vector of doubles.</summary>
    public Vector<double> ToDoubleVector() => Vector<double>.Build.Dense(values.Length, i => values[i]);

    /// <summary>A copy of a MathNet matrix, shape (rows, columns).</summary>
    /// <param name="matrix">The matrix.</param>
    public static Tensor From(Matrix<float> matrix)
    {
        ArgumentNullException.ThrowIfNull(matrix);
        return new Tensor(new Shape(matrix.RowCount, matrix.ColumnCount), matrix.ToRowMajorArray());
    }

    /// <summary>A copy of a MathNet matrix, rounded to single precision, shape (rows, columns).</summary>
    /// <param name="matrix">The matrix.</param>
    public static Tensor From(Matrix<double> matrix)
    {
        ArgumentNullException.ThrowIfNull(matrix);
        return new Tensor(new Shape(matrix.RowCount, matrix.ColumnCount), [.. matrix.ToRowMajorArray().Select(value => (float)value)]);
    }

    /// <summary>A copy of a MathNet vector, shape (n).</summary>
    /// <param name="vector">The vector.</param>
    public static Tensor From(Vector<float> vector) => Vector((vector ?? throw new ArgumentNullException(nameof(vector))).ToArray());

    /// <summary>A copy of a MathNet vector, rounded to single precision, shape (n).</summary>
    /// <param name="vector">The vector.</param>
    public static Tensor From(Vector<double> vector) => Vector([.. (vector ?? throw new ArgumentNullException(nameof(vector))).Select(value => (float)value)]);

    private int RowsOfMatrix()
    {
        if (Rank != 2)
            throw new ShapeException($"Only a tensor of two axes is a matrix, but this one has the shape {Shape}: reshape it, or take ToVector().");
        return Length > 0 ? Shape[0] : throw new ShapeException($"MathNet has no matrices without elements, so a tensor of shape {Shape} can't become one.");
    }
}
