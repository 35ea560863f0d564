using NeuroLab.Inspection;
using NeuroLab.Layers;
using NeuroLab.Tensors;
using static NeuroLab.Course.Exercises.Exercise;

namespace NeuroLab.Course.Exercises;

/// <summary>The checks of notebook 13, training a CNN.</summary>
public static class CnnTrainingExercises
{
    private const int MostParameters = 2500;

    /// <summary>13.1: the numbers after Conv2d(1, 6, 5), pooling, Conv2d(6, 12, 3), pooling on 28 × 28.</summary>
    /// <param name="count">The reader's number.</param>
    public static ExerciseResult Flattened(int? count) => Check("13.1", count, answer => answer switch
    {
        300 => null,
        25 or 6 * 25 => "Height and width are right, 5 × 5. How many channels come out of the second convolution?",
        12 * 7 * 7 => "That is with padding. Without it a window of 5 fits at 28 - 5 + 1 places, and a window of 3 at two less than there are.",
        12 * 10 * 10 => "The second pooling is missing.",
        12 * 6 * 6 => "The second convolution has no padding either: 12 becomes 10 before the pooling.",
        12 * 22 * 22 or 12 * 11 * 11 => "There is a pooling after each of the two convolutions.",
        12 * 5 => "5 is the height and the width, so it counts twice.",
        _ => "Write down height and width after each layer, starting with 28 - 5 + 1 = 24. Then multiply with the channels.",
    }, "28, 24, 12, 10, 5, and 12 channels: 300.");

    /// <summary>13.2: a weight after two steps with momentum and L2.</summary>
    /// <param name="weight">The reader's number.</param>
    public static ExerciseResult TwoSteps(double? weight) => Check("13.2", weight, answer => answer switch
    {
        _ when Is(answer, 0.8266) => null,
        _ when Is(answer, 0.94) => "That is the weight after the first step. Once more, with v = 0.6 in memory.",
        _ when Is(answer, 0.855) => "That is without L2: each gradient gets λ w added before it goes into v.",
        _ when Is(answer, 0.8806) => "That is without momentum: 0.9 of the first v goes into the second.",
        _ when Is(answer, 0.9) => "That is plain descent. Add λ w to each gradient, and keep 0.9 of the last v.",
        _ when Is(answer, 0.826) => "In the second step the weight is 0.94, not 1 any more, so L2 adds 0.094.",
        _ when answer > 1 => "The gradient is positive, so the weight gets smaller: w - α v.",
        _ => "Step one: g = 0.5 + 0.1 × 1, v = g, w = 1 - 0.1 v. Step two: g with the new w, v = 0.9 v + g, w again.",
    }, "v is 0.6 and then 1.134; w is 0.94 and then 0.8266.");

    /// <summary>13.3: the part of an idle weight left by L2 after 1,000 steps.</summary>
    /// <param name="part">The reader's number.</param>
    public static ExerciseResult PartLeft(double? part) => Check("13.3", part, answer => answer switch
    {
        _ when Near(answer, 0.6065, 0.002) => null,
        _ when Near(answer, 0.5) => "That takes the same amount away each time. But the pull shrinks with the weight: each step multiplies.",
        _ when Near(answer, 0.3935, 0.002) => "That is what is gone. The question is for what is left.",
        _ when Is(answer, 0.9995) => "That is one step. A thousand of them multiply.",
        _ when Near(answer, 0.0067, 0.002) => "That is with momentum 0.9, which makes the pull ten times as strong. Here there is none.",
        _ when answer is < 0 or > 1 => "It is a part of the weight, between 0 and 1.",
        _ => "Each step multiplies the weight by 1 - α λ = 1 - 0.0005. A thousand of them?",
    }, "0.9995 to the power of 1,000.");

    /// <summary>13.4: a CNN for glyphs with two convolutions and at most 2,500 parameters.</summary>
    /// <param name="model">The reader's model.</param>
    public static ExerciseResult SmallCnn(Sequential? model) => Check("13.4", model, answer =>
    {
        ShapeTrace trace = ShapeTrace.Of(answer, new Shape(("batch", 20), ("channels", 1), ("height", 28), ("width", 28)));
        int convolutions = trace.Rows.Count(row => row.Layer is Conv2d);
        int largest = trace.Rows.Select(row => row.Layer.ParameterCount).DefaultIfEmpty(0).Max();
        return 0 switch
        {
            _ when trace.Error is { } error => $"The shapes do not fit yet. {error}",
            _ when !trace.Output!.HasSizes(20, 10) => $"It runs, but gives {trace.Output}. Wanted are ten scores for each picture, (batch 20, 10).",
            _ when convolutions != 2 => $"It has {convolutions} Conv2d; the exercise asks for two.",
            _ when answer.ParameterCount > MostParameters => $"It has {answer.ParameterCount:N0} parameters, {largest:N0} of them in its largest layer. Make the pictures smaller before the last layer: larger pooling windows, or a stride.",
            _ when !trace.Rows.Any(row => row.Layer is ReLU or LeakyReLU or Tanh or Sigmoid or ELU or GELU) => "It fits. But without an activation between them, two convolutions are no more than one (notebook 04). Add ReLU after each.",
            _ => null,
        };
    }, "Small enough, and all shapes fit. Train it, if you like: it does not do much worse than the large one.");

    private static bool Is(double answer, double expected) => Near(answer, expected, 1e-4);
}
