using NeuroLab.Course.Exercises;
using static NeuroLab.Course.Tests.Exercises.Answers;

namespace NeuroLab.Course.Tests.Exercises;

public sealed class ConvolutionExercisesTests
{
    [Theory]
    [InlineData(11, "Is there a + 1")]
    [InlineData(13, "One too many")]
    [InlineData(10, "how often does p count")]
    [InlineData(8, "without padding")]
    [InlineData(36, "with stride 1")]
    [InlineData(18, "with stride 2")]
    [InlineData(144, "question is for its height")]
    [InlineData(-3, "wrong sign")]
    [InlineData(5, "where the last that still fits")]
    public void A_wrong_height_gets_the_hint_that_fits(int answer, string hint) =>
        NotYet(ConvolutionExercises.MapHeight(answer), hint);

    [Fact]
    public void The_map_is_12_high() => Right(ConvolutionExercises.MapHeight(12));

    [Theory]
    [InlineData(3, "bias is still missing")]
    [InlineData(8, "bottom left pixel is 0")]
    [InlineData(7, "added once")]
    [InlineData(27, "matrix product")]
    [InlineData(16, "turned the kernel around")]
    [InlineData(0, "Four products")]
    public void A_wrong_output_gets_the_hint_that_fits(double answer, string hint) => NotYet(ConvolutionExercises.OneOutput(answer), hint);

    [Fact]
    public void The_output_is_4() => Right(ConvolutionExercises.OneOutput(4));

    [Fact]
    public void A_wrong_kernel_gets_the_hint_that_fits()
    {
        NotYet(ConvolutionExercises.MoveRight(new double[2, 3]), "2 of 3");
        Kernel("to the left", (1, 2));
        Kernel("where it is", (1, 1));
        Kernel("moves it down", (0, 1));
        Kernel("moves it up", (2, 1));
        Kernel("mixes several", (0, 0));
        NotYet(ConvolutionExercises.MoveRight(new double[,] { { 0, 0, 0 }, { 1, 0, 1 }, { 0, 0, 0 } }), "add up to 2");

        static void Kernel(string hint, (int Row, int Column) one)
        {
            double[,] kernel = new double[3, 3];
            kernel[one.Row, one.Column] = 1;
            NotYet(ConvolutionExercises.MoveRight(kernel), hint);
        }
    }

    [Fact]
    public void The_kernel_that_copies_the_left_neighbour_moves_right() =>
        Right(ConvolutionExercises.MoveRight(new double[,] { { 0, 0, 0 }, { 1, 0, 0 }, { 0, 0, 0 } }));

    [Theory]
    [InlineData(1, "without dilation")]
    [InlineData(8, "each side needs half")]
    [InlineData(9, "what the window spans")]
    [InlineData(2, "With dilation 2")]
    [InlineData(6, "9 pixels, not more")]
    [InlineData(0, "Set out = n")]
    public void A_wrong_padding_gets_the_hint_that_fits(int answer, string hint) => NotYet(ConvolutionExercises.SamePadding(answer), hint);

    [Fact]
    public void The_padding_is_4() => Right(ConvolutionExercises.SamePadding(4));

    [Fact]
    public void Wrong_pooling_gets_the_hint_that_fits()
    {
        NotYet(ConvolutionExercises.MaxPooling(_ => null!), "returned null");
        NotYet(ConvolutionExercises.MaxPooling(_ => new double[3, 5]), "windows overlap");
        NotYet(ConvolutionExercises.MaxPooling(picture => picture), "half as high");
        NotYet(ConvolutionExercises.MaxPooling(Pool((a, b) => (a + b) / 2)), "average pooling");
        NotYet(ConvolutionExercises.MaxPooling(Pool((a, b) => a + b)), "adds the four numbers");
        NotYet(ConvolutionExercises.MaxPooling(Pool(Math.Min)), "smallest of the four");
        NotYet(ConvolutionExercises.MaxPooling(Pool((a, b) => Math.Max(Math.Max(a, b), 0))), "start from one of the four");
        NotYet(ConvolutionExercises.MaxPooling(Pool((a, _) => a)), "the numbers are not");
    }

    [Fact]
    public void The_largest_of_four_is_right() => Right(ConvolutionExercises.MaxPooling(Pool(Math.Max)));

    private static Func<double[,], double[,]> Pool(Func<double, double, double> join) => picture =>
    {
        double[,] pooled = new double[picture.GetLength(0) / 2, picture.GetLength(1) / 2];
        for (int i = 0; i < pooled.GetLength(0); i++)
        {
            for (int j = 0; j < pooled.GetLength(1); j++)
                pooled[i, j] = join(join(picture[2 * i, 2 * j], picture[2 * i, (2 * j) + 1]), join(picture[(2 * i) + 1, 2 * j], picture[(2 * i) + 1, (2 * j) + 1]));
        }
        return pooled;
    };
}
