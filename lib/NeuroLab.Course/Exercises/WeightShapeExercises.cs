using NeuroLab.Inspection;
using NeuroLab.Layers;
using NeuroLab.Tensors;
using static NeuroLab.Course.Exercises.Exercise;

namespace NeuroLab.Course.Exercises;

/// <summary>The checks of notebook 02, weight shapes.</summary>
public static class WeightShapeExercises
{
    /// <summary>02.1: the shape of the weight of a layer from 30 to 12.</summary>
    /// <param name="shape">The reader's sizes.</param>
    public static ExerciseResult LinearWeight(int[]? shape) => Check("02.1", shape, answer => answer switch
    {
        [12, 30] => null,
        [30, 12] => "That is (in, out), the order in which Linear(30, 12) is written. A weight has one row a neuron: which number comes first?",
        [360] => "The number of weights is right. The question is for the shape: two numbers.",
        [12] or [30] => "One number is the shape of a vector, such as the bias. A weight connects each input with each output.",
        [_, 12, 30] or [_, 30, 12] => "The batch is no part of the weight: two axes are enough.",
        [12, 31] or [31, 12] or [13, 30] => "The biases stand in a vector of their own. Which shape has the weight alone?",
        { Length: not 2 } => $"The weight of a fully connected layer has two axes, out and in. You gave {answer.Length}.",
        _ => "One axis counts the outputs, the other the inputs: how many of each are there?",
    }, "(out 12, in 30): row j holds what neuron j asks of each input.");

    /// <summary>02.2: the parameters of an MLP of any widths.</summary>
    /// <param name="count">The reader's function of the widths.</param>
    public static ExerciseResult MlpParameters(Func<int[], int>? count) => Check("02.2", count, answer => FunctionCheck.Hint(
        () => new int[][] { [6, 4, 3], [784, 256, 128, 10], [5, 2] },
        widths => [answer(widths)],
        widths => [Sum(widths, (from, to) => (to * from) + to)],
        (widths, given, expected) => $"The widths {FunctionCheck.Text(widths.Select(width => (double)width))} make {expected[0]} parameters, but yours gives {given[0]}. How many layers are there, and what does each of them hold?",
        (widths => [Sum(widths, (from, to) => to * from)], "Those are the weights. What does each neuron have besides?"),
        (widths => [Sum(widths, (from, to) => (to * from) + from)], "There is one bias for each output of a layer, none for its inputs."),
        (widths => [Sum(widths, (from, to) => (to * from) + from + to)], "There is one bias for each output of a layer, none for its inputs."),
        (widths => [Sum(widths, (from, to) => to * from) + widths.Sum()], "The first width are the inputs, which have no biases: which widths have?"),
        (widths => [(widths[1] * widths[0]) + widths[1]], "That is the first layer. Does your loop go on?"),
        (widths => [(widths[^1] * widths[^2]) + widths[^1]], "That is the last layer. Does your loop add to the sum, or replace it?"),
        (widths => [Sum(widths[..^1], (from, to) => (to * from) + to)], "The last layer is left out: does your loop end one too early?"),
        (widths => [Sum(widths[1..], (from, to) => (to * from) + to)], "The first layer is left out: where does your loop begin?"),
        (widths => [widths.Aggregate(1, (product, width) => product * width)], "That would be one tensor with an axis for each width. There is a matrix for each pair of neighbours."),
        (widths => [widths.Sum()], "Those are the numbers that flow. How many weights connect two neighbours?"),
        (widths => [Sum(widths, (from, to) => to * from) + 1], "One bias is too few: each neuron has its own."),
        (widths => [Sum(widths, (from, to) => (to * from) + 1)], "One bias for each layer is too few: each neuron has its own.")),
        "out × in + out for each layer, then the sum: 43 for 6, 4, 3.");

    /// <summary>02.3: the shape of the weight of 16 kernels, 5 high and 7 wide, over colour pictures.</summary>
    /// <param name="shape">The reader's sizes.</param>
    public static ExerciseResult ConvolutionWeight(int[]? shape) => Check("02.3", shape, answer => answer switch
    {
        [16, 3, 5, 7] => null,
        [3, 16, 5, 7] => "Out comes before in, as in a fully connected layer: what do the kernels make, outputs or inputs?",
        [16, 3, 7, 5] => "Height before width: which of the two is the number of rows?",
        [16, 5, 7] => "A kernel looks at all channels of a colour picture at once, so there is an axis for these too.",
        [16, 1, 5, 7] => "How many channels has a colour picture?",
        [16, 5, 7, 3] or [5, 7, 3, 16] => "That puts the channels last, as TensorFlow does. Here the order is out channels, in channels, height, width.",
        [3, 5, 7] => "That is one kernel. How many are there?",
        [1680] => "The number of weights is right. The question is for the shape: four numbers.",
        { Length: not 4 } => $"The weight of a convolution has four axes: out channels, in channels, height, width. You gave {answer.Length}.",
        _ => "How many kernels are there, how many channels come in, how high is a kernel, and how wide?",
    }, "(out channels 16, in channels 3, height 5, width 7): 1,680 weights, whatever the size of the pictures.");

