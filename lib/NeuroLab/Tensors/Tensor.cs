using NeuroLab.Display;
using NeuroLab.Ops;

namespace NeuroLab.Tensors;

/// <summary>
/// Numbers in a grid of any rank: single precision, row-major (the last axis varies fastest), with a <see cref="Shape"/>
/// that says what each axis stands for.
/// </summary>
/// <example>
/// <code>
/// Tensor x = new float[,] { { 1, 2, 3 }, { 4, 5, 6 } };
/// x.Shape          // (2, 3)
/// x[1, 0]          // 4
/// (2 * x).Sum(1)   // 12, 30
/// </code>
/// </example>
[TypeFormatterSource(typeof(TensorFormatterSource), PreferredMimeTypes = ["text/html", "text/plain"])]
public sealed partial class Tensor
{
    private readonly float[] values;

    /// <summary>A tensor of zeros.</summary>
    /// <param name="shape">Its shape.</param>
    public Tensor(Shape shape)
        : this(shape, new float[(shape ?? throw new ArgumentNullException(nameof(shape))).ElementCount])
    {
    }

    /// <summary>A tensor of zeros with unnamed axes, such as <c>new Tensor(64, 784)</c>.</summary>
    /// <param name="sizes">The size of each axis, outermost first.</param>
    public Tensor(params ReadOnlySpan<int> sizes)
        : this(new Shape(sizes))
    {
    }

    /// <summary>A tensor over an array that is already there. The array is not copied: whoever changes it changes the tensor.</summary>
    /// <param name="shape">The shape.</param>
    /// <param name="values">The elements in row-major order.</param>
    /// <exception cref="ArgumentException">The array has not as many elements as the shape.</exception>
    public Tensor(Shape shape, float[] values)
    {
        ArgumentNullException.ThrowIfNull(shape);
        ArgumentNullException.ThrowIfNull(values);
        if (values.Length != shape.ElementCount)
            throw new ArgumentException($"A tensor of shape {shape} holds {shape.ElementCount} numbers, but {values.Length} were given.", nameof(values));
        Shape = shape;
        this.values = values;
    }

    /// <summary>The size of each axis, and what the axis stands for.</summary>
    public Shape Shape { get; }

    /// <summary>The number of axes.</summary>
    public int Rank => Shape.Rank;

    /// <summary>The number of elements.</summary>
    public int Length => values.Length;

    /// <summary>The elements in row-major order. Writing here writes into the tensor.</summary>
    public Span<float> Values
    {
        get
        {
            RequireCurrent();
            return values;
        }
    }

    /// <summary>The array behind the tensor, for products that take arrays. Its length is the number of elements.</summary>
    internal float[] Array => values;

    /// <summary>A tensor in which every element is the same.</summary>
    /// <param name="shape">The shape.</param>
    /// <param name="value">The element.</param>
    public static Tensor Full(Shape shape, float value)
    {
        Tensor tensor = new(shape);
        tensor.Values.Fill(value);
        return tensor;
    }

    /// <summary>A tensor of ones, such as <c>Tensor.Ones(2, 3)</c>.</summary>
    /// <param name="sizes">The size of each axis, outermost first.</param>
    public static Tensor Ones(params ReadOnlySpan<int> sizes) => Full(new Shape(sizes), 1);

    /// <summary>A single number, shape ().</summary>
    /// <param name="value">The number.</param>
    public static Tensor Scalar(float value) => new(new Shape(System.Array.Empty<int>()), [value]);

    /// <summary>A vector, shape (n).</summary>
    /// <param name="values">The elements; they are copied.</param>
    public static Tensor Vector(params ReadOnlySpan<float> values) => new(new Shape(values.Length), values.ToArray());

    /// <summary>A matrix, shape (rows, columns).</summary>
    /// <param name="rows">The elements; they are copied.</param>
    public static Tensor Matrix(float[,] rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        Tensor matrix = new(rows.GetLength(0), rows.GetLength(1));
        Buffer.BlockCopy(rows, 0, matrix.values, 0, sizeof(float) * rows.Length);
        return matrix;
    }

    /// <summary>A vector from an array, which is copied.</summary>
    /// <param name="values">The elements.</param>
    public static implicit operator Tensor(float[] values) => Vector(values ?? throw new ArgumentNullException(nameof(values)));

    /// <summary>A matrix from an array, which is copied.</summary>
    /// <param name="rows">The elements, row by row.</param>
    public static implicit operator Tensor(float[,] rows) => Matrix(rows);

    /// <summary>The number in a tensor that holds just one.</summary>
    /// <exception cref="InvalidOperationException">The tensor holds more or fewer numbers.</exception>
    public float ToScalar() => Length == 1
        ? Values[0]
        : throw new InvalidOperationException($"ToScalar() reads a tensor of one number, but this one has the shape {Shape} and holds {Length}: name the element you want, or reduce the tensor first, with Mean() or Sum().");

    /// <summary>A copy of the elements in row-major order.</summary>
    public float[] ToArray() => Values.ToArray();

    /// <summary>A copy of the numbers that shares nothing with this tensor, not its past either.</summary>
    public Tensor Clone() => new(Shape, ToArray());

    /// <summary>The same elements seen in another shape. Nothing is copied: both share their elements.</summary>
    /// <param name="shape">The new shape, with as many elements.</param>
    /// <exception cref="ArgumentException">The new shape has more or fewer elements.</exception>
    public Tensor Reshape(Shape shape)
    {
        ArgumentNullException.ThrowIfNull(shape);
        return ReshapeOp.Of(this, shape);
    }

    /// <summary>The same elements seen in another shape, such as <c>x.Reshape(64, 784)</c>. Nothing is copied.</summary>
    /// <param name="sizes">The size of each axis. One of them may be -1: it is worked out from the others.</param>
    /// <exception cref="ArgumentException">The new shape has more or fewer elements, or more than one size is -1.</exception>
    public Tensor Reshape(params ReadOnlySpan<int> sizes)
    {
        int open = sizes.IndexOf(-1);
        if (open < 0)
            return Reshape(new Shape(sizes));
        int[] filled = sizes.ToArray();
        filled[open] = 1;
        int others = new Shape(filled).ElementCount;
        if (others == 0 || Length % others != 0)
            throw new ArgumentException($"A tensor of shape {Shape} has {Length} elements, which is not a multiple of {others}, so no size in place of -1 fits.", nameof(sizes));
        filled[open] = Length / others;
        return Reshape(new Shape(filled));
    }

    /// <summary>The same elements in the same shape, with other axis names. Nothing is copied.</summary>
    /// <param name="axisNames">One name an axis, outermost first.</param>
    public Tensor Named(params ReadOnlySpan<string?> axisNames) => Reshape(Shape.Named(axisNames));

    /// <summary>Overwrites the elements with those of another tensor of the same shape.</summary>
    /// <param name="source">Where they come from.</param>
    /// <exception cref="ArgumentException">The shapes differ.</exception>
    public void CopyFrom(Tensor source)
    {
        ArgumentNullException.ThrowIfNull(source);
        if (source.Shape != Shape)
            throw new ArgumentException($"A tensor of shape {source.Shape} can't be copied into one of shape {Shape}: the shapes must be the same.", nameof(source));
        source.Values.CopyTo(Values);
    }
}
