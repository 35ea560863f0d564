using static NeuroLab.Course.Exercises.ConvolutionExercises;
using static NeuroLab.Course.Tests.Exercises.AnswerTables.Answer;

namespace NeuroLab.Course.Tests.Exercises.AnswerTables;

/// <summary>Answers to the exercises of notebook 12.</summary>
internal static class ConvolutionAnswers
{
    internal static Answer[] All() => [.. Heights(), .. Maps(), .. Kernels(), .. Paddings(), .. Poolings(), .. Mixtures()];

    private static Answer[] Heights() =>
    [
        Right(() => MapHeight(12)),
        Right(() => MapHeight(((30 + (2 * 6) - (7 - 1) - 1) / 3) + 1)),
        Right(() => MapHeight((int)Math.Floor((30 + 12.0 - 7) / 3) + 1)),
        NotYet("Is there a + 1", () => MapHeight((30 + 12 - 7) / 3)),
        NotYet("One too many", () => MapHeight(((30 + 12 - 6) / 3) + 1)),
        NotYet("how often does p count", () => MapHeight(((30 + 6 - 7) / 3) + 1)),
        NotYet("without padding", () => MapHeight(((30 - 7) / 3) + 1)),
        NotYet("with stride 1", () => MapHeight(30 + 12 - 7 + 1)),
        NotYet("with stride 2", () => MapHeight(((30 + 12 - 7) / 2) + 1)),
        NotYet("with its frame", () => MapHeight(42)),
        NotYet("has to travel", () => MapHeight(35)),
        NotYet("kernel's size", () => MapHeight((42 / 3) + 1)),
        NotYet("question is for its height", () => MapHeight(12 * 12)),
        NotYet("wrong sign", () => MapHeight(-3)),
        Fallback("where the last that still fits", () => MapHeight(5)),
    ];

    private static Answer[] Maps() =>
    [
        Right(() => Convolve((x, w, b) => Map(x, w, (u, v, i, j) => w[u, v] * x[i + u, j + v], sum => sum + b))),
        Right(() => Convolve(PlaceByPlace)),
        Right(() => Convolve((x, w, b) => Map(x, w, (u, v, i, j) => (float)(x[i + u, j + v] * w[u, v]), sum => (float)sum + (float)b))),
        Right(() => Convolve(OnPlaces)),
        NotYet("bias is still missing", () => Convolve((x, w, b) => Map(x, w, (u, v, i, j) => w[u, v] * x[i + u, j + v], sum => sum))),
        NotYet("added once", () => Convolve((x, w, b) => Map(x, w, (u, v, i, j) => (w[u, v] * x[i + u, j + v]) + b, sum => sum))),
        NotYet("bias has the wrong sign", () => Convolve((x, w, b) => Map(x, w, (u, v, i, j) => w[u, v] * x[i + u, j + v], sum => sum - b))),
        NotYet("turned the kernel around", () => Convolve((x, w, b) => Map(x, w, (u, v, i, j) => w[w.GetLength(0) - 1 - u, w.GetLength(1) - 1 - v] * x[i + u, j + v], sum => sum + b))),
        NotYet("kernel are exchanged", () => Convolve((x, w, b) => Map(x, w, (u, v, i, j) => w[v, u] * x[i + u, j + v], sum => sum + b))),
        NotYet("overwrite the one before", () => Convolve((x, w, b) => Map(x, w, (u, v, i, j) => u == w.GetLength(0) - 1 && v == w.GetLength(1) - 1 ? w[u, v] * x[i + u, j + v] : 0, sum => sum + b))),
        NotYet("Only the first product", () => Convolve((x, w, b) => Map(x, w, (u, v, i, j) => u + v == 0 ? w[0, 0] * x[i, j] : 0, sum => sum + b))),
        NotYet("That is a mean", () => Convolve((x, w, b) => Map(x, w, (u, v, i, j) => w[u, v] * x[i + u, j + v], sum => (sum / w.Length) + b))),
        NotYet("Does the window move", () => Convolve((x, w, b) => Map(x, w, (u, v, i, j) => w[u, v] * x[u, v], sum => sum + b))),
        NotYet("multiplied by its weight", () => Convolve((x, w, b) => Map(x, w, (u, v, i, j) => x[i + u, j + v], sum => sum + b))),
        NotYet("You add weight and pixel", () => Convolve((x, w, b) => Map(x, w, (u, v, i, j) => w[u, v] + x[i + u, j + v], sum => sum + b))),
        NotYet("ReLU is a layer", () => Convolve((x, w, b) => Map(x, w, (u, v, i, j) => w[u, v] * x[i + u, j + v], sum => Math.Max(0, sum + b)))),
        NotYet("All numbers are 0", () => Convolve((x, w, b) => Map(x, w, (u, v, i, j) => 0, sum => 0))),
        NotYet("One row and one column", () => Convolve((x, w, b) => new double[x.GetLength(0) - w.GetLength(0), x.GetLength(1) - w.GetLength(1)])),
        NotYet("as large as the picture", () => Convolve((x, _, _) => x)),
        NotYet("returned null", () => Convolve((_, _, _) => null!)),
        NotYet("rows and", () => Convolve((_, _, _) => new double[2, 2])),
        NotYet("NaN", () => Convolve((x, w, b) => Map(x, w, (u, v, i, j) => double.NaN, sum => sum))),
        NotYet("IndexOutOfRangeException", () => Convolve((x, w, b) => Map(x, w, (u, v, i, j) => w[u, v] * x[i + u + 1, j + v + 1], sum => sum + b))),
        Fallback("which weight at place", () => Convolve((x, w, b) => Map(x, w, (u, v, i, j) => 1, sum => sum + 5))),
    ];