    /// <summary>02.4: the features after a convolution without padding, pooling and flattening.</summary>
    /// <param name="features">The reader's function of the side of the picture, the kernels, and the side of a kernel.</param>
    public static ExerciseResult FlattenedFeatures(Func<int, int, int, int>? features) => Check("02.4", features, answer => FunctionCheck.Hint(
        () => new (int Side, int Kernels, int Window)[] { (32, 12, 5), (28, 8, 3), (20, 6, 7) },
        at => [answer(at.Side, at.Kernels, at.Window)],
        at => [at.Kernels * Pooled(at) * Pooled(at)],
        (at, given, expected) => $"Pictures of {at.Side} × {at.Side}, {at.Kernels} kernels of {at.Window} × {at.Window}: {expected[0]} numbers are left, but yours gives {given[0]}. Which shape stands after the convolution, and which after pooling?",
        (at => [at.Kernels * (at.Side / 2) * (at.Side / 2)], "That would be right if padding kept the size. At how many places does a window fit without?"),
        (at => [at.Kernels * Places(at) * Places(at)], "What does pooling do to height and width?"),
        (at => [at.Kernels * Places(at) * Places(at) / 2], "Pooling halves the height and the width: both."),
        (at => [at.Kernels * ((at.Side - at.Window) / 2) * ((at.Side - at.Window) / 2)], "One place is missing: a window of 3 fits into 3 pixels once, not never."),
        (at => [Pooled(at) * Pooled(at)], "Height and width are right. How many channels come out of the convolution?"),
        (at => [3 * Pooled(at) * Pooled(at)], "Height and width are right. The three colours came in: how many channels come out?"),
        (at => [3 * at.Kernels * Pooled(at) * Pooled(at)], "The three colours are summed up in every kernel. How many channels come out?"),
        (at => [at.Kernels * Pooled(at)], "A picture has a height and a width: two numbers to multiply."),
        (at => [at.Kernels * at.Window * at.Window], "That counts the weights for one colour. The question is for what flows."),
        (at => [at.Kernels * at.Side * at.Side], "Neither the window nor the pooling has changed anything for you. What do they do to the side?")),
        "kernels × ((side - window + 1) / 2)²: 2,352 for 32, 12 and 5.");

    /// <summary>02.5: a repaired network from (batch, 1, 28, 28) to ten scores.</summary>
    /// <param name="model">The reader's model.</param>
    public static ExerciseResult Repaired(Sequential? model) => Check("02.5", model, answer =>
    {
        Shape pictures = new(("batch", 64), ("channels", 1), ("height", 28), ("width", 28));
        if (answer.Count == 0)
            return "There is no layer in it yet.";
        ShapeTrace trace = ShapeTrace.Of(answer, pictures);
        if (trace.Error is { } error)
            return $"One mistake at a time. The next one: {error}";
        if (!trace.Output!.HasSizes(64, 10))
            return $"It runs, but gives {trace.Output}. Wanted are ten scores for each picture, (batch 64, 10).";
        Type? lost = Array.Find([typeof(Conv2d), typeof(ReLU), typeof(MaxPool2d), typeof(Linear)], kind => !trace.Rows.Any(row => kind.IsInstanceOfType(row.Layer)));
        return lost is null ? null : $"It runs, but its {lost.Name} is gone. Keep the kinds of layers and repair their numbers.";
    }, "(1, 28, 28) becomes (6, 24, 24), then (6, 12, 12), then 864 numbers in a row, then ten scores.");

