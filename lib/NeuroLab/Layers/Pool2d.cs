using NeuroLab.Ops;
using NeuroLab.Tensors;

namespace NeuroLab.Layers;

/// <summary>
/// What max and average pooling share: a window that slides over each channel by itself and gives one number a place.
/// </summary>
/// <remarks>Shapes: x (batch, channels, height, width), y (batch, channels, out height, out width), out = ⌊(n + 2 padding - k) / stride⌋ + 1.</remarks>
public abstract class Pool2d : Layer
{
    /// <summary>Pooling.</summary>
    /// <param name="kernelSize">The height and width of the window.</param>
    /// <param name="stride">How far the window moves; as far as the kernel is wide where none is given.</param>
    /// <param name="padding">How many places surround the picture; 0 where none is given.</param>
    protected Pool2d(Size2d kernelSize, Size2d? stride, Size2d? padding)
    {
        Window = new Window(kernelSize, stride ?? kernelSize, padding ?? 0, 1);
        if (2L * Padding.Height > KernelSize.Height || 2L * Padding.Width > KernelSize.Width)
            throw new ArgumentOutOfRangeException(nameof(padding), $"The padding of a pool is at most half its kernel, {KernelSize}, but {Padding} was given: some windows would lie outside the picture.");
    }

    private protected Window Window { get; }

    /// <summary>The height and width of the window.</summary>
    public Size2d KernelSize => Window.Kernel;

    /// <summary>How far the window moves.</summary>
    public Size2d Stride => Window.Stride;

    /// <summary>How many places surround the picture.</summary>
    public Size2d Padding => Window.Padding;

    /// <inheritdoc/>
    public override Shape OutputShape(Shape input) => Window.OutputShape(Describe, input, null, null);

    /// <summary>The layer with its settings, such as <c>MaxPool2d(2)</c>.</summary>
    public override string ToString() => $"{GetType().Name}({KernelSize}{(Stride == KernelSize ? "" : $", stride: {Stride}")}{(Padding == 0 ? "" : $", padding: {Padding}")})";
}
