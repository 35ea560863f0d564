using NeuroLab.Course.Exercises;
using static NeuroLab.Course.Tests.Exercises.Answers;

namespace NeuroLab.Course.Tests.Exercises;

public sealed class MomentumExercisesTests
{
    [Theory]
    [InlineData(1.9, "after two")]
    [InlineData(3.439, "after four")]
    [InlineData(2.439, "once too often")]
    [InlineData(0.271, "the other form")]
    [InlineData(3, "plain sum")]
    [InlineData(10, "very many steps")]
    [InlineData(0, "three times")]
    public void A_wrong_velocity_gets_the_hint_that_fits(double answer, string hint) => NotYet(MomentumExercises.ThreeGradients(answer), hint);

    [Fact]
    public void The_velocity_is_2_71() => Right(MomentumExercises.ThreeGradients(2.71));

    [Theory]
    [InlineData(0.02, "That is α")]
    [InlineData(0.001, "not shorter")]
    [InlineData(0.021053, "not 1 / β")]
    [InlineData(0.2, "β is 0.95")]
    [InlineData(0.010256, "where gradients fight")]
    [InlineData(20, "Multiply it by α")]
    [InlineData(7, "α / (1 - β)")]
    public void A_wrong_stride_gets_the_hint_that_fits(double answer, string hint) => NotYet(MomentumExercises.SameStride(answer), hint);

    [Fact]
    public void The_stride_is_alpha_over_one_minus_beta() => Right(MomentumExercises.SameStride(0.4));

    [Fact]
    public void A_wrong_step_gets_the_hint_that_fits()
    {
        Step("the other way round", (w, v, g, a, b) => ((b * v) + g, w - (a * ((b * v) + g))));
        Step("climbs", (w, v, g, a, b) => (w + (a * ((b * v) + g)), (b * v) + g));
        Step("by the old one", (w, v, g, a, b) => (w - (a * v), (b * v) + g));
        Step("gradient alone", (w, v, g, a, b) => (w - (a * g), (b * v) + g));
        Step("rate is missing", (w, v, g, a, b) => (w - ((b * v) + g), (b * v) + g));
        Step("β is missing", (w, v, g, a, b) => (w - (a * (v + g)), v + g));
        Step("with (1 - β) g", (w, v, g, a, b) => (w - (a * ((b * v) + ((1 - b) * g))), (b * v) + ((1 - b) * g)));
        Step("The new velocity is right", (w, v, g, a, b) => (0, (b * v) + g));
        Step("yours is 7", (w, v, g, a, b) => (0, 7));

        static void Step(string hint, Func<double, double, double, double, double, (double W, double V)> answer) => NotYet(MomentumExercises.MomentumStep(answer), hint);
    }

    [Fact]
    public void The_step_is_right() => Right(MomentumExercises.MomentumStep((w, v, g, a, b) => (w - (a * ((b * v) + g)), (b * v) + g)));

    [Theory]
    [InlineData(1.1, "positive")]
    [InlineData(0.99999, "plain descent")]
    [InlineData(0.1, "how far it moves")]
    [InlineData(0.99, "makes up for that")]
    [InlineData(0.683772, "correction of the first steps")]
    [InlineData(1, "It does move")]
    [InlineData(5, "divided by its root")]
    public void A_wrong_step_of_Adam_gets_the_hint_that_fits(double answer, string hint) => NotYet(MomentumExercises.FirstStepOfAdam(answer), hint);

    [Fact]
    public void Adam_moves_by_the_rate() => Right(MomentumExercises.FirstStepOfAdam(0.9));

    [Theory]
    [InlineData(0.02, "after one fall")]
    [InlineData(0.0002, "epoch 31")]
    [InlineData(0.000796, "in steps")]
    [InlineData(0.000632, "in steps")]
    [InlineData(0.05, "not to a half")]
    [InlineData(0.2, "where it starts")]
    [InlineData(0, "never reaches 0")]
    [InlineData(3, "Count the falls")]
    public void A_wrong_rate_gets_the_hint_that_fits(double answer, string hint) => NotYet(MomentumExercises.RateOfEpoch25(answer), hint);

    [Fact]
    public void The_rate_of_epoch_25_has_fallen_twice() => Right(MomentumExercises.RateOfEpoch25(0.002));

    [Theory]
    [InlineData(7, "Two are borne")]
    [InlineData(4, "new best")]
    [InlineData(5, "0.39")]
    [InlineData(6, "third bad one in all")]
    [InlineData(3, "and so is a second")]
    [InlineData(1, "in a row")]
    public void A_wrong_epoch_gets_the_hint_that_fits(int answer, string hint) => NotYet(MomentumExercises.PlateauFallsAfter(answer), hint);

    [Fact]
    public void The_rate_falls_after_epoch_8() => Right(MomentumExercises.PlateauFallsAfter(8));
}
