using NeuroLab.Inspection;
using NeuroLab.Layers;
using NeuroLab.Tensors;
using static NeuroLab.Course.Exercises.Exercise;

namespace NeuroLab.Course.Exercises;

/// <summary>The checks of notebook 02, weight shapes.</summary>
public static class WeightShapeExercises
{
    /// <summary>02.1: the shape of the weight of a layer with 30 inputs and 12 outputs.</summary>
    /// <param name="shape">The reader's sizes.</param>
    public static ExerciseResult LinearWeight(int[]? shape) => Check("02.1", shape, answer => answer switch
    {
        [12, 30] => null,
        [30, 12] => "That is (in, out), the order in which Linear(30, 12) is written. The weight has one row a neuron: out comes first.",
        [360] => "The number of weights is right. The question is for the shape: two numbers.",
        [12] or [30] => "One number is the shape of a vector, such as the bias. A weight connects each input with each output.",
        [_, 12, 30] or [_, 30, 12] => "The batch is no part of the weight: two axes are enough.",
        { Length: not 2 } => $"The weight of a fully connected layer has two axes, out and in. You gave {answer.Length}.",
        _ => "One axis counts the outputs, 12, the other the inputs, 30.",
    }, "(out 12, in 30): row j holds what neuron j asks of each input.");

    /// <summary>02.2: the parameters of an MLP 6 - 4 - 3.</summary>
    /// <param name="count">The reader's number.</param>
    public static ExerciseResult MlpParameters(int? count) => Check("02.2", count, answer => answer switch
    {
        43 => null,
        36 => "Those are the weights, 24 and 12. Each neuron has a bias as well.",
        28 => "That is the first layer. The second takes 4 inputs and gives 3 outputs.",
        15 => "That is the second layer. The first takes 6 inputs and gives 4 outputs.",
        46 => "There is one bias for each output of a layer, none for its inputs: 4 and 3.",
        72 => "6 × 4 × 3 would be one tensor of three axes. There are two matrices: their numbers are added.",
        13 => "Those are the numbers that flow, 6 and 4 and 3. Each layer has in × out weights.",
        _ => "For each of the two layers: out × in weights and out biases. Then add.",
    }, "(4 × 6 + 4) + (3 × 4 + 3) = 28 + 15 = 43.");

    /// <summary>02.3: the shape of the weight of 16 kernels, 5 high and 7 wide, over colour pictures.</summary>
    /// <param name="shape">The reader's sizes.</param>
    public static ExerciseResult ConvolutionWeight(int[]? shape) => Check("02.3", shape, answer => answer switch
    {
        [16, 3, 5, 7] => null,
        [3, 16, 5, 7] => "Out comes before in, as in a fully connected layer: the kernels first, then the channels they look at.",
        [16, 3, 7, 5] => "Height before width: 5 rows, then 7 columns.",
        [16, 5, 7] => "A kernel looks at all channels of a colour picture at once, so there is an axis for these too.",
        [16, 1, 5, 7] => "A colour picture has three channels, red, green and blue.",
        [16, 5, 7, 3] or [5, 7, 3, 16] => "That puts the channels last, as TensorFlow does. Here the order is out channels, in channels, height, width.",
        { Length: not 4 } => $"The weight of a convolution has four axes: out channels, in channels, height, width. You gave {answer.Length}.",
        _ => "Four numbers: how many kernels, how many channels come in, the height of a kernel, its width.",
    }, "(out channels 16, in channels 3, height 5, width 7): 1,680 weights, whatever the size of the pictures.");

    /// <summary>02.4: the features after Conv2d(3, 12, 5), ReLU, MaxPool2d(2), Flatten on 32 × 32 pictures.</summary>
    /// <param name="features">The reader's number.</param>
    public static ExerciseResult FlattenedFeatures(int? features) => Check("02.4", features, answer => answer switch
    {
        2352 => null,
        12 * 16 * 16 => "That would be right with padding: 2. Without padding a window of 5 fits at 32 - 5 + 1 places.",
        12 * 28 * 28 => "The pooling is still missing: it halves height and width.",
        12 * 28 * 14 => "Pooling halves the height and the width, both.",
        14 * 14 or 3 * 14 * 14 => "Height and width are right. How many channels come out of the convolution?",
        12 * 14 => "Height and width are both 14: the picture has two of them.",
        64 * 2352 => "The batch is not flattened with the rest: count the numbers of one picture.",
        _ => "Follow one picture: (3, 32, 32) through the convolution, then pooling, then count what is left.",
    }, "12 channels of 14 × 14: 2,352.");

    /// <summary>02.5: a repaired network from (batch, 1, 28, 28) to ten scores.</summary>
    /// <param name="model">The reader's model.</param>
    public static ExerciseResult Repaired(Sequential? model) => Check("02.5", model, answer =>
    {
        Shape pictures = new(("batch", 64), ("channels", 1), ("height", 28), ("width", 28));
        ShapeTrace trace = ShapeTrace.Of(answer, pictures);
        if (trace.Error is { } error)
            return $"One mistake at a time. The next one: {error}";
        if (!trace.Output!.HasSizes(64, 10))
            return $"It runs, but gives {trace.Output}. Wanted are ten scores for each picture, (batch 64, 10).";
        Type? lost = Array.Find([typeof(Conv2d), typeof(ReLU), typeof(MaxPool2d), typeof(Linear)], kind => !trace.Rows.Any(row => kind.IsInstanceOfType(row.Layer)));
        return lost is null ? null : $"It runs, but its {lost.Name} is gone. Keep the kinds of layers and repair their numbers.";
    }, "(1, 28, 28) becomes (6, 24, 24), then (6, 12, 12), then 864 numbers in a row, then ten scores.");
}
