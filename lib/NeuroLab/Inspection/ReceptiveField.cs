using NeuroLab.Layers;
using NeuroLab.Tensors;

namespace NeuroLab.Inspection;

/// <summary>The part of a picture that one output of some layers can see: a window that moves with the output's place.</summary>
/// <param name="Size">The height and width of the window in pixels.</param>
/// <param name="Step">How many pixels the window moves from one output to the next.</param>
/// <param name="Margin">How many pixels the first window reaches beyond the upper and the left border, into the padding.</param>
public sealed record ReceptiveField(Size2d Size, Size2d Step, Size2d Margin)
{
    /// <summary>The receptive field of layers that follow each other.</summary>
    /// <param name="layers">Convolutions, pooling, and layers that work place by place, such as ReLU.</param>
    /// <exception cref="ArgumentException">A layer mixes all places, so that an output sees the whole picture.</exception>
    /// <example>
    /// <code>
    /// ReceptiveField.Of([new Conv2d(1, 8, 5, random), new ReLU(), new MaxPool2d(2), new Conv2d(8, 16, 3, random)]).Size   // 10
    /// </code>
    /// </example>
    public static ReceptiveField Of(IEnumerable<Layer> layers)
    {
        ArgumentNullException.ThrowIfNull(layers);
        return layers.Aggregate(new ReceptiveField(1, 1, 0), (field, layer) => layer switch
        {
            Conv2d conv => field.Behind(conv.KernelSize, conv.Stride, conv.Padding, conv.Dilation),
            Pool2d pool => field.Behind(pool.KernelSize, pool.Stride, pool.Padding, 1),
            ReLU or LeakyReLU or ELU or GELU or Tanh or Sigmoid or Dropout or BatchNorm2d => field,
            _ => throw new ArgumentException($"A receptive field is a window that slides, but {layer.Describe()} may look at all places at once. Give the layers before it, such as model.Take(3).", nameof(layers)),
        });
    }

    // A window over places that lie Step pixels apart, each of which sees Size pixels.
    private ReceptiveField Behind(Size2d kernel, Size2d stride, Size2d padding, Size2d dilation) => new(
        (Size.Height + (Step.Height * dilation.Height * (kernel.Height - 1)), Size.Width + (Step.Width * dilation.Width * (kernel.Width - 1))),
        (Step.Height * stride.Height, Step.Width * stride.Width),
        (Margin.Height + (Step.Height * padding.Height), Margin.Width + (Step.Width * padding.Width)));
}
