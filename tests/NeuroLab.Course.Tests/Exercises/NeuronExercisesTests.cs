using NeuroLab.Course.Exercises;
using static NeuroLab.Course.Tests.Exercises.Answers;

namespace NeuroLab.Course.Tests.Exercises;

public sealed class NeuronExercisesTests
{
    [Theory]
    [InlineData(13, "bias is still missing")]
    [InlineData(23.5, "bias is negative")]
    [InlineData(1, "before the step")]
    [InlineData(-4, "Multiply the dots of each die")]
    public void A_wrong_weighted_sum_gets_the_hint_that_fits(double answer, string hint) => NotYet(NeuronExercises.WeightedSum(answer), hint);

    [Fact]
    public void The_weighted_sum_is_right() => Right(NeuronExercises.WeightedSum(2.5));

    [Theory]
    [InlineData(1, 1, -0.5, "computes OR")]
    [InlineData(1, 1, -3, "never fires")]
    [InlineData(1, 1, 1, "always fires")]
    [InlineData(-1, -1, 0.5, "fires for (0, 0)")]
    [InlineData(1, -1, -0.5, "one of the weights is negative")]
    [InlineData(2, 0.5, -1, "One input alone")]
    public void A_neuron_that_is_not_AND_gets_the_hint_that_fits(double w1, double w2, double b, string hint) =>
        NotYet(NeuronExercises.And((w1, w2, b)), hint);

    [Fact]
    public void AND_is_right_with_any_weights_that_do_it()
    {
        Right(NeuronExercises.And((1, 1, -1.5)));
        Right(NeuronExercises.And((10, 10, -15)));
    }

    [Theory]
    [InlineData(-1, 1, 0, "different signs")]
    [InlineData(1, 1, -7, "different signs")]
    [InlineData(1, -1, 0.5, "tie")]
    [InlineData(2, -1, -0.5, "one dot more on either die must count the same")]
    [InlineData(1, -1, -1.5, "bias takes away too much")]
    public void A_neuron_that_compares_dice_wrongly_gets_the_hint_that_fits(double w1, double w2, double b, string hint) =>
        NotYet(NeuronExercises.FirstDieIsLarger((w1, w2, b)), hint);

    [Fact]
    public void Comparing_dice_is_right_with_opposite_weights()
    {
        Right(NeuronExercises.FirstDieIsLarger((1, -1, -0.5)));
        Right(NeuronExercises.FirstDieIsLarger((3, -3, 0)));
    }

    [Fact]
    public void A_wrong_slope_of_tanh_gets_the_hint_that_fits()
    {
        NotYet(NeuronExercises.TanhSlope(z => 1 - Math.Tanh(z)), "squared");
        NotYet(NeuronExercises.TanhSlope(z => Math.Tanh(z) * (1 - Math.Tanh(z))), "rule of the sigmoid");
        NotYet(NeuronExercises.TanhSlope(Math.Tanh), "tanh itself");
        NotYet(NeuronExercises.TanhSlope(z => z), "At z = -2 your slope is -2");
        NotYet(NeuronExercises.TanhSlope(_ => throw new NotSupportedException("no idea")), "NotSupportedException");
    }

    [Fact]
    public void The_slope_of_tanh_is_right() => Right(NeuronExercises.TanhSlope(z => 1 - Math.Pow(Math.Tanh(z), 2)));

    [Theory]
    [InlineData(1, -2, 0.5, "only the bias is left")]
    [InlineData(1, -2, -1.5, "Here it should fire")]
    [InlineData(1, 1, -0.5, "AND has to veto")]
    public void A_wrong_output_neuron_for_XOR_gets_the_hint_that_fits(double w1, double w2, double b, string hint) =>
        NotYet(NeuronExercises.Xor((w1, w2, b)), hint);

    [Fact]
    public void XOR_from_three_neurons_is_right() => Right(NeuronExercises.Xor((1, -2, -0.5)));

    [Fact]
    public void No_answer_is_not_tried()
    {
        Assert.Equal(ExerciseState.NotTried, NeuronExercises.WeightedSum(null).State);
        Assert.Equal(ExerciseState.NotTried, NeuronExercises.And(null).State);
        Assert.Equal(ExerciseState.NotTried, NeuronExercises.TanhSlope(null).State);
    }
}
