using NeuroLab.Tensors;

namespace NeuroLab.Layers;

/// <summary>
/// What max and average pooling share: a window that slides over each channel by itself and gives one number a place.
/// </summary>
/// <remarks>Shapes: x (batch, channels, height, width), y (batch, channels, out height, out width), out = ⌊(n + 2 padding - k) / stride⌋ + 1.</remarks>
public abstract class Pool2d : FormulaLayer
{
    private readonly Window window;

    private protected Pool2d(Size2d kernelSize, Size2d? stride, Size2d? padding)
    {
        window = new Window(kernelSize, stride ?? kernelSize, padding ?? 0, 1);
        if (2 * Padding.Height > KernelSize.Height || 2 * Padding.Width > KernelSize.Width)
            throw new ArgumentOutOfRangeException(nameof(padding), $"The padding of a pool is at most half its kernel, {KernelSize}, but {Padding} was given: some windows would lie outside the picture.");
    }

    /// <summary>The height and width of the window.</summary>
    public Size2d KernelSize => window.Kernel;

    /// <summary>How far the window moves.</summary>
    public Size2d Stride => window.Stride;

    /// <summary>How many places surround the picture.</summary>
    public Size2d Padding => window.Padding;

    /// <inheritdoc/>
    public override Shape OutputShape(Shape input) => window.OutputShape(this, input, null, null);

    /// <summary>The layer with its settings, such as <c>MaxPool2d(2)</c>.</summary>
    public override string ToString() => $"{GetType().Name}({KernelSize}{(Stride == KernelSize ? "" : $", stride: {Stride}")}{(Padding == 0 ? "" : $", padding: {Padding}")})";

    /// <summary>The part of one channel that the window of output number <paramref name="i"/> covers, padding left out.</summary>
    private protected Patch PatchOf(int i, Shape input, Shape output)
    {
        int height = input[2], width = input[3];
        int column = i % output[3], row = i / output[3] % output[2], plane = i / output[3] / output[2];
        int top = row * Stride.Height - Padding.Height, left = column * Stride.Width - Padding.Width;
        return new Patch(
            plane * height * width, width,
            Math.Max(top, 0), Math.Min(top + KernelSize.Height, height),
            Math.Max(left, 0), Math.Min(left + KernelSize.Width, width));
    }

    /// <summary>Rows Top up to Bottom and columns Left up to Right of the channel that starts at Plane.</summary>
    private protected readonly record struct Patch(int Plane, int RowLength, int Top, int Bottom, int Left, int Right)
    {
        /// <summary>Where the part of a row that the patch covers begins.</summary>
        internal int RowStart(int row) => Plane + row * RowLength + Left;

        internal int Width => Right - Left;

        internal int Area => (Bottom - Top) * (Right - Left);
    }
}
