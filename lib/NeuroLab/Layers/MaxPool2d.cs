using NeuroLab.Tensors;

namespace NeuroLab.Layers;

/// <summary>
/// Max pooling: of every window only the largest number goes on. Padding never wins. Shapes: see <see cref="Pool2d"/>.
/// </summary>
public sealed class MaxPool2d : Pool2d
{
    private int[] winners = [];

    /// <summary>Max pooling.</summary>
    /// <param name="kernelSize">The height and width of the window; one number for both.</param>
    /// <param name="stride">How far the window moves; as far as the kernel is wide where none is given.</param>
    /// <param name="padding">How many places surround the picture; 0 where none is given.</param>
    public MaxPool2d(Size2d kernelSize, Size2d? stride = null, Size2d? padding = null)
        : base(kernelSize, stride, padding)
    {
    }

    /// <summary>y = the largest x in the window, the first of equals.</summary>
    protected override void Forward(Tensor x, Tensor y)
    {
        if (winners.Length < y.Length)
            winners = new int[y.Length];
        ReadOnlySpan<float> values = x.Values;
        foreach (Patch patch in PatchesOf(x.Shape, y.Shape))
        {
            int winner = patch.Start;
            for (int row = 0; row < patch.Rows; row++)
            {
                int start = patch.Start + row * patch.RowLength;
                for (int place = start; place < start + patch.Width; place++)
                {
                    if (values[place] > values[winner] || float.IsNaN(values[place]))
                        winner = place;
                }
            }
            winners[patch.Output] = winner;
            y.Values[patch.Output] = values[winner];
        }
    }

    /// <summary>Each dy goes to the place whose x won; all other dx are 0.</summary>
    protected override void Backward(Tensor x, Tensor y, Tensor dy, Tensor dx)
    {
        dx.Values.Clear();
        for (int i = 0; i < dy.Length; i++)
            dx.Values[winners[i]] += dy.Values[i];
    }
}
