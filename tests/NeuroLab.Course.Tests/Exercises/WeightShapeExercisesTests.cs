using NeuroLab.Course.Exercises;
using NeuroLab.Layers;
using static NeuroLab.Course.Tests.Exercises.Answers;

namespace NeuroLab.Course.Tests.Exercises;

public sealed class WeightShapeExercisesTests
{
    private static readonly Random random = new(1);

    [Theory]
    [InlineData(new[] { 30, 12 }, "out comes first")]
    [InlineData(new[] { 360 }, "The number of weights is right")]
    [InlineData(new[] { 12 }, "such as the bias")]
    [InlineData(new[] { 64, 12, 30 }, "batch is no part")]
    [InlineData(new[] { 1, 2, 3, 4 }, "You gave 4")]
    [InlineData(new[] { 12, 31 }, "outputs, 12")]
    public void A_wrong_shape_of_a_fully_connected_weight_gets_the_hint_that_fits(int[] answer, string hint) =>
        NotYet(WeightShapeExercises.LinearWeight(answer), hint);

    [Theory]
    [InlineData(36, "has a bias as well")]
    [InlineData(28, "the first layer")]
    [InlineData(15, "the second layer")]
    [InlineData(46, "none for its inputs")]
    [InlineData(72, "numbers are added")]
    [InlineData(13, "numbers that flow")]
    [InlineData(1, "out × in weights")]
    public void A_wrong_number_of_parameters_gets_the_hint_that_fits(int answer, string hint) =>
        NotYet(WeightShapeExercises.MlpParameters(answer), hint);

    [Theory]
    [InlineData(new[] { 3, 16, 5, 7 }, "Out comes before in")]
    [InlineData(new[] { 16, 3, 7, 5 }, "Height before width")]
    [InlineData(new[] { 16, 5, 7 }, "all channels of a colour picture")]
    [InlineData(new[] { 16, 1, 5, 7 }, "three channels")]
    [InlineData(new[] { 5, 7, 3, 16 }, "channels last")]
    [InlineData(new[] { 16, 3 }, "You gave 2")]
    [InlineData(new[] { 1, 2, 3, 4 }, "how many kernels")]
    public void A_wrong_shape_of_a_convolution_weight_gets_the_hint_that_fits(int[] answer, string hint) =>
        NotYet(WeightShapeExercises.ConvolutionWeight(answer), hint);

    [Theory]
    [InlineData(3072, "padding: 2")]
    [InlineData(9408, "pooling is still missing")]
    [InlineData(4704, "the height and the width, both")]
    [InlineData(588, "How many channels come out")]
    [InlineData(168, "both 14")]
    [InlineData(150528, "batch is not flattened")]
    [InlineData(1, "Follow one picture")]
    public void A_wrong_number_of_features_gets_the_hint_that_fits(int answer, string hint) =>
        NotYet(WeightShapeExercises.FlattenedFeatures(answer), hint);

    [Fact]
    public void Shapes_and_counts_are_right_where_the_library_agrees()
    {
        Right(WeightShapeExercises.LinearWeight([.. new Linear(30, 12, random).Weight.Shape]));
        Right(WeightShapeExercises.MlpParameters(new Sequential { new Linear(6, 4, random), new Linear(4, 3, random) }.ParameterCount));
        Right(WeightShapeExercises.ConvolutionWeight([.. new Conv2d(3, 16, (5, 7), random).Weight.Shape]));
        Sequential model = new() { new Conv2d(3, 12, 5, random), new ReLU(), new MaxPool2d(2), new Flatten() };
        Right(WeightShapeExercises.FlattenedFeatures(model.OutputShape(new Tensors.Shape(1, 3, 32, 32))[1]));
    }

    [Fact]
    public void A_network_that_is_not_repaired_gets_the_message_of_the_next_mistake()
    {
        NotYet(WeightShapeExercises.Repaired(new Sequential { new Conv2d(3, 6, 5, random), new Linear(6 * 28 * 28, 10, random) }), "expects pictures of shape");
        NotYet(WeightShapeExercises.Repaired(new Sequential { new Conv2d(1, 6, 5, random), new Linear(6 * 24 * 24, 10, random) }), "Put a Flatten layer before it");
        NotYet(WeightShapeExercises.Repaired(new Sequential { new Flatten(), new Linear(784, 12, random) }), "Wanted are ten scores");
        NotYet(WeightShapeExercises.Repaired(new Sequential { new Flatten(), new Linear(784, 10, random) }), "its Conv2d is gone");
    }

    [Fact]
    public void A_repaired_network_is_right() => Right(WeightShapeExercises.Repaired(new Sequential
    {
        new Conv2d(1, 6, 5, random), new ReLU(), new MaxPool2d(2), new Flatten(), new Linear(6 * 12 * 12, 10, random),
    }));
}
