using static NeuroLab.Course.Exercises.ComparisonExercises;
using static NeuroLab.Course.Tests.Exercises.AnswerTables.Answer;

namespace NeuroLab.Course.Tests.Exercises.AnswerTables;

/// <summary>Answers to the exercises of notebook 14.</summary>
internal static class ComparisonAnswers
{
    internal static Answer[] All() => [.. Hidden(), .. Products(), .. SmallMoves(), .. Choices(), .. Shifts(), .. Pools()];

    private static Answer[] Hidden() =>
    [
        Right(() => HiddenNeurons(199)),
        Right(() => HiddenNeurons((159_005 - 10) / (784 + 1 + 10))),
        NotYet("biases been counted", () => HiddenNeurons(159_005 / 795)),
        NotYet("biases been counted", () => HiddenNeurons(159_005 / 794)),
        NotYet("a weight to each of the 10", () => HiddenNeurons(159_005 / 785)),
        NotYet("784 weights", () => HiddenNeurons((159_005 - 10) / 10)),
        NotYet("whole budget", () => HiddenNeurons(159_005)),
        NotYet("one more", () => HiddenNeurons(198)),
        NotYet("does the budget allow", () => HiddenNeurons(795)),
        NotYet("At least one", () => HiddenNeurons(0)),
        NotYet("more than there are", () => HiddenNeurons(1000)),
        NotYet("still room", () => HiddenNeurons(17)),
    ];

    private static Answer[] Products() =>
    [
        Right(() => Multiplications((c, n, k, s) => c * n * k * k * s * s)),
        Right(() => Multiplications((c, n, k, s) => (long)(c * n * Math.Pow(k * s, 2)))),
        Right(() => Multiplications((c, n, k, s) => Enumerable.Range(0, n).Sum(_ => (long)s * s * c * k * k))),
        NotYet("number of weights", () => Multiplications((c, n, k, s) => c * n * k * k)),
        NotYet("number of weights", () => Multiplications((c, n, k, s) => (c * n * k * k) + n)),
        NotYet("added, not multiplied", () => Multiplications((c, n, k, s) => ((c * n * k * k) + n) * s * s)),
        NotYet("all channels at once", () => Multiplications((c, n, k, s) => n * k * k * s * s)),
        NotYet("several kernels", () => Multiplications((c, n, k, s) => c * k * k * s * s)),
        NotYet("k × k places", () => Multiplications((c, n, k, s) => c * n * s * s)),
        NotYet("k counts twice", () => Multiplications((c, n, k, s) => c * n * k * s * s)),
        NotYet("its side counts twice", () => Multiplications((c, n, k, s) => c * n * k * k * s)),
        NotYet("padding is done", () => Multiplications((c, n, k, s) => c * n * k * k * (s - k + 1) * (s - k + 1))),
        NotYet("the two multiply", () => Multiplications((c, n, k, s) => (c + n) * k * k * s * s)),
        NotYet("additions as well", () => Multiplications((c, n, k, s) => 2 * c * n * k * k * s * s)),
        NotYet("whole numbers", () => Multiplications((c, n, k, s) => k / s * c)),
        NotYet("DivideByZeroException", () => Multiplications((c, n, k, s) => c / (n - n))),
        Fallback("how often", () => Multiplications((c, n, k, s) => 225_792)),
    ];

    private static Answer[] SmallMoves() =>
    [
        Right(() => SmallestMove(4)),
        Right(() => SmallestMove(2 * 2)),
        NotYet("after the first", () => SmallestMove(2)),
        NotYet("stride 1", () => SmallestMove(1)),
        NotYet("no whole step", () => SmallestMove(3)),
        NotYet("3 after the first", () => SmallestMove(6)),
        NotYet("by two", () => SmallestMove(8)),
        NotYet("not four", () => SmallestMove(16)),
        NotYet("more than one", () => SmallestMove(12)),
        NotYet("stays where", () => SmallestMove(0)),
        NotYet("whichever side", () => SmallestMove(-4)),
        Fallback("Go backward", () => SmallestMove(5)),
    ];

    private static Answer[] Choices() =>
    [
        Right(() => WhichNetwork("FCRF")),
        Right(() => WhichNetwork("f c r f")),
        Right(() => WhichNetwork("F, C, R, F")),
        Right(() => WhichNetwork(" F-C-R-F. ")),
        NotYet("example from the stub", () => WhichNetwork("FFCR")),
        NotYet("(1)", () => WhichNetwork("CCRF")),
        NotYet("(2)", () => WhichNetwork("FFRF")),
        NotYet("(3)", () => WhichNetwork("FCFF")),
        NotYet("(4)", () => WhichNetwork("FCRC")),
        NotYet("Four letters", () => WhichNetwork("FCR")),
        NotYet("Four letters", () => WhichNetwork("FCRX")),
        NotYet("Four letters", () => WhichNetwork("")),
    ];

