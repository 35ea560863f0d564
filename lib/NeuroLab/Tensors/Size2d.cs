using System.Globalization;

namespace NeuroLab.Tensors;

/// <summary>
/// A height and a width, such as the size of a kernel. A single number stands for a square: <c>3</c> is 3 x 3, <c>(3, 5)</c> is 3 high and 5 wide.
/// </summary>
/// <param name="Height">The vertical part.</param>
/// <param name="Width">The horizontal part.</param>
public readonly record struct Size2d(int Height, int Width)
{
    /// <summary>Height times width.</summary>
    /// <exception cref="OverflowException">The product is 2^31 or more.</exception>
    public int Area => checked(Height * Width);

    /// <summary>The same height and width.</summary>
    /// <param name="side">Both.</param>
    public static implicit operator Size2d(int side) => new(side, side);

    /// <summary>A height and a width.</summary>
    /// <param name="size">The height, then the width.</param>
    public static implicit operator Size2d((int Height, int Width) size) => new(size.Height, size.Width);

    /// <summary>A single number for a square, else both: <c>3</c> or <c>(3, 5)</c>.</summary>
    public override string ToString() => Height == Width
        ? Height.ToString(CultureInfo.InvariantCulture)
        : string.Create(CultureInfo.InvariantCulture, $"({Height}, {Width})");
}
