using MathNet.Numerics.LinearAlgebra;
using static NeuroLab.Course.Exercises.Exercise;

namespace NeuroLab.Course.Exercises;

/// <summary>The checks of notebook 12, convolution.</summary>
public static class ConvolutionExercises
{
    private static readonly (double[,] Picture, double[,] Kernel, double Bias)[] Windows =
    [
        (new double[,] { { 1, 2, 0, -1, 3 }, { 0, 3, 1, 2, -2 }, { 2, -1, 4, 0, 1 }, { 5, 1, -3, 2, 0 } }, new double[,] { { 2, -1 }, { 4, 1 } }, 1),
        (new double[,] { { 1, 0, 2, 1 }, { 3, -1, 0, 2 }, { 0, 2, 1, -2 }, { 4, 1, 0, 3 }, { -1, 2, 2, 0 } }, new double[,] { { 1, -2 }, { 0, 3 }, { 5, 1 } }, -0.5),
    ];

    private static readonly (double[,,] Planes, double[] Weights)[] Mixtures =
    [
        (new double[,,] { { { 1, 2 }, { 0, 4 }, { -1, 3 } }, { { 2, 0 }, { 5, 1 }, { 2, 2 } }, { { 0, 3 }, { 1, 1 }, { 4, -2 } } }, [0.5, -1, 2]),
        (new double[,,] { { { 3, 1, 0 } }, { { -2, 4, 1 } } }, [-1, 0.25]),
        (new double[,,] { { { 1 } }, { { 2 } }, { { 4 } }, { { 8 } } }, [1, 3, 0, 0.5]),
    ];

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
        42 => "That is the height of the picture with its frame. At how many places does the window fit into it?",
        35 => "Those are the pixels that the window has to travel. How many steps of three are that, and where does it start?",
        14 or 15 => "The last window has to fit in whole: has the kernel's size been taken away?",
        144 => "That is how many numbers the map has. The question is for its height.",
        <= 0 => "A height is above 0. Which number has the wrong sign?",
        _ => "How high is the picture with its frame, where does the first window stand, and where the last that still fits?",
    }, "42 pixels with the frame, and windows that start at 0, 3, ..., 33: twelve of them.");

    /// <summary>12.2: a convolution of one channel, without padding and with stride 1.</summary>
    /// <param name="convolve">The reader's function of picture, kernel and bias.</param>
    public static ExerciseResult Convolve(Func<double[,], double[,], double, double[,]>? convolve) => Check("12.2", convolve, answer =>
        Windows.Select(window => ConvolveHint(answer, window.Picture, window.Kernel, window.Bias)).FirstOrDefault(hint => hint is not null),
        "Multiply, add, move on: with any kernel, and on any picture.");

    /// <summary>12.3: a kernel that moves a picture one pixel to the right.</summary>
    /// <param name="kernel">The reader's kernel.</param>
    public static ExerciseResult MoveRight(double[,]? kernel) => Check("12.3", kernel, answer =>
    {
        if (Grid.Fault(answer, 3, 3) is { } fault)
            return fault.Replace("The result", "The kernel", StringComparison.Ordinal);
        Matrix<double> given = Matrix<double>.Build.DenseOfArray(answer);
        double sum = given.RowSums().Sum();
        bool Is(int row, int column, double weight = 1) => (given - Matrix<double>.Build.Dense(3, 3, (i, j) => i == row && j == column ? weight : 0)).L2Norm() < 1e-6;
        return 0 switch
        {
            _ when Is(1, 0) => null,
            _ when Is(1, 2) => "That moves it to the left: each output takes the pixel to its right.",
            _ when Is(1, 1) => "That leaves the picture where it is.",
            _ when Is(0, 1) => "That moves it down: each output takes the pixel above.",
            _ when Is(2, 1) => "That moves it up: each output takes the pixel below.",
            _ when Is(0, 0) || Is(2, 0) => "That moves it to the right, and also up or down: it takes a pixel from a corner of the window.",
            _ when Is(0, 2) || Is(2, 2) => "That moves it aslant: it takes a pixel from a corner of the window.",
            _ when Is(1, 0, -1) => "The place is right. With this sign ink would become negative.",
            _ when given.L2Norm() < 1e-6 => "Nine zeros make an empty page. Which single pixel should each output copy?",
            _ when Math.Abs(sum - 1) > 1e-6 => FormattableString.Invariant($"Its weights add up to {sum:0.##}, so it would change how dark the picture is. Which single pixel should each output copy?"),
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
        0 => "Without a frame a window of more than one pixel makes the picture smaller. By how much does this one?",
        < 0 => "A frame has no negative width. Which number has the wrong sign?",
        _ => "How many pixels does the window span, from its first to its last, and how many of them lie on each side of its middle?",
    }, "d (k - 1) / 2 = 4 × 2 / 2: four zeros on each side.");

    /// <summary>12.5: max pooling with windows of 2 × 2.</summary>
    /// <param name="pooling">The reader's function.</param>
    public static ExerciseResult MaxPooling(Func<double[,], double[,]>? pooling) => Check("12.5", pooling, answer =>
    {
        double[,] picture = { { -1, -2, 3, 0, 1, 7 }, { -4, -3, 1, 2, 5, 6 }, { 8, 0, -9, -8, 2, 2 }, { 1, 9, -7, -6, 4, 3 } };
        double[,] copy = (double[,])picture.Clone(), given = answer(copy);
        if (given is not null && (given.GetLength(0), given.GetLength(1)) is (3, 5))
            return "Your windows overlap: from a 4 × 6 picture you made 3 × 5. In pooling the window moves by its own size, 2.";
        if (given is not null && (given.GetLength(0), given.GetLength(1)) is (4, 6))
            return "It comes back as large as it went in, 4 × 6. It should be half as high and half as wide.";
        if (given is not null && (given.GetLength(0), given.GetLength(1)) is (3, 2))
            return "Rows and columns are exchanged: 4 × 6 becomes 2 × 3, and yours is 3 × 2.";
        if (Grid.Fault(given, 2, 3) is { } fault)
            return fault;
        bool Is(Func<double, double, double, double, double> join) => Grid.Same(given!, Grid.Of(2, 3, (i, j) =>
            join(picture[2 * i, 2 * j], picture[2 * i, (2 * j) + 1], picture[(2 * i) + 1, 2 * j], picture[(2 * i) + 1, (2 * j) + 1])));
        return 0 switch
        {
            _ when Is((a, b, c, d) => Math.Max(Math.Max(a, b), Math.Max(c, d))) => null,
            _ when Is((a, b, c, d) => (a + b + c + d) / 4) => "That is average pooling. Max pooling keeps the largest of the four.",
            _ when Is((a, b, c, d) => a + b + c + d) => "That adds the four numbers up. Max pooling keeps the largest of them.",
            _ when Is((a, b, c, d) => Math.Min(Math.Min(a, b), Math.Min(c, d))) => "That keeps the smallest of the four. The largest should go on.",
            _ when Is((a, b, c, d) => Math.Max(0, Math.Max(Math.Max(a, b), Math.Max(c, d)))) => "Nearly. Where all four numbers are negative yours gives 0: start from one of the four, not from 0.",
            _ when Is((a, b, c, d) => new[] { a, b, c, d }.MaxBy(Math.Abs)) => "Yours keeps the number that is furthest from 0. Largest means largest: 1 goes before -9.",
            _ when Is((a, _, _, _) => a) || Is((_, _, _, d) => d) => "Yours keeps the number at one place of each window. The largest may stand at any of the four.",
            _ when Is((a, b, _, _) => Math.Max(a, b)) || Is((_, _, c, d) => Math.Max(c, d)) => "Yours looks at one row of each window. It has two.",
            _ when Is((a, _, c, _) => Math.Max(a, c)) || Is((_, b, _, d) => Math.Max(b, d)) => "Yours looks at one column of each window. It has two.",
            _ when Grid.Same(given!, Grid.Of(2, 3, (i, j) => Largest(picture, i, j))) => "Your windows overlap: they start at row i and column j. By how much should a window move?",
            _ when Grid.Same(given!, Grid.Of(2, 3, (_, _) => 0)) => "All numbers are 0. Is what you find written into the result?",
            _ => FormattableString.Invariant($"The size is right, but the first number is {given![0, 0]:0.###}, and the windows start with (-1, -2; -4, -3). Which four pixels does output (0, 0) look at, and which output (1, 2)?"),
        };
    }, "Also where all four are negative: the largest of them goes on.");

    /// <summary>12.6: a 1 × 1 convolution with one output channel.</summary>
    /// <param name="mix">The reader's function of the planes (channel, row, column) and a weight for each.</param>
    public static ExerciseResult OneByOne(Func<double[,,], double[], double[,]>? mix) => Check("12.6", mix, answer =>
        Mixtures.Select(mixture => MixHint(answer, mixture.Planes, mixture.Weights)).FirstOrDefault(hint => hint is not null),
        "A neuron for each pixel, with the same weights everywhere.");

    private static string? ConvolveHint(Func<double[,], double[,], double, double[,]> answer, double[,] x, double[,] w, double bias)
    {
        (int kh, int kw) = (w.GetLength(0), w.GetLength(1));
        (int rows, int columns) = (x.GetLength(0) - kh + 1, x.GetLength(1) - kw + 1);
        double[,] given = answer((double[,])x.Clone(), (double[,])w.Clone(), bias);
        if (given is not null && (given.GetLength(0), given.GetLength(1)) == (rows - 1, columns - 1))
            return $"One row and one column are missing: on {x.GetLength(0)} pixels a window of {kh} starts at 0, 1, ..., {rows - 1}. How many places are that?";
        if (given is not null && (given.GetLength(0), given.GetLength(1)) == (x.GetLength(0), x.GetLength(1)))
            return "The map is as large as the picture. Without padding the window has to fit in: at how many places does it?";
        if (Grid.Fault(given, rows, columns) is { } fault)
            return fault;
        bool Is(Func<int, int, double> at) => Grid.Same(given!, Grid.Of(rows, columns, at));
        double Sum(Func<int, int, double> product) => Enumerable.Range(0, kh * kw).Sum(n => product(n / kw, n % kw));
        double[,] right = Grid.Of(rows, columns, (i, j) => Sum((u, v) => w[u, v] * x[i + u, j + v]) + bias);
        return 0 switch
        {
            _ when Grid.Same(given!, right) => null,
            _ when Is((i, j) => right[i, j] - bias) => "The products are right. The bias is still missing.",
            _ when Is((i, j) => right[i, j] + (bias * ((kh * kw) - 1))) => "The bias is added once, after the sum. Yours adds it to each product.",
            _ when Is((i, j) => right[i, j] - (2 * bias)) => "The bias has the wrong sign: it is added.",
            _ when Is((i, j) => Sum((u, v) => w[kh - 1 - u, kw - 1 - v] * x[i + u, j + v]) + bias) => "You turned the kernel around, as mathematics does. Neural networks don't.",
            _ when kh == kw && Is((i, j) => Sum((u, v) => w[v, u] * x[i + u, j + v]) + bias) => "Rows and columns of the kernel are exchanged.",
            _ when Is((i, j) => (w[kh - 1, kw - 1] * x[i + kh - 1, j + kw - 1]) + bias) => "Only the last product is there: does each one overwrite the one before?",
            _ when Is((i, j) => (w[0, 0] * x[i, j]) + bias) => "Only the first product is there. Do the inner loops run over the whole kernel?",
            _ when Is((i, j) => (Sum((u, v) => w[u, v] * x[i + u, j + v]) / (kh * kw)) + bias) => "That is a mean. The products are added up, and not divided.",
            _ when Is((_, _) => right[0, 0]) => "Every place has the answer of the first one. Does the window move with i and j?",
            _ when Is((i, j) => Sum((u, v) => x[i + u, j + v]) + bias) => "You add up the pixels. Each is multiplied by its weight first.",
            _ when Is((i, j) => Sum((u, v) => w[u, v] + x[i + u, j + v]) + bias) => "You add weight and pixel. They are multiplied.",
            _ when Is((i, j) => Math.Max(0, right[i, j])) => "Where the answer is negative yours is 0. ReLU is a layer of its own, and comes later.",
            _ when Is((_, _) => 0) => "All numbers are 0. Is the sum written into the result?",
            _ => FormattableString.Invariant($"On a picture of {x.GetLength(0)} × {x.GetLength(1)} with a kernel of {kh} × {kw} your first number is {given![0, 0]:0.###}. Which pixel meets which weight at place (0, 0), and what is added at the end?"),
        };
    }

    private static string? MixHint(Func<double[,,], double[], double[,]> answer, double[,,] planes, double[] weights)
    {
        (int channels, int rows, int columns) = (planes.GetLength(0), planes.GetLength(1), planes.GetLength(2));
        double[,] given = answer((double[,,])planes.Clone(), [.. weights]);
        if (Grid.Fault(given, rows, columns) is { } fault)
            return fault;
        double Sum(Func<int, double> part) => Enumerable.Range(0, channels).Sum(part);
        bool Is(Func<int, int, double> at) => Grid.Same(given, Grid.Of(rows, columns, at));
        return 0 switch
        {
            _ when Is((i, j) => Sum(c => weights[c] * planes[c, i, j])) => null,
            _ when Is((i, j) => Sum(c => weights[c] * planes[c, i, j]) / channels) => "That is a mean. The weights say how much each channel counts, so nothing is divided.",
            _ when Is((i, j) => Sum(c => planes[c, i, j])) => "The channels are added up, but the weights are missing.",
            _ when Is((i, j) => Sum(c => planes[c, i, j]) / channels) => "That is the plain mean of the channels: the weights are missing.",
            _ when Is((i, j) => weights[^1] * planes[channels - 1, i, j]) => "Only the last channel is there: does each one overwrite the one before?",
            _ when Is((i, j) => weights[0] * planes[0, i, j]) => "Only the first channel is there. Does the sum run over all of them?",
            _ when Is((i, j) => Sum(c => weights[channels - 1 - c] * planes[c, i, j])) => "The weights meet the channels from back to front.",
            _ when channels > 3 && Is((i, j) => Enumerable.Range(0, 3).Sum(c => weights[c] * planes[c, i, j])) => "It stops after three channels. How many are there? GetLength(0) says it.",
            _ when Is((i, j) => Math.Max(0, Sum(c => weights[c] * planes[c, i, j]))) => "Where the mix is negative yours is 0. Weights may be negative, and so may what comes out.",
            _ when Is((i, j) => Sum(c => weights[c] + planes[c, i, j])) => "You add weight and pixel. They are multiplied.",
            _ when Is((_, _) => Sum(c => weights[c] * planes[c, 0, 0])) => "Every pixel has the answer of the first one. Do i and j stand in what you add up?",
            _ when Is((_, _) => 0) => "All numbers are 0. Is the sum written into the result?",
            _ => FormattableString.Invariant($"With {channels} channels your first number is {given[0, 0]:0.###}. Which numbers stand at row 0 and column 0, one in each channel, and what happens to them?"),
        };
    }

    private static double Largest(double[,] picture, int i, int j) =>
        Math.Max(Math.Max(picture[i, j], picture[i, j + 1]), Math.Max(picture[i + 1, j], picture[i + 1, j + 1]));
}
