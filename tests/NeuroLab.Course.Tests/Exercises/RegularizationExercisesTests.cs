using NeuroLab.Course.Exercises;
using static NeuroLab.Course.Tests.Exercises.Answers;

namespace NeuroLab.Course.Tests.Exercises;

public sealed class RegularizationExercisesTests
{
    [Theory]
    [InlineData(1.95, "That is L1")]
    [InlineData(1.8, "the 2 cancels")]
    [InlineData(2.1, "subtract it")]
    [InlineData(1, "learning rate is missing")]
    [InlineData(0.1, "What is left")]
    [InlineData(2, "one of its own")]
    [InlineData(7, "it is subtracted")]
    public void A_wrong_step_of_decay_gets_the_hint_that_fits(double answer, string hint) => NotYet(RegularizationExercises.OneStepOfDecay(answer), hint);

    [Fact]
    public void A_step_of_decay_leaves_1_9() => Right(RegularizationExercises.OneStepOfDecay(1.9));

    [Fact]
    public void A_wrong_elastic_gradient_gets_the_hint_that_fits()
    {
        Gradient("At w = 0", (w, a, b) => (w > 0 ? a : -a) + b * w);
        Gradient("L1 pulls up too", (w, a, b) => a + b * w);
        Gradient("the penalty itself", (w, a, b) => a * Math.Abs(w) + b / 2 * w * w);
        Gradient("the 2 cancels", (w, a, b) => a * Math.Sign(w) + 2 * b * w);
        Gradient("whatever the weight is", (w, a, b) => a * w + b * w);
        Gradient("points uphill", (w, a, b) => -a * Math.Sign(w) - b * w);
        Gradient("Only L2", (w, _, b) => b * w);
        Gradient("Only L1", (w, a, _) => a * Math.Sign(w));
        Gradient("changed places", (w, a, b) => b * Math.Sign(w) + a * w);
        Gradient("yours is 7", (_, _, _) => 7);

        static void Gradient(string hint, Func<double, double, double, double> answer) => NotYet(RegularizationExercises.ElasticGradient(answer), hint);
    }

    [Fact]
    public void The_elastic_gradient_is_right() => Right(RegularizationExercises.ElasticGradient((w, a, b) => a * Math.Sign(w) + b * w));

    [Theory]
    [InlineData(8, "So it is in use")]
    [InlineData(6.4, "divide by it")]
    [InlineData(40, "the part that stays")]
    [InlineData(9.6, "1 + p")]
    [InlineData(0, "if it were dropped")]
    [InlineData(3, "multiplied by 1 / (1 - p)")]
    public void A_wrong_dropout_output_gets_the_hint_that_fits(double answer, string hint) => NotYet(RegularizationExercises.DropoutScale(answer), hint);

    [Fact]
    public void What_passes_dropout_is_10() => Right(RegularizationExercises.DropoutScale(10));

    [Theory]
    [InlineData(5, "go back to")]
    [InlineData(7, "two without")]
    [InlineData(6, "count starts again")]
    [InlineData(9, "stopped before it")]
    [InlineData(10, "end of the list")]
    [InlineData(4, "single worse epoch")]
    [InlineData(2, "At three it stops")]
    public void A_wrong_last_epoch_gets_the_hint_that_fits(int answer, string hint) => NotYet(RegularizationExercises.LastEpoch(answer), hint);

    [Fact]
    public void The_last_epoch_is_8() => Right(RegularizationExercises.LastEpoch(8));

    [Theory]
    [InlineData("CB", "other order")]
    [InlineData("DC", "far wider gap")]
    [InlineData("BA", "B is right")]
    [InlineData("AC", "C is right")]
    [InlineData("B", "two letters")]
    [InlineData("AD", "a wide gap")]
    public void A_wrong_diagnosis_gets_the_hint_that_fits(string answer, string hint) => NotYet(RegularizationExercises.Diagnosis(answer), hint);

    [Theory]
    [InlineData("BC")]
    [InlineData(" bc ")]
    public void B_overfits_and_C_underfits(string answer) => Right(RegularizationExercises.Diagnosis(answer));
}
