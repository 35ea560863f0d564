using NeuroLab.Tensors;

namespace NeuroLab.Layers;

/// <summary>The shapes that a layer gives for the last few shapes it was given, so that a training step need not work them out.</summary>
internal sealed class KnownShapes
{
    // The batches of training and of validation, each with the smaller batch at its end.
    private readonly (Shape? Input, Shape? Output)[] known = new (Shape?, Shape?)[4];
    private int oldest;

    internal Shape Get(Shape input, Layer layer)
    {
        foreach ((Shape? given, Shape? output) in known)
        {
            // The same names too: a layer passes on what the batch axis is called.
            if (given is not null && given.IsSameAs(input))
                return output!;
        }
        Shape fresh = layer.OutputShape(input);
        known[oldest] = (input, fresh);
        oldest = (oldest + 1) % known.Length;
        return fresh;
    }
}
