using NeuroLab.Tensors;

namespace NeuroLab.Layers;

/// <summary>
/// What max and average pooling share: a window that slides over each channel by itself and gives one number a place.
/// </summary>
/// <remarks>Shapes: x (batch, channels, height, width), y (batch, channels, out height, out width), out = ⌊(n + 2 padding - k) / stride⌋ + 1.</remarks>
public abstract class Pool2d : FormulaLayer
{
    private readonly Window window;

    /// <summary>Pooling.</summary>
    /// <param name="kernelSize">The height and width of the window.</param>
    /// <param name="stride">How far the window moves; as far as the kernel is wide where none is given.</param>
    /// <param name="padding">How many places surround the picture; 0 where none is given.</param>
    protected Pool2d(Size2d kernelSize, Size2d? stride, Size2d? padding)
    {
        window = new Window(kernelSize, stride ?? kernelSize, padding ?? 0, 1);
        if (2L * Padding.Height > KernelSize.Height || 2L * Padding.Width > KernelSize.Width)
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

    /// <summary>What the window covers at each output place of one picture, in the order of the outputs.</summary>
    private protected Patches PatchesOf(Shape input, Shape output, int picture) => new(window, input, output, picture);

    /// <summary>
    /// The part of one channel that the window covers for output number Output, padding left out: Rows runs of Width numbers, the
    /// first at Start, each RowLength after the one before.
    /// </summary>
    private protected readonly record struct Patch(int Output, int Start, int Rows, int Width, int RowLength);

    /// <summary>The patches, output by output. A struct, so that it allocates nothing.</summary>
    private protected struct Patches(Window window, Shape input, Shape output, int picture)
    {
        private readonly int height = input[2], width = input[3], outHeight = output[2], outWidth = output[3];
        private readonly int end = (picture + 1) * (output.ElementCount / output[0]);
        private readonly Size2d kernel = window.Kernel, stride = window.Stride, padding = window.Padding;
        private int next = picture * (output.ElementCount / output[0]) - 1, plane = picture * (input.ElementCount / input[0]), row, column = -1;

        public Patch Current { get; private set; }

        public readonly Patches GetEnumerator() => this;

        public bool MoveNext()
        {
            if (++next >= end)
                return false;
            if (++column == outWidth)
            {
                column = 0;
                if (++row == outHeight)
                {
                    row = 0;
                    plane += height * width;
                }
            }
            int y = row * stride.Height - padding.Height, x = column * stride.Width - padding.Width;
            int top = Math.Max(y, 0), left = Math.Max(x, 0);
            int bottom = Math.Min(y + kernel.Height, height), right = Math.Min(x + kernel.Width, width);
            Current = new Patch(next, plane + top * width + left, bottom - top, right - left, width);
            return true;
        }
    }
}
