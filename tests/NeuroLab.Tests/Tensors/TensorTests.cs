using NeuroLab.Tensors;

namespace NeuroLab.Tests.Tensors;

public sealed class TensorTests
{
    [Fact]
    public void Elements_lie_row_by_row()
    {
        Tensor matrix = new float[,] { { 1, 2, 3 }, { 4, 5, 6 } };
        Assert.Equal(new Shape(2, 3), matrix.Shape);
        Assert.Equal([1, 2, 3, 4, 5, 6], matrix.Values.ToArray());
        Assert.Equal(4, matrix[1, 0]);
        matrix[1, 0] = 9;
        Assert.Equal(9, matrix.Values[3]);
    }

    [Fact]
    public void Places_of_any_rank_are_read_and_written()
    {
        Tensor pictures = new(2, 3, 4, 5);
        pictures[1, 2, 3, 4] = 7;
        Assert.Equal(7, pictures.Values[^1]);
        Assert.Equal(7, pictures[1, 2, 3, 4]);
    }

    [Fact]
    public void A_place_outside_is_refused_by_axis_and_name()
    {
        Tensor matrix = new Tensor(2, 3).Named("batch", "in");
        string message = Assert.Throws<ArgumentOutOfRangeException>(() => matrix[0, 3]).Message;
        Assert.Contains("'in'", message);
        Assert.Contains("0 to 2", message);
        Assert.Throws<ArgumentException>(() => matrix[0]);
    }

    [Fact]
    public void Reshaping_shares_the_elements()
    {
        Tensor matrix = new(2, 6);
        Tensor cube = matrix.Reshape(3, -1, 2);
        Assert.Equal(new Shape(3, 2, 2), cube.Shape);
        cube[0, 0, 0] = 5;
        Assert.Equal(5, matrix[0, 0]);
    }

    [Fact]
    public void Reshaping_to_another_count_is_refused()
    {
        Assert.Contains("12 elements", Assert.Throws<ArgumentException>(() => new Tensor(2, 6).Reshape(5, 2)).Message);
        Assert.Throws<ArgumentException>(() => new Tensor(2, 6).Reshape(5, -1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Tensor(2, 6).Reshape(-1, -1));
    }

    [Fact]
    public void Wrong_counts_of_numbers_and_names_are_refused()
    {
        Assert.Contains("holds 6 numbers", Assert.Throws<ArgumentException>(() => new Tensor(new Shape(2, 3), new float[5])).Message);
        Assert.Throws<ArgumentException>(() => new Tensor(2, 3).Named("batch"));
        Assert.Throws<ArgumentException>(() => new Tensor(2, 3).CopyFrom(new Tensor(3, 2)));
    }

    [Fact]
    public void Clones_share_nothing()
    {
        Tensor original = Tensor.Ones(2);
        Tensor clone = original.Clone();
        clone[0] = 5;
        Assert.Equal(1, original[0]);
        original.CopyFrom(clone);
        Assert.Equal(5, original[0]);
    }

    [Fact]
    public void Constants_fill_a_shape()
    {
        Assert.Equal([0.63f, 0.63f], Tensor.Full(new Shape(2), 0.63f).ToArray());
        Assert.Equal([1, 1, 1, 1], Tensor.Ones(2, 2).ToArray());
        Assert.Equal(3, Tensor.Scalar(3).ToScalar());
        Assert.Equal(0, Tensor.Scalar(3).Rank);
        Assert.Throws<InvalidOperationException>(() => Tensor.Ones(2).ToScalar());
    }

    [Fact]
    public void An_array_is_copied_into_a_vector()
    {
        float[] numbers = [1, 2];
        Tensor vector = numbers;
        numbers[0] = 9;
        Assert.Equal(1, vector[0]);
    }
}
