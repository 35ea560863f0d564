using MathNet.Numerics.LinearAlgebra;
using NeuroLab.Tensors;

namespace NeuroLab.Tests.Tensors;

public sealed class TensorMatrixTests
{
    private static readonly Tensor A = new float[,] { { 1, 2, 3 }, { 4, 5, 6 } };
    private static readonly Tensor B = new float[,] { { 1, 0 }, { 2, 1 }, { 0, -1 } };

    [Fact]
    public void The_product_is_the_one_of_the_textbook()
    {
        Tensor product = A.MatMul(B);
        Assert.Equal(new Shape(2, 2), product.Shape);
        Assert.Equal([5, -1, 14, -1], product.ToArray());
    }

    [Fact]
    public void A_vector_is_a_row_on_the_left_and_a_column_on_the_right()
    {
        Assert.Equal([14, 32], A.MatMul(new float[] { 1, 2, 3 }).ToArray());
        Assert.Equal(new Shape(2), A.MatMul(new float[] { 1, 2, 3 }).Shape);
        Assert.Equal([9, 12, 15], ((Tensor)new float[] { 1, 2 }).MatMul(A).ToArray());
        Assert.Equal(14, ((Tensor)new float[] { 1, 2, 3 }).MatMul(new float[] { 1, 2, 3 }).ToScalar());
    }

    [Fact]
    public void Sizes_that_do_not_fit_are_refused_with_the_transpose_that_would()
    {
        Assert.Contains("Transpose() the right one", Assert.Throws<ShapeException>(() => A.MatMul(A)).Message);
        Assert.Throws<ShapeException>(() => A.MatMul(new Tensor(2, 2, 2)));
    }

    [Fact]
    public void Transposing_exchanges_axes_with_their_names()
    {
        Tensor transposed = A.Named("out", "in").Transpose();
        Assert.Equal("(in 3, out 2)", transposed.Shape.ToString());
        Assert.Equal([1, 4, 2, 5, 3, 6], transposed.ToArray());
    }

    [Fact]
    public void Any_two_axes_can_be_exchanged()
    {
        Tensor cube = new(new Shape(2, 3, 4), [.. Enumerable.Range(0, 24).Select(i => (float)i)]);
        Tensor exchanged = cube.Transpose(0, -1);
        Assert.Equal(new Shape(4, 3, 2), exchanged.Shape);
        Assert.Equal(cube[1, 2, 3], exchanged[3, 2, 1]);
        Assert.Equal(cube.ToArray(), exchanged.Transpose(0, 2).ToArray());
        Assert.Throws<ShapeException>(() => cube.Transpose());
    }

    [Fact]
    public void MathNet_sees_the_same_element_at_the_same_place()
    {
        Matrix<float> matrix = A.ToMatrix();
        Assert.Equal((2, 3), (matrix.RowCount, matrix.ColumnCount));
        Assert.Equal(6, matrix[1, 2]);
        Assert.Equal(2, matrix[0, 1]);
        Assert.Equal(4.0, A.ToDoubleMatrix()[1, 0]);
        Assert.Equal(A.ToArray(), Tensor.From(matrix).ToArray());
        Assert.Equal(A.ToArray(), Tensor.From(A.ToDoubleMatrix()).ToArray());
        Assert.Equal([1, 2, 3, 4, 5, 6], A.ToVector().ToArray());
        Assert.Equal([1, 2], Tensor.From(Vector<double>.Build.Dense([1.0, 2.0])).ToArray());
        Assert.Equal([1, 2], Tensor.From(Vector<float>.Build.Dense([1f, 2f])).ToArray());
        Assert.Equal(6.0, A.ToDoubleVector()[5]);
    }

    [Fact]
    public void A_column_major_MathNet_matrix_keeps_its_places()
    {
        Matrix<float> matrix = Matrix<float>.Build.Dense(2, 3, [1, 4, 2, 5, 3, 6]);
        Assert.Equal(A.ToArray(), Tensor.From(matrix).ToArray());
        Assert.Equal(A.Transpose().ToArray(), Tensor.From(matrix.Transpose()).ToArray());
    }

    [Fact]
    public void Products_agree_with_MathNet() =>
        Assert.Equal((A.ToMatrix() * B.ToMatrix()).ToRowMajorArray(), A.MatMul(B).ToArray());

    [Fact]
    public void Only_a_matrix_becomes_a_matrix() => Assert.Throws<ShapeException>(() => new Tensor(2, 2, 2).ToMatrix());

    [Fact]
    public void MathNet_has_no_empty_matrices()
    {
        Assert.Contains("a tensor of shape (3, 0)", Assert.Throws<ShapeException>(() => new Tensor(3, 0).ToMatrix()).Message);
        Assert.Contains("a tensor of shape (0, 3)", Assert.Throws<ShapeException>(() => new Tensor(0, 3).ToDoubleMatrix()).Message);
        Assert.Empty(new Tensor(0).ToVector());
        Assert.Empty(new Tensor(0, 3).ToDoubleVector());
        Assert.Equal(new Shape(2, 3), new Tensor(2, 0).MatMul(new Tensor(0, 3)).Shape);
    }
}
