using NeuroLab.Course.Exercises;
using static NeuroLab.Course.Tests.Exercises.Answers;

namespace NeuroLab.Course.Tests.Exercises;

public sealed class ComparisonExercisesTests
{
    [Theory]
    [InlineData(12, "9,550 parameters")]
    [InlineData(922, "784 weights to the pixels")]
    [InlineData(9226, "whole budget")]
    [InlineData(13, "10,345 parameters")]
    [InlineData(10, "still room")]
    [InlineData(100, "What does one hidden neuron cost")]
    public void A_wrong_number_of_neurons_gets_the_hint_that_fits(int answer, string hint) => NotYet(ComparisonExercises.HiddenNeurons(answer), hint);

    [Fact]
    public void Eleven_neurons_fit() => Right(ComparisonExercises.HiddenNeurons(11));

    [Theory]
    [InlineData(1152, "number of weights")]
    [InlineData(228_928, "Biases are added")]
    [InlineData(28_224, "all 8 channels")]
    [InlineData(14_112, "16 kernels")]
    [InlineData(25_088, "3 × 3 places")]
    [InlineData(165_888, "without padding")]
    [InlineData(16_128, "14 × 14 places, not 14")]
    [InlineData(5, "Weights times places")]
    public void A_wrong_count_gets_the_hint_that_fits(int answer, string hint) => NotYet(ComparisonExercises.Multiplications(answer), hint);

    [Fact]
    public void The_count_is_weights_times_places() => Right(ComparisonExercises.Multiplications(225_792));

    [Theory]
    [InlineData(2, "after the first pooling")]
    [InlineData(1, "steps of two")]
    [InlineData(3, "no whole step")]
    [InlineData(8, "Half of it")]
    [InlineData(16, "Go backward")]
    public void A_wrong_move_gets_the_hint_that_fits(int answer, string hint) => NotYet(ComparisonExercises.SmallestMove(answer), hint);

    [Fact]
    public void The_smallest_move_is_4() => Right(ComparisonExercises.SmallestMove(4));

    [Theory]
    [InlineData("CCRF", "(1)")]
    [InlineData("FFRF", "(2)")]
    [InlineData("FCCF", "(3)")]
    [InlineData("FCRC", "(4)")]
    [InlineData("FCR", "Four letters")]
    [InlineData("FCRX", "Four letters")]
    public void A_wrong_choice_gets_the_hint_that_fits(string answer, string hint) => NotYet(ComparisonExercises.WhichNetwork(answer), hint);

    [Theory]
    [InlineData("FCRF")]
    [InlineData(" fcrf ")]
    public void The_right_choice_may_be_written_small(string answer) => Right(ComparisonExercises.WhichNetwork(answer));

    [Fact]
    public void A_wrong_function_gets_the_hint_that_fits()
    {
        NotYet(ComparisonExercises.MoveRight((_, _) => null!), "returned null");
        NotYet(ComparisonExercises.MoveRight((_, _) => new double[3, 3]), "as large as before");
        Moves("to the left", (p, by, i, j) => j + by < 4 ? p[i, j + by] : 0);
        Moves("torch.roll", (p, by, i, j) => p[i, (j + 12 - by) % 4]);
        Moves("moves it down", (p, by, i, j) => i >= by ? p[i - by, j] : 0);
        Moves("repeats the first column", (p, by, i, j) => p[i, Math.Max(0, j - by)]);
        Moves("should become 0 1 2 3", (_, _, _, _) => 0);
        Moves("outside of the picture", (p, by, i, j) => p[i, j - by]);

        static void Moves(string hint, Func<double[,], int, int, int, double> pixel) => NotYet(ComparisonExercises.MoveRight(Each(pixel)), hint);
    }

    [Fact]
    public void Zeros_come_in_and_what_leaves_is_lost() => Right(ComparisonExercises.MoveRight(Each((p, by, i, j) => j >= by ? p[i, j - by] : 0)));

    private static Func<double[,], int, double[,]> Each(Func<double[,], int, int, int, double> pixel) => (picture, by) =>
    {
        double[,] moved = new double[3, 4];
        for (int i = 0; i < 12; i++)
            moved[i / 4, i % 4] = pixel(picture, by, i / 4, i % 4);
        return moved;
    };
}
