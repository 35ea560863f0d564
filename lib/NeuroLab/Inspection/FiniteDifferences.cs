using NeuroLab.Tensors;

namespace NeuroLab.Inspection;

/// <summary>Differentiates a scalar with respect to the elements of tensors, numerically, and compares.</summary>
internal sealed class FiniteDifferences(Func<double> function, double tolerance, GradientCheckResult result)
{
    // Large enough that single precision does not drown the difference, small enough that four points see a smooth curve.
    // A gradient that seems wrong gets another chance with smaller steps, which may leave a kink out.
    private static readonly float[] Steps = [1 / 64f, 1 / 256f, 1 / 1024f];

    /// <summary>Compares a gradient with the slopes of the function along each element.</summary>
    internal void Compare(string quantity, Tensor at, Tensor gradient)
    {
        (double Slope, bool Smooth)[] slopes = [.. Enumerable.Range(0, at.Length).Select(i => Slope(at, i, Steps[0]))];
        // What is off by a percent of the largest gradient is rounding, where the gradient itself is next to nothing.
        double size = slopes.Where(slope => slope.Smooth).Select(slope => Math.Abs(slope.Slope)).DefaultIfEmpty(0).Max();
        for (int i = 0; i < slopes.Length; i++)
        {
            if (!slopes[i].Smooth)
            {
                result.Skipped++;
                continue;
            }
            result.Checked++;
            (double expected, double received) = (slopes[i].Slope, gradient.Values[i]);
            double error = Error(expected, received, size);
            for (int step = 1; !(error <= tolerance) && step < Steps.Length; step++)
                error = Math.Min(error, Error(Slope(at, i, Steps[step]).Slope, received, size));
            result.LargestError = double.IsNaN(error) ? double.NaN : Math.Max(result.LargestError, error);
            if (!(error <= tolerance))
                result.Add(new GradientMismatch(result.Function, quantity, Place(at.Shape, i), expected, received));
        }
    }

    private static double Error(double expected, double received, double size) => Math.Abs(expected - received) / (Math.Abs(expected) + 0.1 * size + 1e-3);

    private (double Slope, bool Smooth) Slope(Tensor at, int i, float step)
    {
        float x = at.Values[i];
        float h = step * Math.Max(1, MathF.Abs(x));
        double here = Value(x), right = Value(x + h), left = Value(x - h), farRight = Value(x + 2 * h), farLeft = Value(x - 2 * h);
        at.Values[i] = x;

        double near = (right - left) / (2 * h), far = (farRight - farLeft) / (4 * h);
        double bend = (right - 2 * here + left) / h, farBend = (farRight - 2 * here + farLeft) / (2 * h);
        // On a smooth curve the two slopes agree and the bend grows with the distance; across a kink one of the two fails.
        double threshold = 0.02 * (Math.Abs(near) + Math.Abs(far)) + 0.02 * Math.Abs(bend) + 2e-3;
        bool smooth = Math.Abs(near - far) < threshold && Math.Abs(farBend - 2 * bend) < threshold;
        return ((4 * near - far) / 3, smooth);

        double Value(float value)
        {
            at.Values[i] = value;
            return function();
        }
    }

    private static int[] Place(Shape shape, int offset)
    {
        int[] place = new int[shape.Rank];
        for (int axis = shape.Rank - 1; axis >= 0; axis--)
            (offset, place[axis]) = Math.DivRem(offset, shape[axis]);
        return place;
    }
}
