using MathNet.Numerics.LinearAlgebra;
using NeuroLab.Course.Exercises;
using static NeuroLab.Course.Tests.Exercises.Answers;

namespace NeuroLab.Course.Tests.Exercises;

public sealed class BackpropagationExercisesTests
{
    [Theory]
    [InlineData(-12, "prediction minus target")]
    [InlineData(6, "factor 2 is missing")]
    [InlineData(4, "one more slope")]
    [InlineData(3, "last slope alone")]
    [InlineData(2, "is the error e")]
    [InlineData(40, "Forward: e")]
    public void A_wrong_gradient_by_hand_gets_the_hint_that_fits(double answer, string hint) => NotYet(BackpropagationExercises.ChainByHand(answer), hint);

    [Fact]
    public void The_gradient_by_hand_is_12() => Right(BackpropagationExercises.ChainByHand(12));

    [Fact]
    public void A_wrong_slope_of_ReLU_gets_the_hint_that_fits()
    {
        Slope("ReLU itself", z => Math.Max(0, z));
        Slope("other way round", z => z > 0 ? 0 : 1);
        Slope("Below 0, ReLU is flat", _ => 1);
        Slope("not -1", z => z > 0 ? 1 : -1);
        Slope("two straight parts", z => z * z);

        static void Slope(string hint, Func<double, double> answer) => NotYet(BackpropagationExercises.ReluSlope(answer), hint);
    }

    [Fact]
    public void The_slope_of_ReLU_is_right_whatever_it_is_at_0()
    {
        Right(BackpropagationExercises.ReluSlope(z => z > 0 ? 1 : 0));
        Right(BackpropagationExercises.ReluSlope(z => z >= 0 ? 1 : 0));
    }

    [Theory]
    [InlineData(3, "through the product")]
    [InlineData(1, "through the sum")]
    [InlineData(2, "with respect to b")]
    [InlineData(8, "z itself")]
    [InlineData(7, "Ways add up")]
    public void A_wrong_sum_of_ways_gets_the_hint_that_fits(double answer, string hint) => NotYet(BackpropagationExercises.TwoPaths(answer), hint);

    [Fact]
    public void Two_ways_add_up_to_4() => Right(BackpropagationExercises.TwoPaths(4));

    [Fact]
    public void A_wrong_gradient_of_the_weight_gets_the_hint_that_fits()
    {
        Gradient("returned null", (_, _) => null!);
        Gradient("turned", (dy, x) => x.Transpose() * dy);
        Gradient("yours is (2, 2)", (dy, _) => dy.Transpose() * dy);
        Gradient("divide by the batch", (dy, x) => dy.Transpose() * x / dy.RowCount);
        Gradient("numbers are not", (dy, x) => -(dy.Transpose() * x));

        static void Gradient(string hint, Func<Matrix<double>, Matrix<double>, Matrix<double>> answer) =>
            NotYet(BackpropagationExercises.WeightGradient(answer), hint);
    }

    [Fact]
    public void The_gradient_of_the_weight_is_right() => Right(BackpropagationExercises.WeightGradient((dy, x) => dy.Transpose() * x));

    [Theory]
    [InlineData(200_960, "number of parameters")]
    [InlineData(200_961, "one-sided")]
    [InlineData(401_408, "biases are missing")]
    [InlineData(200_704, "weights once")]
    [InlineData(2, "many parameters")]
    [InlineData(10, "Count the parameters")]
    public void A_wrong_number_of_passes_gets_the_hint_that_fits(int answer, string hint) => NotYet(BackpropagationExercises.Passes(answer), hint);

    [Fact]
    public void The_number_of_passes_is_right() => Right(BackpropagationExercises.Passes(401_920));
}
