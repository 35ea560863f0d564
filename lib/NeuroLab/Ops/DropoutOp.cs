using NeuroLab.Tensors;

namespace NeuroLab.Ops;

/// <summary>Sets numbers to zero at random, and makes up for it. Shapes: x and y any, the same.</summary>
/// <remarks>Mask number n is a hash of a seed, n and the element's place (SplitMix64: G. Steele et al., 2014), so the same numbers give the same mask.</remarks>
internal sealed class DropoutOp : UnaryOperation
{
    private float probability;
    private ulong seed, number;
    private float[] mask = [];

    internal static Tensor Of(Tensor x, float probability, ulong seed, ulong number)
    {
        DropoutOp operation = Take<DropoutOp>(x);
        (operation.probability, operation.seed, operation.number) = (probability, seed, number);
        return operation.Run();
    }

    /// <summary>y = x m / (1 - p), where the mask m is 0 with probability p, else 1.</summary>
    protected override void Forward(Tensor x, Tensor y)
    {
        if (mask.Length != x.Length)
            mask = new float[x.Length];
        DrawMask();
        TensorPrimitives.Multiply(x.Values, mask, y.Values);
    }

    /// <summary>dx = dy m / (1 - p).</summary>
    protected override void Backward(Tensor x, Tensor y, Tensor dy, Tensor dx) => TensorPrimitives.Multiply(dy.Values, mask, dx.Values);

    /// <summary>m / (1 - p).</summary>
    private void DrawMask()
    {
        ulong place = Mix(seed + Mix(number));
        float kept = 1 / (1 - probability);
        ulong threshold = (ulong)(probability * (1 << 24));
        for (int i = 0; i < mask.Length; i++)
        {
            // Mix, written out: a browser's interpreter would call it for every number. The upper 24 bits are an even random number.
            ulong z = place;
            place += 0x9E3779B97F4A7C15;
            z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
            z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
            z = (z ^ (z >> 31)) >> 40;
            // Below the threshold the difference is negative: its sign, in place of a branch, makes 0 of 1.
            mask[i] = (1 - (int)((z - threshold) >> 63)) * kept;
        }
    }

    private static ulong Mix(ulong z)
    {
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
