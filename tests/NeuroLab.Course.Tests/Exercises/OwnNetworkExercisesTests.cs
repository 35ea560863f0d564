using MathNet.Numerics.Random;
using NeuroLab.Course.Exercises;
using NeuroLab.Layers;
using static NeuroLab.Course.Tests.Exercises.Answers;

namespace NeuroLab.Course.Tests.Exercises;

public sealed class OwnNetworkExercisesTests
{
    [Theory]
    [InlineData(1.46115, "ten classes")]
    [InlineData(1.04350, "four zeros")]
    [InlineData(1.609438, "loss of guessing")]
    [InlineData(0.404609, "That is the probability")]
    [InlineData(-0.904832, "turned around")]
    [InlineData(0, "never gives it")]
    [InlineData(1, "whole numbers")]
    [InlineData(-2, "not below 0")]
    [InlineData(double.NaN, "not a number")]
    [InlineData(7, "see at best")]
    public void A_wrong_lowest_loss_gets_the_hint_that_fits(double answer, string hint) => NotYet(OwnNetworkExercises.LowestLoss(answer), hint);

    [Theory]
    [InlineData(0.9)]
    [InlineData(0.905)]
    public void A_rounded_lowest_loss_is_right(double answer) => Right(OwnNetworkExercises.LowestLoss(answer));

    [Fact]
    public void The_lowest_loss_is_that_of_one_1_and_four_zeros() => Right(OwnNetworkExercises.LowestLoss(-Math.Log(Math.E / (Math.E + 4))));

    [Theory]
    [InlineData(0.000225, "Take the root")]
    [InlineData(0.03, "two standard errors")]
    [InlineData(1.5, "In percent")]
    [InlineData(0.3, "under the root")]
    [InlineData(0.0474342, "1 - p is missing")]
    [InlineData(0, "whole numbers")]
    [InlineData(0.5, "p = 0.9")]
    public void A_wrong_standard_error_gets_the_hint_that_fits(double answer, string hint) => NotYet(OwnNetworkExercises.StandardError(answer), hint);

    [Fact]
    public void The_standard_error_is_right() => Right(OwnNetworkExercises.StandardError(0.015));

    [Theory]
    [InlineData("train validation test", "four words")]
    [InlineData("train validation test dev", "\"dev\"")]
    [InlineData("test validation test validation", "(a)")]
    [InlineData("train train test validation", "by heart")]
    [InlineData("train test test validation", "spoiled")]
    [InlineData("train validation validation validation", "(c)")]
    [InlineData("train validation test test", "to choose by it")]
    [InlineData("train validation test train", "not learned from")]
    public void A_wrong_pile_gets_the_hint_that_fits(string answer, string hint) => NotYet(OwnNetworkExercises.Piles(answer.Split(' ')), hint);

    [Fact]
    public void Each_pile_has_its_use() => Right(OwnNetworkExercises.Piles(["train", "Validation", "test ", "validation"]));

    [Fact]
    public void A_wrong_worst_class_gets_the_hint_that_fits()
    {
        Worst("sum of the column", counts => Classes(counts).Min(k => (double)counts[k, k] / Classes(counts).Sum(right => counts[right, k])));
        Worst("best class", counts => Recalls(counts).Max());
        Worst("smallest count", counts => Classes(counts).Min(k => counts[k, k]));
        Worst("all classes together", counts => (double)Classes(counts).Sum(k => counts[k, k]) / counts.Cast<int>().Sum());
        Worst("mean over the classes", counts => Recalls(counts).Average());
        Worst("whole numbers", counts => Classes(counts).Min(k => counts[k, k] / Classes(counts).Sum(answer => counts[k, answer])));
        Worst("every class", counts => Recalls(counts).Last());
        Worst("Yours is 5", _ => 5);

        static void Worst(string hint, Func<int[,], double> answer) => NotYet(OwnNetworkExercises.WorstClass(answer), hint);
    }

    [Fact]
    public void The_worst_class_has_the_lowest_recall() => Right(OwnNetworkExercises.WorstClass(counts => Recalls(counts).Min()));

    [Fact]
    public void A_network_that_does_not_do_gets_the_hint_that_fits()
    {
        MersenneTwister random = new(1);
        Network("should give ten scores", []);
        Network("parameters, and 8,000 are allowed", [new Flatten(), new Linear(784, 64, random), new ReLU(), new Linear(64, 10, random)]);
        Network("ten scores", [new Flatten(), new Linear(784, 9, random)]);
        Network("ends with a softmax", [new Flatten(), new Linear(784, 10, random), new Softmax()]);
        Network("convolutions share", [new Flatten(), new Linear(784, 10, random)]);
        Network("Nothing bends", [new Conv2d(1, 2, 3, random), new AvgPool2d(4), new Flatten(), new Linear(72, 10, random)]);
        Network("A second one", [new Conv2d(1, 2, 3, random), new ReLU(), new MaxPool2d(4), new Flatten(), new Linear(72, 10, random)]);

        static void Network(string hint, Sequential answer) => NotYet(OwnNetworkExercises.OwnNetwork(answer), hint);
    }

    [Fact]
    public void The_check_leaves_the_network_as_it_was_so_that_it_says_the_same_twice()
    {
        Sequential weak = [new Flatten(), new Linear(784, 10, new MersenneTwister(1))];
        float[] before = weak.Parameters[0].Value.ToArray();

        string first = OwnNetworkExercises.OwnNetwork(weak).Message;

        Assert.Equal(before, weak.Parameters[0].Value.ToArray());
        Assert.Equal(first, OwnNetworkExercises.OwnNetwork(weak).Message);
    }

    [Fact]
    public void A_small_network_of_three_convolutions_is_enough()
    {
        MersenneTwister random = new(5);
        Right(OwnNetworkExercises.OwnNetwork([
            new Conv2d(1, 8, 5, random, padding: 2), new ReLU(), new MaxPool2d(2),
            new Conv2d(8, 16, 3, random, padding: 1), new ReLU(), new MaxPool2d(2),
            new Conv2d(16, 16, 3, random, padding: 1), new ReLU(), new MaxPool2d(2),
            new Flatten(), new Linear(16 * 3 * 3, 10, random)]));
    }

    private static IEnumerable<int> Classes(int[,] counts) => Enumerable.Range(0, counts.GetLength(0));

    private static double[] Recalls(int[,] counts) =>
        [.. Classes(counts).Select(k => (double)counts[k, k] / Classes(counts).Sum(answer => counts[k, answer]))];
}