    /// <summary>02.6: a fully connected layer on a batch.</summary>
    /// <param name="forward">The reader's function of X (batch, in), W (out, in) and b.</param>
    public static ExerciseResult Forward(Func<double[,], double[,], double[], double[,]>? forward) => Check("02.6", forward, answer =>
    {
        (int Rows, int Columns)? wrongShape = null;
        string? hint = FunctionCheck.Hint(
            // Square ones first: there a transposed matrix gives no error.
            () => new Batch[]
            {
                new(new double[,] { { 1, 2 }, { 3, -1 } }, new double[,] { { 0.5, 1 }, { -2, 4 } }, [1, -1]),
                new(new double[,] { { 2, 0 }, { 1, 5 } }, new double[,] { { 1, -3 }, { 2, 0.25 } }, [0.5, 3]),
            },
            batch => Numbers(answer(batch.X, batch.W, batch.B)),
            batch => batch.Outputs((x, w, n, j, i) => x[n, i] * w[j, i], (b, _, j) => b[j]),
            (batch, given, expected) => $"For X = {FunctionCheck.Text(batch.X.Cast<double>())}, W = {FunctionCheck.Text(batch.W.Cast<double>())}, both 2 × 2 and row after row, and b = {FunctionCheck.Text(batch.B)} it should be {FunctionCheck.Text(expected)}, but yours is {FunctionCheck.Text(given)}. Which row meets which row?",
            (batch => batch.Outputs((x, w, n, j, i) => x[n, i] * w[j, i], (_, _, _) => 0), "The biases are missing: one for each column of Y."),
            (batch => batch.Outputs((x, w, n, j, i) => x[n, i] * w[i, j], (b, _, j) => b[j]), "W is read the wrong way round. It is (out, in): which index runs over the inputs?"),
            (batch => batch.Outputs((x, w, n, j, i) => x[n, i] * w[j, i], (b, n, _) => b[n]), "The bias belongs to the neuron, not to the sample: which index counts neurons?"),
            (batch => batch.Outputs((x, w, n, j, i) => x[j, i] * w[n, i], (b, n, _) => b[n]), "Your Y is turned over: samples are its rows, neurons its columns."),
            (batch => batch.Outputs((x, w, n, j, i) => x[n, i] * w[j, i], (b, _, j) => -b[j]), "The sign of the bias is turned."),
            (batch => batch.Outputs((x, w, n, j, i) => x[n, i] * w[j, i], (b, _, j) => b.Length * b[j]), "The bias is added once for each input. Should it stand inside the inner loop?"),
            (batch => batch.Outputs((x, w, n, j, i) => i == 1 ? x[n, i] * w[j, i] : 0, (b, _, j) => b[j]), "Only the last product is left: does your loop add to the sum, or replace it?"),
            (batch => batch.Outputs((x, w, n, j, i) => x[i, n] * w[j, i], (b, _, j) => b[j]), "X is read the wrong way round. It is (batch, in): which index counts samples?"))
            ?? FunctionCheck.Hint(
                () => new Batch[] { new(new double[,] { { 1, 2, 0 }, { 0, 1, 3 } }, new double[,] { { 1, 0, -1 }, { 2, -1, 0 }, { 0, 1, 1 }, { 1, 1, 1 } }, [1, 2, 3, 4]) },
                batch =>
                {
                    double[,]? y = answer(batch.X, batch.W, batch.B);
                    if (y is not null && (y.GetLength(0), y.GetLength(1)) is var sizes && sizes != (2, 4))
                        wrongShape = sizes;
                    return Numbers(y);
                },
                batch => batch.Outputs((x, w, n, j, i) => x[n, i] * w[j, i], (b, _, j) => b[j]),
                (_, _, _) => "It is right for square matrices only: which length counts samples, which neurons, and which inputs?");
        return wrongShape is var (rows, columns) ? $"For X (2, 3) and W (4, 3) the result is (2, 4), but yours is ({rows}, {columns})." : hint;
    }, "Each row of X with each row of W, plus the bias of that neuron: Y = X Wᵀ + b.");

    private static int Sum(int[] widths, Func<int, int, int> layer) => widths.Zip(widths.Skip(1), layer).Sum();

    private static int Places((int Side, int Kernels, int Window) at) => at.Side - at.Window + 1;

    private static int Pooled((int Side, int Kernels, int Window) at) => Places(at) / 2;

    private static double[]? Numbers(double[,]? matrix) => matrix is null ? null : [.. matrix.Cast<double>()];

    /// <summary>Samples and a layer.</summary>
    private sealed record Batch(double[,] X, double[,] W, double[] B)
    {
        internal double[] Outputs(Func<double[,], double[,], int, int, int, double> product, Func<double[], int, int, double> bias) =>
            [.. from n in Enumerable.Range(0, X.GetLength(0)) from j in Enumerable.Range(0, W.GetLength(0)) select Enumerable.Range(0, X.GetLength(1)).Sum(i => product(X, W, n, j, i)) + bias(B, n, j)];
    }
}
