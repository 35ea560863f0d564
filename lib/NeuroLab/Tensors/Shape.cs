using System.Collections;
using System.Globalization;

namespace NeuroLab.Tensors;

/// <summary>
/// The size of each axis of a tensor, and what the axis stands for: <c>(batch 64, in 784)</c>.
/// </summary>
/// <remarks>Names are there for the reader. Two shapes are equal when their sizes are, whatever the axes are called.</remarks>
public sealed class Shape : IReadOnlyList<int>, IEquatable<Shape>
{
    private const long TooMany = (long)int.MaxValue - 55;
    private readonly int[] sizes;
    private readonly string?[] names;

    /// <summary>A shape of unnamed axes, such as <c>new Shape(64, 784)</c>. No sizes at all make the shape of a single number.</summary>
    /// <param name="sizes">The size of each axis, outermost first.</param>
    /// <exception cref="ArgumentOutOfRangeException">A size is negative, or there are more elements than an array holds, 2^31 - 57.</exception>
    public Shape(params ReadOnlySpan<int> sizes)
        : this(sizes.ToArray(), new string?[sizes.Length])
    {
    }

    /// <summary>A shape of named axes, such as <c>new Shape(("batch", 64), ("in", 784))</c>.</summary>
    /// <param name="axes">The name and size of each axis, outermost first.</param>
    /// <exception cref="ArgumentOutOfRangeException">A size is negative, or there are more elements than an array holds, 2^31 - 57.</exception>
    public Shape(params ReadOnlySpan<(string? Name, int Size)> axes)
        : this(SizesOf(axes), NamesOf(axes))
    {
    }

    private Shape(int[] sizes, string?[] names)
    {
        this.sizes = sizes;
        this.names = names;
        ElementCount = CountElements(sizes);
    }

    /// <summary>The number of axes: 2 for a matrix.</summary>
    public int Rank => sizes.Length;

    /// <summary>The number of elements: the product of all sizes, 1 where there is no axis.</summary>
    public int ElementCount { get; }

    /// <summary>The same as <see cref="Rank"/>; it lets <c>shape[^1]</c> mean the last axis.</summary>
    public int Count => sizes.Length;

    /// <summary>The size of an axis.</summary>
    /// <param name="axis">The axis, 0 for the outermost.</param>
    public int this[int axis] => (uint)axis < (uint)sizes.Length
        ? sizes[axis]
        : throw new ArgumentOutOfRangeException(nameof(axis), $"Shape {this} has no axis {axis}: its axes are numbered 0 to {Rank - 1}.");

    /// <summary>The name of an axis, or null where it has none.</summary>
    /// <param name="axis">The axis, 0 for the outermost.</param>
    public string? NameOf(int axis) => (uint)axis < (uint)names.Length
        ? names[axis]
        : throw new ArgumentOutOfRangeException(nameof(axis), $"Shape {this} has no axis {axis}: its axes are numbered 0 to {Rank - 1}.");

    /// <summary>The same sizes with other names.</summary>
    /// <param name="axisNames">One name an axis, outermost first.</param>
    /// <exception cref="ArgumentException">There are more or fewer names than axes.</exception>
    public Shape Named(params ReadOnlySpan<string?> axisNames) => axisNames.Length == Rank
        ? new Shape(sizes, axisNames.ToArray())
        : throw new ArgumentException($"Shape {this} has {Rank} axes, but {axisNames.Length} names were given: give one name an axis.", nameof(axisNames));

    /// <summary>The same axes, one of them with another size.</summary>
    /// <param name="axis">The axis to change, 0 for the outermost.</param>
    /// <param name="size">Its new size.</param>
    public Shape With(int axis, int size)
    {
        _ = this[axis];
        int[] changed = (int[])sizes.Clone();
        changed[axis] = size;
        return new Shape(changed, names);
    }

    /// <summary>The shape that is left when one axis is taken away.</summary>
    /// <param name="axis">The axis to take away, 0 for the outermost.</param>
    public Shape Without(int axis)
    {
        _ = this[axis];
        return new Shape([.. sizes[..axis], .. sizes[(axis + 1)..]], [.. names[..axis], .. names[(axis + 1)..]]);
    }

    /// <summary>The shape with one more axis before the others, such as the batch before the shape of a sample.</summary>
    /// <param name="name">The new axis's name, or null.</param>
    /// <param name="size">Its size.</param>
    public Shape WithFirst(string? name, int size) => new([size, .. sizes], [name, .. names]);

    /// <summary>Whether the axes have exactly these sizes.</summary>
    /// <param name="expected">The size of each axis, outermost first.</param>
    public bool HasSizes(params ReadOnlySpan<int> expected) => expected.SequenceEqual(sizes);

    /// <summary>Whether sizes and names are the same.</summary>
    internal bool IsSameAs(Shape other) => ReferenceEquals(this, other) || (sizes.AsSpan().SequenceEqual(other.sizes) && names.AsSpan().SequenceEqual(other.names));

    /// <inheritdoc/>
    public bool Equals(Shape? other) => other is not null && (ReferenceEquals(this, other) || sizes.AsSpan().SequenceEqual(other.sizes));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Shape);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        HashCode hash = default;
        foreach (int size in sizes)
            hash.Add(size);
        return hash.ToHashCode();
    }

    /// <summary>Whether both have the same sizes.</summary>
    public static bool operator ==(Shape? left, Shape? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Whether the sizes differ.</summary>
    public static bool operator !=(Shape? left, Shape? right) => !(left == right);

    /// <summary>The sizes with their names, such as <c>(batch 64, in 784)</c>.</summary>
    public override string ToString() => "(" + string.Join(", ", sizes.Select((size, axis) =>
        names[axis] is { } name ? string.Create(CultureInfo.InvariantCulture, $"{name} {size}") : size.ToString(CultureInfo.InvariantCulture))) + ")";

    /// <inheritdoc/>
    public IEnumerator<int> GetEnumerator() => ((IEnumerable<int>)sizes).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private static int CountElements(int[] sizes)
    {
        long count = 1;
        foreach (int size in sizes)
        {
            if (size < 0)
                throw new ArgumentOutOfRangeException(nameof(sizes), $"An axis can't have the size {size}: sizes are 0 or more.");
            // The product of the others may be anything where one axis is empty.
            count = size == 0 ? 0 : Math.Min(count * size, TooMany);
        }
        return count < TooMany
            ? (int)count
            : throw new ArgumentOutOfRangeException(nameof(sizes), $"A tensor of {string.Join(" x ", sizes)} elements is too large: at most {Array.MaxLength} fit.");
    }

    private static int[] SizesOf(ReadOnlySpan<(string? Name, int Size)> axes)
    {
        int[] sizes = new int[axes.Length];
        for (int axis = 0; axis < axes.Length; axis++)
            sizes[axis] = axes[axis].Size;
        return sizes;
    }

    private static string?[] NamesOf(ReadOnlySpan<(string? Name, int Size)> axes)
    {
        string?[] names = new string?[axes.Length];
        for (int axis = 0; axis < axes.Length; axis++)
            names[axis] = axes[axis].Name;
        return names;
    }
}
