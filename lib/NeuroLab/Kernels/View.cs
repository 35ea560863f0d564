namespace NeuroLab.Kernels;

/// <summary>A matrix as it lies in memory. Read with its strides exchanged it is its own transpose.</summary>
/// <param name="start">The first number.</param>
/// <param name="row">How far the rows lie apart.</param>
/// <param name="column">How far the columns lie apart.</param>
internal readonly unsafe struct View<T>(T* start, nint row, nint column)
    where T : unmanaged
{
    internal T* Start => start;

    internal nint Row => row;

    internal nint Column => column;

    /// <summary>The transpose.</summary>
    internal View<T> Transposed => new(start, column, row);

    /// <summary>The part that starts at a row and a column.</summary>
    internal View<T> From(int i, int j) => new(start + i * row + j * column, row, column);
}
