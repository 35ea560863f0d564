using MathNet.Numerics.Random;
using NeuroLab.Course.Exercises;
using NeuroLab.Layers;
using static NeuroLab.Course.Tests.Exercises.Answers;

namespace NeuroLab.Course.Tests.Exercises;

public sealed class HiddenLayerExercisesTests
{
    [Theory]
    [InlineData(6, -3, "bias too")]
    [InlineData(6, 1, "for x = 0")]
    [InlineData(5, -1, "multiplied, not added")]
    [InlineData(2, -1, "bias is right")]
    [InlineData(1, 1, "multiply out")]
    public void Layers_collapsed_wrongly_get_the_hint_that_fits(double w, double b, string hint) =>
        NotYet(HiddenLayerExercises.Collapsed((w, b)), hint);

    [Theory]
    [InlineData(5, "number of bends")]
    [InlineData(1, "without ReLU")]
    [InlineData(10, "five units have five")]
    [InlineData(32, "on or off")]
    [InlineData(7, "between the bends")]
    public void A_wrong_number_of_pieces_gets_the_hint_that_fits(int answer, string hint) => NotYet(HiddenLayerExercises.Pieces(answer), hint);

    [Theory]
    [InlineData(2, -2, 1, "At x = 1 it is 2")]
    [InlineData(1, -1, 0, "becomes flat")]
    [InlineData(1, -3, 1, "At x = 2 it is -1")]
    [InlineData(1, -2, 0, "at x = 3 it is -1")]
    public void A_hat_that_is_none_gets_the_hint_that_fits(double v1, double v2, double v3, string hint) =>
        NotYet(HiddenLayerExercises.Hat((v1, v2, v3)), hint);

    [Fact]
    public void A_function_that_is_not_the_larger_number_gets_the_hint_that_fits()
    {
        NotYet(HiddenLayerExercises.Larger(Math.Min), "smaller one");
        NotYet(HiddenLayerExercises.Larger((a, b) => Math.Max(0, b - a)), "must it be added to");
        NotYet(HiddenLayerExercises.Larger((a, b) => Math.Max(0, a) + Math.Max(0, b)), "compares with 0");
        NotYet(HiddenLayerExercises.Larger((a, b) => a), "For 2 and 5 it gives 2");
    }

    [Fact]
    public void Right_answers_are_right()
    {
        Right(HiddenLayerExercises.Collapsed((6, -1)));
        Right(HiddenLayerExercises.Pieces(6));
        Right(HiddenLayerExercises.Hat((1, -2, 1)));
        Right(HiddenLayerExercises.Larger((a, b) => a + Math.Max(0, b - a)));
        Right(HiddenLayerExercises.Larger((a, b) => b + Math.Max(0, a - b)));
    }

    [Fact]
    public void A_network_that_can_not_learn_the_circles_gets_the_hint_that_fits()
    {
        NotYet(HiddenLayerExercises.SmallForCircles(Net(8)), "It has 33 parameters");
        NotYet(HiddenLayerExercises.SmallForCircles(new Sequential { new Linear(2, 3, Start()) }), "one number for each point");
        NotYet(HiddenLayerExercises.SmallForCircles(new Sequential { new Linear(2, 6, Start()), new Linear(6, 1, Start()) }), "no activation");
        NotYet(HiddenLayerExercises.SmallForCircles(new Sequential { new Linear(3, 5, Start()), new ReLU(), new Linear(5, 1, Start()) }), "Linear(3, 5)");
        NotYet(HiddenLayerExercises.SmallForCircles(Net(1)), "at least three lines");
    }

    [Fact]
    public void A_small_network_that_learns_the_circles_is_right() => Right(HiddenLayerExercises.SmallForCircles(Net(7)));

    private static MersenneTwister Start() => new(1);

    private static Sequential Net(int units)
    {
        MersenneTwister random = Start();
        return new Sequential { new Linear(2, units, random), new ReLU(), new Linear(units, 1, random) };
    }
}