    private static Answer[] Kernels() =>
    [
        Right(() => MoveRight(new double[,] { { 0, 0, 0 }, { 1, 0, 0 }, { 0, 0, 0 } })),
        Right(() => MoveRight(One(1, 0, 2.0 / 2))),
        Right(() => MoveRight(One(1, 0, 0.9999999))),
        NotYet("3 rows and 3 columns", () => MoveRight(new double[2, 3])),
        NotYet("to the left", () => MoveRight(One(1, 2))),
        NotYet("where it is", () => MoveRight(One(1, 1))),
        NotYet("moves it down", () => MoveRight(One(0, 1))),
        NotYet("moves it up", () => MoveRight(One(2, 1))),
        NotYet("also up or down", () => MoveRight(One(0, 0))),
        NotYet("aslant", () => MoveRight(One(2, 2))),
        NotYet("ink would become negative", () => MoveRight(One(1, 0, -1))),
        NotYet("Nine zeros", () => MoveRight(new double[3, 3])),
        NotYet("add up to 2", () => MoveRight(new double[,] { { 0, 0, 0 }, { 1, 0, 1 }, { 0, 0, 0 } })),
        NotYet("add up to 0", () => MoveRight(new double[,] { { 0, 0, 0 }, { 1, -1, 0 }, { 0, 0, 0 } })),
        NotYet("add up to 0", () => MoveRight(new double[,] { { 0, 0, 0 }, { 1 / 2, 0, 0 }, { 0, 1, -1 } })),
        NotYet("NaN", () => MoveRight(One(1, 0, double.NaN))),
        Fallback("mixes several", () => MoveRight(new double[,] { { 0, 0, 0 }, { 0.5, 0.5, 0 }, { 0, 0, 0 } })),
    ];

    private static Answer[] Paddings() =>
    [
        Right(() => SamePadding(4)),
        Right(() => SamePadding(4 * (3 - 1) / 2)),
        Right(() => SamePadding(9 / 2)),
        NotYet("without dilation", () => SamePadding(1)),
        NotYet("each side needs half", () => SamePadding(8)),
        NotYet("what the window spans", () => SamePadding(9)),
        NotYet("With dilation 2", () => SamePadding(2)),
        NotYet("9 pixels, not more", () => SamePadding(4 * 3 / 2)),
        NotYet("Without a frame", () => SamePadding(0)),
        NotYet("no negative width", () => SamePadding(-4)),
        Fallback("on each side of its middle", () => SamePadding(77)),
    ];

