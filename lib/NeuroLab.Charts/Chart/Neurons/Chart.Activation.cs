using NeuroLab.Layers;
using NeuroLab.Tensors;

namespace NeuroLab.Charts;

public static partial class Chart
{
    private const int ActivationPoints = 161;

    /// <summary>An activation function and its slope, both computed by the layer's own forward and backward pass.</summary>
    /// <param name="activation">A layer that works on each number by itself, such as <c>new ReLU()</c>.</param>
    /// <param name="from">The smallest input.</param>
    /// <param name="to">The largest input.</param>
    /// <exception cref="ArgumentException">The layer is no activation function, or the range does not go up.</exception>
    /// <example>
    /// <code>
    /// Chart.Activation(new Tanh());
    /// </code>
    /// </example>
    public static Figure Activation(Layer activation, double from = -5, double to = 5)
    {
        ArgumentNullException.ThrowIfNull(activation);
        double[] z = Steps((from, to), nameof(from), ActivationPoints - 1);
        var x = new Tensor(new Shape(("batch", 1), ("in", z.Length)), [.. z.Select(value => (float)value)]);
        if (activation.Parameters.Count > 0 || activation is Softmax or LogSoftmax or Dropout || activation.OutputShape(x.Shape) != x.Shape)
            throw new ArgumentException($"{activation} is not an activation function of single numbers. Give a layer such as new ReLU(), new Tanh() or new Sigmoid().", nameof(activation));
        x.RequiresGrad = true;
        Tensor answers = activation.Forward(x);
        answers.Backward(Tensor.Ones(1, z.Length));
        float[] y = answers.ToArray(), slope = x.Gradient!.ToArray();
        string name = activation.GetType().Name;
        double steepest = slope.Max();
        var figure = new Figure($"{name}: its slope is at most {Words.Number(Math.Round(steepest, 2))}").WithAxisTitles("input z", "value")
            .AddLine(z, y, "function").AddLine(z, slope, "slope").WithHorizontalLine(0);
        figure.Layout["width"] = 620;
        return figure;
    }

    /// <summary>Activation functions and their slopes beside each other, on the same axes.</summary>
    /// <param name="activations">The layers, such as <c>new Sigmoid(), new Tanh(), new ReLU()</c>.</param>
    /// <exception cref="ArgumentException">There are none, or one of them is no activation function.</exception>
    /// <example>
    /// <code>
    /// Chart.Activations(new Sigmoid(), new Tanh(), new ReLU(), new LeakyReLU(0.1f), new ELU(), new GELU());
    /// </code>
    /// </example>
    public static Figure Activations(params IReadOnlyList<Layer> activations)
    {
        ArgumentNullException.ThrowIfNull(activations);
        Figure[] figures = [.. activations.Select(activation => Activation(activation).WithRange(y: (-1.5, 2.5)).WithSize(height: 290))];
        return Grid(figures, 3, "Where an activation function is flat its slope is near 0, and a gradient that passes through it fades");
    }
}
