using NeuroLab.Course.Exercises;
using static NeuroLab.Course.Tests.Exercises.Answers;

namespace NeuroLab.Course.Tests.Exercises;

public sealed class CrossEntropyExercisesTests
{
    [Theory]
    [InlineData(2, "Divide it by the sum")]
    [InlineData(1, "add up to 1")]
    [InlineData(0.693147, "the logit itself")]
    [InlineData(0.666667, "not 0")]
    [InlineData(0.25, "each of the other two")]
    [InlineData(0, "whole numbers")]
    [InlineData(7, "Which share")]
    public void A_wrong_probability_gets_the_hint_that_fits(double answer, string hint) => NotYet(CrossEntropyExercises.ThirdProbability(answer), hint);

    [Fact]
    public void The_third_class_has_one_half() => Right(CrossEntropyExercises.ThirdProbability(0.5));

    [Theory]
    [InlineData(-2.649159, "the sign is not")]
    [InlineData(5.298317, "That is the sum")]
    [InlineData(1.150515, "base 10")]
    [InlineData(3.821928, "base 2")]
    [InlineData(1.366492, "logarithm of the mean")]
    [InlineData(0.745, "1 - p")]
    [InlineData(0.1, "-log p of its right class")]
    public void A_wrong_loss_gets_the_hint_that_fits(double answer, string hint) => NotYet(CrossEntropyExercises.BatchLoss(answer), hint);

    [Theory]
    [InlineData(2.649159)]
    [InlineData(2.65)]
    public void The_loss_is_the_mean_of_both(double answer) => Right(CrossEntropyExercises.BatchLoss(answer));

    [Fact]
    public void A_wrong_gradient_gets_the_hint_that_fits()
    {
        NotYet(CrossEntropyExercises.GradientOfLogits([0.7]), "you gave 1");
        NotYet(CrossEntropyExercises.GradientOfLogits([-0.7, 0.8, -0.1]), "y - p");
        NotYet(CrossEntropyExercises.GradientOfLogits([0, -0.8, 0]), "wrong classes have a gradient");
        NotYet(CrossEntropyExercises.GradientOfLogits([0, -5, 0]), "with respect to the probability");
        NotYet(CrossEntropyExercises.GradientOfLogits([0.7, 0.2, 0.1]), "Subtract the wish");
        NotYet(CrossEntropyExercises.GradientOfLogits([-0.3, 0.2, 0.1]), "because it is the largest");
        NotYet(CrossEntropyExercises.GradientOfLogits([1, 2, 3]), "(0, 1, 0)");
    }

    [Fact]
    public void The_gradient_is_p_minus_y() => Right(CrossEntropyExercises.GradientOfLogits([0.7, -0.8, 0.1]));

    [Fact]
    public void A_wrong_softmax_gets_the_hint_that_fits()
    {
        NotYet(CrossEntropyExercises.SafeSoftmax(_ => null!), "three probabilities");
        NotYet(CrossEntropyExercises.SafeSoftmax(_ => [1]), "three probabilities");
        NotYet(CrossEntropyExercises.SafeSoftmax(Overwrite), "belongs to the caller");
        NotYet(CrossEntropyExercises.SafeSoftmax(z => [1.0 / 3, 1.0 / 3, 1.0 / 3]), "come out equal");
        NotYet(CrossEntropyExercises.SafeSoftmax(z => [.. z.Select(Math.Exp)]), "add up to 8");
        NotYet(CrossEntropyExercises.SafeSoftmax(z => [.. z.Select(v => v / z.Sum())]), "1/8, 2/8 and 5/8");
        NotYet(CrossEntropyExercises.SafeSoftmax(z => Softmax(z, 0)), "still gives NaN");
        NotYet(CrossEntropyExercises.SafeSoftmax(z => Softmax(z, Math.Max(0, z.Max()))), "whatever its sign");
        NotYet(CrossEntropyExercises.SafeSoftmax(z => Softmax([.. z.Select(v => Math.Clamp(v, -500, 500))], 0)), "no longer fails");
    }

    [Fact]
    public void A_softmax_that_subtracts_the_largest_logit_is_right() => Right(CrossEntropyExercises.SafeSoftmax(z => Softmax(z, z.Max())));

    [Theory]
    [InlineData(17, "one epoch")]
    [InlineData(160, "and a rest")]
    [InlineData(168, "Round up")]
    [InlineData(169, "Round up")]
    [InlineData(10, "one step an epoch")]
    [InlineData(10_780, "64 of them")]
    [InlineData(640, "size of a batch")]
    [InlineData(3, "Ten times that")]
    public void A_wrong_number_of_steps_gets_the_hint_that_fits(int answer, string hint) => NotYet(CrossEntropyExercises.Steps(answer), hint);

    [Fact]
    public void There_are_170_steps() => Right(CrossEntropyExercises.Steps(170));

    [Theory]
    [InlineData(5, "no longer the best")]
    [InlineData(2, "nothing left to judge by")]
    [InlineData(4, "alone")]
    [InlineData(1, "smallest gap")]
    [InlineData(9, "from 1 to 5")]
    public void A_wrong_epoch_gets_the_hint_that_fits(int answer, string hint) => NotYet(CrossEntropyExercises.EpochToKeep(answer), hint);

    [Fact]
    public void The_validation_set_chooses_epoch_3() => Right(CrossEntropyExercises.EpochToKeep(3));

    private static double[] Softmax(double[] z, double subtract)
    {
        double[] e = [.. z.Select(v => Math.Exp(v - subtract))];
        return [.. e.Select(v => v / e.Sum())];
    }

    private static double[] Overwrite(double[] z)
    {
        double[] p = Softmax(z, z.Max());
        p.CopyTo(z, 0);
        return z;
    }
}