    private static Answer[] Poolings() =>
    [
        Right(() => MaxPooling(Pool((a, b, c, d) => Math.Max(Math.Max(a, b), Math.Max(c, d))))),
        Right(() => MaxPooling(Pool((a, b, c, d) => new[] { a, b, c, d }.Max()))),
        Right(() => MaxPooling(Pool((a, b, c, d) => { double best = double.NegativeInfinity; foreach (double v in new[] { a, b, c, d }) { if (v > best) best = v; } return best; }))),
        NotYet("returned null", () => MaxPooling(_ => null!)),
        NotYet("windows overlap", () => MaxPooling(_ => new double[3, 5])),
        NotYet("half as high", () => MaxPooling(picture => picture)),
        NotYet("exchanged", () => MaxPooling(_ => new double[3, 2])),
        NotYet("2 rows and 3 columns", () => MaxPooling(_ => new double[2, 2])),
        NotYet("average pooling", () => MaxPooling(Pool((a, b, c, d) => (a + b + c + d) / 4))),
        NotYet("adds the four numbers", () => MaxPooling(Pool((a, b, c, d) => a + b + c + d))),
        NotYet("smallest of the four", () => MaxPooling(Pool((a, b, c, d) => Math.Min(Math.Min(a, b), Math.Min(c, d))))),
        NotYet("start from one of the four", () => MaxPooling(Pool((a, b, c, d) => new[] { 0, a, b, c, d }.Max()))),
        NotYet("furthest from 0", () => MaxPooling(Pool((a, b, c, d) => new[] { a, b, c, d }.MaxBy(Math.Abs)))),
        NotYet("at one place", () => MaxPooling(Pool((a, _, _, _) => a))),
        NotYet("one row of each", () => MaxPooling(Pool((a, b, _, _) => Math.Max(a, b)))),
        NotYet("one column of each", () => MaxPooling(Pool((a, _, c, _) => Math.Max(a, c)))),
        NotYet("start at row i", () => MaxPooling(x => Made(2, 3, (i, j) => new[] { x[i, j], x[i, j + 1], x[i + 1, j], x[i + 1, j + 1] }.Max()))),
        NotYet("All numbers are 0", () => MaxPooling(_ => new double[2, 3])),
        NotYet("NaN", () => MaxPooling(Pool((_, _, _, _) => double.NaN))),
        NotYet("IndexOutOfRangeException", () => MaxPooling(x => Made(2, 3, (i, j) => x[3 * i, 3 * j]))),
        Fallback("Which four pixels", () => MaxPooling(Pool((_, _, _, _) => 7))),
    ];

    private static Answer[] Mixtures() =>
    [
        Right(() => OneByOne((x, w) => Mix(x, (i, j) => Channels(x).Sum(c => w[c] * x[c, i, j])))),
        Right(() => OneByOne((x, w) => Channels(x).Select(c => Mix(x, (i, j) => w[c] * x[c, i, j])).Aggregate((a, b) => Mix(x, (i, j) => a[i, j] + b[i, j])))),
        Right(() => OneByOne((x, w) => Mix(x, (i, j) => (float)w.Select((weight, c) => x[c, i, j] * weight).Sum()))),
        NotYet("That is a mean", () => OneByOne((x, w) => Mix(x, (i, j) => Channels(x).Average(c => w[c] * x[c, i, j])))),
        NotYet("weights are missing", () => OneByOne((x, _) => Mix(x, (i, j) => Channels(x).Sum(c => x[c, i, j])))),
        NotYet("plain mean", () => OneByOne((x, _) => Mix(x, (i, j) => Channels(x).Average(c => x[c, i, j])))),
        NotYet("overwrite the one before", () => OneByOne((x, w) => Mix(x, (i, j) => w[^1] * x[w.Length - 1, i, j]))),
        NotYet("Only the first channel", () => OneByOne((x, w) => Mix(x, (i, j) => w[0] * x[0, i, j]))),
        NotYet("back to front", () => OneByOne((x, w) => Mix(x, (i, j) => Channels(x).Sum(c => w[w.Length - 1 - c] * x[c, i, j])))),
        NotYet("stops after three", () => OneByOne((x, w) => Mix(x, (i, j) => Channels(x).Take(3).Sum(c => w[c] * x[c, i, j])))),
        NotYet("may be negative", () => OneByOne((x, w) => Mix(x, (i, j) => Math.Max(0, Channels(x).Sum(c => w[c] * x[c, i, j]))))),
        NotYet("You add weight and pixel", () => OneByOne((x, w) => Mix(x, (i, j) => Channels(x).Sum(c => w[c] + x[c, i, j])))),
        NotYet("Every pixel has the answer", () => OneByOne((x, w) => Mix(x, (_, _) => Channels(x).Sum(c => w[c] * x[c, 0, 0])))),
        NotYet("All numbers are 0", () => OneByOne((x, _) => Mix(x, (_, _) => 0))),
        NotYet("3 rows and 2 columns", () => OneByOne((x, _) => new double[3, 3])),
        NotYet("returned null", () => OneByOne((_, _) => null!)),
        NotYet("NaN", () => OneByOne((x, _) => Mix(x, (_, _) => double.NaN))),
        NotYet("IndexOutOfRangeException", () => OneByOne((x, w) => Mix(x, (i, j) => Channels(x).Sum(c => w[c] * x[i, j, c])))),
        Fallback("one in each channel", () => OneByOne((x, _) => Mix(x, (_, _) => 7))),
    ];

