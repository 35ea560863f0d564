using NeuroLab.Layers;
using NeuroLab.Losses;
using NeuroLab.Ops;
using NeuroLab.Tensors;

namespace NeuroLab.Inspection;

/// <summary>
/// Holds the gradients of a backward pass against finite differences of the forward pass.
/// </summary>
/// <remarks>
/// <para>For a layer the scalar that is differentiated is Σ w y with fixed weights w of size 1, which is what a backward pass
/// with dy = w should give. Differences are taken at four points, f' ≈ (8 (f(h) - f(-h)) - (f(2h) - f(-2h))) / 12h, and added up in
/// double precision; the forward pass itself is single precision, so a gradient agrees when it does to about one percent.</para>
/// <para>Where the function has a kink between the four points it has no slope; such elements are counted and left out.</para>
/// </remarks>
public static class GradientCheck
{
    /// <summary>Checks d loss / dx and the gradient of every parameter of a layer or model, in the mode it is in.</summary>
    /// <param name="layer">The layer. Its parameters, their gradients and its buffers are as before when the check is done.</param>
    /// <param name="x">An input, shape (batch, ...); numbers of about -2 to 2 check best.</param>
    /// <param name="random">Where the weights w come from.</param>
    /// <param name="tolerance">How far a gradient may be off, as a part of its size.</param>
    /// <param name="checkInput">Whether d loss / dx is checked; it means nothing where inputs are not numbers to change, such as word numbers.</param>
    public static GradientCheckResult Run(Layer layer, Tensor x, Random random, double tolerance = 0.01, bool checkInput = true)
    {
        ArgumentNullException.ThrowIfNull(layer);
        ArgumentNullException.ThrowIfNull(x);
        ArgumentNullException.ThrowIfNull(random);
        Snapshot snapshot = new(layer);
        Tensor input = x.Clone();
        float[] weights = [.. Enumerable.Range(0, layer.OutputShape(x.Shape).ElementCount).Select(_ => (float)(random.Next(2) * 2 - 1) * (0.5f + (float)random.NextDouble()))];
        try
        {
            layer.ZeroGrad();
            input.RequiresGrad = true;
            Tensor y = layer.Forward(input);
            y.Backward(new Tensor(y.Shape, weights));

            GradientCheckResult result = new(layer.ToString() ?? "");
            FiniteDifferences differences = new(Scalar, tolerance, result);
            if (checkInput)
                differences.Compare("x", input, input.Gradient!);
            foreach (Parameter parameter in layer.Parameters)
                differences.Compare(parameter.Path, parameter.Value, parameter.Gradient.Clone());
            return result;
        }
        finally
        {
            snapshot.Restore();
        }

        double Scalar()
        {
            using NoGrad _ = new();
            snapshot.RestoreBuffers();
            return Sum(layer.Forward(input), weights);
        }
    }

    /// <summary>Checks d loss / d prediction of a loss of values.</summary>
    /// <param name="loss">The loss.</param>
    /// <param name="prediction">A prediction; numbers of about -2 to 2 check best.</param>
    /// <param name="target">Its target.</param>
    /// <param name="tolerance">How far a gradient may be off, as a part of its size.</param>
    public static GradientCheckResult Run(Loss loss, Tensor prediction, Tensor target, double tolerance = 0.01)
    {
        ArgumentNullException.ThrowIfNull(loss);
        ArgumentNullException.ThrowIfNull(target);
        Tensor fixedTarget = target.Detach();
        return Run(loss, prediction, p => loss.Forward(p, fixedTarget), tolerance);
    }

    /// <summary>Checks d loss / d prediction of a loss of labels.</summary>
    /// <param name="loss">The loss.</param>
    /// <param name="prediction">A prediction; numbers of about -2 to 2 check best.</param>
    /// <param name="labels">The number of each sample's class.</param>
    /// <param name="tolerance">How far a gradient may be off, as a part of its size.</param>
    public static GradientCheckResult Run(Loss loss, Tensor prediction, int[] labels, double tolerance = 0.01)
    {
        ArgumentNullException.ThrowIfNull(loss);
        return Run(loss, prediction, p => loss.Forward(p, labels), tolerance);
    }

    private static GradientCheckResult Run(Loss loss, Tensor prediction, Func<Tensor, Tensor> price, double tolerance)
    {
        ArgumentNullException.ThrowIfNull(prediction);
        Tensor p = prediction.Clone();
        p.RequiresGrad = true;
        price(p).Backward();
        GradientCheckResult result = new(loss.ToString());
        new FiniteDifferences(() => price(p).ToScalar(), tolerance, result).Compare("prediction", p, p.Gradient!);
        return result;
    }

    private static double Sum(Tensor y, float[] weights)
    {
        double sum = 0;
        for (int i = 0; i < weights.Length; i++)
            sum += (double)weights[i] * y.Values[i];
        return sum;
    }
}
