using NeuroLab.Layers;
using NeuroLab.Tensors;

namespace NeuroLab.Tests;

/// <summary>
/// Holds a gradient against what it means: how much a function changes when one number does, (f(w + h) - f(w - h)) / 2h.
/// </summary>
/// <remarks>
/// The library's own <see cref="NeuroLab.Inspection.GradientCheck"/> runs on the same cases. This one stays beside it, since it leaves no
/// element out, near a kink neither, and since a check is not to be judged by itself.
/// </remarks>
internal static class FiniteDifferences
{
    /// <summary>Numbers from -2 to 2, all different, none near 0: no two change places and none changes its sign within a small step.</summary>
    internal static Tensor Distinct(Shape shape, Random random)
    {
        float[] values = [.. Enumerable.Range(0, shape.ElementCount).Select(i => 4 * (i + 0.5f) / shape.ElementCount - 2)];
        float gap = shape.ElementCount % 2 == 0 ? 0 : 2f / shape.ElementCount;
        random.Shuffle(values);
        return new Tensor(shape, values).Apply(value => value + gap);
    }

    /// <summary>The step that <see cref="Distinct"/> numbers bear.</summary>
    internal static float StepFor(int count) => MathF.Min(0.01f, 1f / count);

    /// <summary>Compares a gradient with the finite differences of a function, element by element.</summary>
    /// <param name="function">The function of the numbers in <paramref name="variables"/>.</param>
    /// <param name="variables">The numbers; they are changed and put back.</param>
    /// <param name="gradient">d function / d variables.</param>
    /// <param name="step">h.</param>
    /// <param name="what">Names the gradient in a failure.</param>
    internal static void AssertGradient(Func<double> function, Tensor variables, Tensor gradient, float step, string what)
    {
        Assert.Equal(variables.Shape, gradient.Shape);
        for (int i = 0; i < variables.Length; i++)
        {
            float kept = variables.Values[i], above = kept + step, below = kept - step;
            variables.Values[i] = above;
            double high = function();
            variables.Values[i] = below;
            double low = function();
            variables.Values[i] = kept;
            double expected = (high - low) / ((double)above - below), actual = gradient.Values[i];
            Assert.True(Math.Abs(expected - actual) <= 0.01 * Math.Max(1, Math.Abs(expected)),
                $"{what}, element {i}: the gradient is {actual:G6}, but the function changes by {expected:G6}.");
        }
    }

    /// <summary>
    /// Checks the gradients of a layer's input and of all its parameters, that a second backward pass adds the same again, and
    /// that nothing given to the layer is changed. Buffers start each pass as they are now.
    /// </summary>
    internal static void AssertLayer(Layer layer, Tensor x, Random random)
    {
        KeptValues starts = new(layer.Buffers.Select(buffer => buffer.Value), layer.Counters.Select(counter => counter.Value));
        Tensor variable = x.Detach();
        variable.RequiresGrad = true;
        Tensor Run()
        {
            starts.Restore();
            return layer.Forward(variable);
        }

        Tensor y = Run();
        Assert.Equal(layer.OutputShape(x.Shape), y.Shape);
        Tensor dy = new(y.Shape, [.. Enumerable.Range(0, y.Length).Select(_ => (float)(2 * random.NextDouble() - 1))]);
        float[] keptX = x.ToArray(), keptY = y.ToArray(), keptDy = dy.ToArray();
        layer.ZeroGrad();
        y.Backward(dy);
        Tensor dx = variable.Gradient!.Clone();
        Tensor[] gradients = [.. layer.Parameters.Select(parameter => parameter.Gradient.Clone())];
        Assert.Equal(keptX, x.ToArray());
        Assert.Equal(keptY, y.ToArray());
        Assert.Equal(keptDy, dy.ToArray());

        double Weighted()
        {
            double sum = 0;
            Tensor result = Run();
            for (int i = 0; i < result.Length; i++)
                sum += (double)result.Values[i] * dy.Values[i];
            return sum;
        }

        AssertGradient(Weighted, x, dx, StepFor(x.Length), $"{layer} at x {x.Shape}: dx");
        for (int i = 0; i < gradients.Length; i++)
            AssertGradient(Weighted, layer.Parameters[i].Value, gradients[i], 0.01f, $"{layer} at x {x.Shape}: {layer.Parameters[i].Name}");

        Run().Backward(dy);
        for (int i = 0; i < gradients.Length; i++)
            Assert.True(layer.Parameters[i].Gradient.AllClose(2 * gradients[i], 1e-4f), $"{layer}: a second backward pass did not add the same gradient to {layer.Parameters[i].Name}.");
    }
}