    private static double[,] One(int row, int column, double weight = 1) => Made(3, 3, (i, j) => (i, j) == (row, column) ? weight : 0);

    private static double[,] Made(int rows, int columns, Func<int, int, double> at)
    {
        double[,] made = new double[rows, columns];
        for (int n = 0; n < made.Length; n++)
            made[n / columns, n % columns] = at(n / columns, n % columns);
        return made;
    }

    private static double[,] Map(double[,] x, double[,] w, Func<int, int, int, int, double> product, Func<double, double> finish) =>
        Made(x.GetLength(0) - w.GetLength(0) + 1, x.GetLength(1) - w.GetLength(1) + 1, (i, j) =>
            finish(Enumerable.Range(0, w.Length).Sum(n => product(n / w.GetLength(1), n % w.GetLength(1), i, j))));

    /// <summary>Four loops, and the bias first.</summary>
    private static double[,] PlaceByPlace(double[,] x, double[,] w, double b)
    {
        double[,] y = new double[x.GetLength(0) - w.GetLength(0) + 1, x.GetLength(1) - w.GetLength(1) + 1];
        for (int i = 0; i < y.GetLength(0); i++)
        {
            for (int j = 0; j < y.GetLength(1); j++)
            {
                y[i, j] = b;
                for (int u = 0; u < w.GetLength(0); u++)
                {
                    for (int v = 0; v < w.GetLength(1); v++)
                        y[i, j] += w[u, v] * x[i + u, j + v];
                }
            }
        }
        return y;
    }

    /// <summary>Pixel by pixel: each gives its share to every place whose window it stands in.</summary>
    private static double[,] OnPlaces(double[,] x, double[,] w, double b)
    {
        double[,] y = Made(x.GetLength(0) - w.GetLength(0) + 1, x.GetLength(1) - w.GetLength(1) + 1, (_, _) => b);
        for (int n = 0; n < x.Length * w.Length; n++)
        {
            (int pixel, int weight) = Math.DivRem(n, w.Length);
            (int row, int column) = (pixel / x.GetLength(1), pixel % x.GetLength(1));
            (int i, int j) = (row - (weight / w.GetLength(1)), column - (weight % w.GetLength(1)));
            if (i >= 0 && j >= 0 && i < y.GetLength(0) && j < y.GetLength(1))
                y[i, j] += x[row, column] * w[row - i, column - j];
        }
        return y;
    }

    private static Func<double[,], double[,]> Pool(Func<double, double, double, double, double> join) => x => Made(x.GetLength(0) / 2, x.GetLength(1) / 2, (i, j) =>
        join(x[2 * i, 2 * j], x[2 * i, (2 * j) + 1], x[(2 * i) + 1, 2 * j], x[(2 * i) + 1, (2 * j) + 1]));

    private static IEnumerable<int> Channels(double[,,] x) => Enumerable.Range(0, x.GetLength(0));

    private static double[,] Mix(double[,,] x, Func<int, int, double> at) => Made(x.GetLength(1), x.GetLength(2), at);
}
