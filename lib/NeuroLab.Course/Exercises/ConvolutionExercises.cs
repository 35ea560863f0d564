using MathNet.Numerics.LinearAlgebra;
using static NeuroLab.Course.Exercises.Exercise;

namespace NeuroLab.Course.Exercises;

/// <summary>The checks of notebook 12, convolution.</summary>
public static class ConvolutionExercises
{
    /// <summary>12.1: the height of the map for n = 30, k = 7, p = 6, s = 3.</summary>
    /// <param name="height">The reader's number.</param>
    public static ExerciseResult MapHeight(int? height) => Check("12.1", height, answer => answer switch
    {
        12 => null,
        11 => "Nearly: 35 / 3 is 11 rounded down, but the first place counts as well. Is there a + 1 at the end?",
        13 => "One too many. Does your window span seven pixels, and has the division been rounded down?",
        10 => "The frame goes around, above and below: how often does p count?",
        8 => "That is without padding. The frame makes the picture higher, above and below.",
        36 => "That is with stride 1. Here the window moves three pixels at a time.",
        18 => "That is with stride 2. Here the window moves three pixels at a time.",
        144 => "That is how many numbers the map has. The question is for its height.",
        <= 0 => "A height is above 0. Which number has the wrong sign?",
        _ => "How high is the picture with its frame, where does the first window stand, and where the last that still fits?",
    }, "42 pixels with the frame, and windows that start at 0, 3, ..., 33: twelve of them.");

    /// <summary>12.2: one output of a 2 × 2 kernel with bias 1.</summary>
    /// <param name="output">The reader's number.</param>
    public static ExerciseResult OneOutput(double? output) => Check("12.2", output, answer => answer switch
    {
        _ when Near(answer, 4) => null,
        _ when Near(answer, 3) => "The products add up to 3. The bias is still missing.",
        _ when Near(answer, 8) => "The bottom left pixel is 0, so the weight 4 adds nothing.",
        _ when Near(answer, 7) => "The bias is added once, after the sum. And the weight 4 meets a pixel that is 0.",
        _ when Near(answer, 26) || Near(answer, 27) => "That looks like a matrix product. Here each pixel meets only the weight at its own place.",
        _ when Near(answer, 15) || Near(answer, 16) => "You turned the kernel around, as mathematics does. Neural networks don't.",
        _ => "Four products: each pixel with the weight at the same place. Add them up, and add the bias.",
    }, "2 - 2 + 0 + 3 are 3, and 1 for the bias.");

    /// <summary>12.3: a kernel that moves a picture one pixel to the right.</summary>
    /// <param name="kernel">The reader's kernel.</param>
    public static ExerciseResult MoveRight(double[,]? kernel) => Check("12.3", kernel, answer =>
    {
        if (answer.GetLength(0) != 3 || answer.GetLength(1) != 3)
            return $"The kernel should have 3 rows of 3 numbers; yours has {answer.GetLength(0)} of {answer.GetLength(1)}.";
        Matrix<double> given = Matrix<double>.Build.DenseOfArray(answer);
        bool Is(int row, int column) => (given - Matrix<double>.Build.Dense(3, 3, (i, j) => i == row && j == column ? 1 : 0)).L2Norm() < 1e-6;
        return 0 switch
        {
            _ when Is(1, 0) => null,
            _ when Is(1, 2) => "That moves it to the left: each output takes the pixel to its right.",
            _ when Is(1, 1) => "That leaves the picture where it is.",
            _ when Is(0, 1) => "That moves it down: each output takes the pixel above.",
            _ when Is(2, 1) => "That moves it up: each output takes the pixel below.",
            _ when Math.Abs(given.RowSums().Sum() - 1) > 1e-6 => $"Its weights add up to {given.RowSums().Sum():0.##}, so it would change how dark the picture is. Which single pixel should each output copy?",
            _ => "It mixes several pixels. Each output should copy a single one: which neighbour has to arrive in the middle?",
        };
    }, "Each output copies the pixel to its left. That is all there is to moving a picture.");

    /// <summary>12.4: the padding that keeps the size for k = 3, d = 4, s = 1.</summary>
    /// <param name="padding">The reader's number.</param>
    public static ExerciseResult SamePadding(int? padding) => Check("12.4", padding, answer => answer switch
    {
        4 => null,
        1 => "That would do without dilation. Here the pixels of the window lie 4 apart.",
        8 => "The window loses 8 places in all. The frame goes around, so each side needs half of it.",
        9 => "9 is what the window spans. How many pixels is that on each side of its middle?",
        2 => "With dilation 2 that would be it. Here the pixels lie 4 apart.",
        6 or 5 => "The window spans 4 × (3 - 1) + 1 = 9 pixels, not more. How many lie on each side of the middle?",
        _ => "Set out = n in the formula with s = 1: then 2 p = d (k - 1).",
    }, "d (k - 1) / 2 = 4 × 2 / 2: four zeros on each side.");

    /// <summary>12.5: max pooling with windows of 2 × 2.</summary>
    /// <param name="pooling">The reader's function.</param>
    public static ExerciseResult MaxPooling(Func<double[,], double[,]>? pooling) => Check("12.5", pooling, answer =>
    {
        double[,] picture = { { -1, -2, 3, 0, 1, 7 }, { -4, -3, 1, 2, 5, 6 }, { 8, 0, -9, -8, 2, 2 }, { 1, 9, -7, -6, 4, 3 } };
        double[,] given = answer((double[,])picture.Clone());
        if (given is null)
            return "Your function returned null instead of a picture.";
        if ((given.GetLength(0), given.GetLength(1)) is (3, 5))
            return "Your windows overlap: from a 4 × 6 picture you made 3 × 5. In pooling the window moves by its own size, 2.";
        if ((given.GetLength(0), given.GetLength(1)) is not (2, 3) and var (rows, columns))
            return $"From a picture of 4 × 6 yours makes {rows} × {columns}. It should be half as high and half as wide.";
        bool Is(Func<double, double, double> join, double divisor = 1) => Enumerable.Range(0, 6).All(n =>
        {
            (int i, int j) = (n / 3, n % 3);
            double expected = join(join(picture[2 * i, 2 * j], picture[2 * i, (2 * j) + 1]), join(picture[(2 * i) + 1, 2 * j], picture[(2 * i) + 1, (2 * j) + 1]));
            return Near(given[i, j], expected / divisor);
        });
        return 0 switch
        {
            _ when Is(Math.Max) => null,
            _ when Is((a, b) => a + b, 4) => "That is average pooling. Max pooling keeps the largest of the four.",
            _ when Is((a, b) => a + b) => "That adds the four numbers up. Max pooling keeps the largest of them.",
            _ when Is(Math.Min) => "That keeps the smallest of the four. The largest should go on.",
            _ when Is((a, b) => Math.Max(Math.Max(a, b), 0)) => "Nearly. Where all four numbers are negative yours gives 0: start from one of the four, not from 0.",
            _ => "The size is right, but the numbers are not. Output (i, j) looks at rows 2i and 2i + 1 and columns 2j and 2j + 1.",
        };
    }, "Also where all four are negative: the largest of them goes on.");
}