    private static Answer[] Shifts() =>
    [
        Right(() => MoveRight((picture, by) => Each(picture, (i, j) => j < by ? 0 : picture[i, j - by]))),
        Right(() => MoveRight((picture, by) =>
        {
            double[,] moved = new double[picture.GetLength(0), picture.GetLength(1)];
            for (int i = 0; i < picture.GetLength(0); i++)
            {
                for (int j = 0; j + by < picture.GetLength(1); j++)
                    moved[i, j + by] = picture[i, j];
            }
            return moved;
        })),
        NotYet("returned null", () => MoveRight((_, _) => null!)),
        NotYet("3 rows and 4 columns", () => MoveRight((picture, by) => new double[3, 4 + by])),
        NotYet("NaN", () => MoveRight((picture, _) => Each(picture, (_, _) => double.NaN))),
        NotYet("outside", () => MoveRight((picture, by) => Each(picture, (i, j) => picture[i, j - by]))),
        NotYet("to the left", () => MoveRight((picture, by) => Each(picture, (i, j) => j + by < 4 ? picture[i, j + by] : 0))),
        NotYet("torch.roll", () => MoveRight((picture, by) => Each(picture, (i, j) => picture[i, (j - by + 8) % 4]))),
        NotYet("moves it down", () => MoveRight((picture, by) => Each(picture, (i, j) => i < by ? 0 : picture[i - by, j]))),
        NotYet("repeats the first column", () => MoveRight((picture, by) => Each(picture, (i, j) => picture[i, Math.Max(0, j - by)]))),
        NotYet("Nothing has moved", () => MoveRight((picture, _) => picture)),
        NotYet("always moves by one", () => MoveRight((picture, _) => Each(picture, (i, j) => j < 1 ? 0 : picture[i, j - 1]))),
        NotYet("one too early", () => MoveRight((picture, by) => Each(picture, (i, j) => j < by || j == 3 ? 0 : picture[i, j - by]))),
        NotYet("All pixels are 0", () => MoveRight((picture, _) => new double[3, 4])),
        NotYet("overwritten", () => MoveRight((picture, by) =>
        {
            double[,] moved = Each(picture, (i, j) => j < by ? 0 : picture[i, j - by]);
            picture[0, 0] = -1;
            return moved;
        })),
        Fallback("at its end", () => MoveRight((picture, _) => Each(picture, (i, j) => i + j))),
    ];

    private static Answer[] Pools() =>
    [
        Right(() => GlobalMax(maps => [.. Maps(maps).Select(map => map.Max())])),
        Right(() => GlobalMax(maps => [.. Maps(maps).Select(map => map.Aggregate(Math.Max))])),
        Right(() => GlobalMax(maps => [.. Maps(maps).Select(map => map.Order().Last())])),
        NotYet("returned null", () => GlobalMax(_ => null!)),
        NotYet("three numbers", () => GlobalMax(maps => [Maps(maps).Max(map => map.Max())])),
        NotYet("something that is no number", () => GlobalMax(maps => [double.NaN, 9, 8])),
        NotYet("start from one of the map's", () => GlobalMax(maps => [.. Maps(maps).Select(map => map.Append(0).Max())])),
        NotYet("average pooling", () => GlobalMax(maps => [.. Maps(maps).Select(map => map.Average())])),
        NotYet("adds the map up", () => GlobalMax(maps => [.. Maps(maps).Select(map => map.Sum())])),
        NotYet("smallest", () => GlobalMax(maps => [.. Maps(maps).Select(map => map.Min())])),
        NotYet("forget the sign", () => GlobalMax(maps => [.. Maps(maps).Select(map => map.Max(Math.Abs))])),
        NotYet("largest of its own", () => GlobalMax(maps => [.. Maps(maps).Select(_ => Maps(maps).Max(map => map.Max()))])),
        NotYet("first row", () => GlobalMax(maps => [.. Maps(maps).Select(map => map[..3].Max())])),
        NotYet("first column", () => GlobalMax(maps => [.. Maps(maps).Select(map => Math.Max(map[0], map[3]))])),
        NotYet("first number", () => GlobalMax(maps => [.. Maps(maps).Select(map => map[0])])),
        NotYet("IndexOutOfRangeException", () => GlobalMax(maps => [maps[3, 0, 0]])),
        Fallback("Which index", () => GlobalMax(_ => [5, 5, 5])),
    ];

    private static double[,] Each(double[,] picture, Func<int, int, double> at)
    {
        double[,] made = new double[picture.GetLength(0), picture.GetLength(1)];
        for (int n = 0; n < made.Length; n++)
            made[n / 4, n % 4] = at(n / 4, n % 4);
        return made;
    }

    private static double[][] Maps(double[,,] maps) => [.. Enumerable.Range(0, maps.GetLength(0)).Select(channel =>
        Enumerable.Range(0, maps.GetLength(1) * maps.GetLength(2)).Select(i => maps[channel, i / maps.GetLength(2), i % maps.GetLength(2)]).ToArray())];
}
