using NeuroLab.Layers;
using static NeuroLab.Course.Exercises.OwnNetworkExercises;
using static NeuroLab.Course.Tests.Exercises.AnswerTables.Answer;

namespace NeuroLab.Course.Tests.Exercises.AnswerTables;

/// <summary>Answers to the exercises of notebook 16.</summary>
internal static class OwnNetworkAnswers
{
    internal static Answer[] All() => [.. Losses(), .. Errors(), .. PileWords(), .. WorstClasses(), .. Networks()];

    private static Answer[] Losses() =>
    [
        Right(() => LowestLoss(Math.Log(1 + (4 / Math.E)))),
        Right(() => LowestLoss(-Math.Log(Math.E / (Math.E + 4)))),
        Right(() => LowestLoss(0.9)),
        Right(() => LowestLoss(0.905f)),
        NotYet("ten classes", () => LowestLoss(Math.Log(1 + (9 / Math.E)))),
        NotYet("four zeros", () => LowestLoss(Math.Log(1 + (5 / Math.E)))),
        NotYet("loss of guessing", () => LowestLoss(Math.Log(5))),
        NotYet("That is the probability", () => LowestLoss(Math.E / (Math.E + 4))),
        NotYet("turned around", () => LowestLoss(-Math.Log(1 + (4 / Math.E)))),
        NotYet("base 10", () => LowestLoss(Math.Log10(1 + (4 / Math.E)))),
        NotYet("base 2", () => LowestLoss(Math.Log2(1 + (4 / Math.E)))),
        NotYet("as a part of 1", () => LowestLoss(40.46)),
        NotYet("never gives it", () => LowestLoss(0)),
        NotYet("whole numbers", () => LowestLoss(1)),
        NotYet("not below 0", () => LowestLoss(-2)),
        NotYet("not a number", () => LowestLoss(double.NaN)),
        Fallback("see at best", () => LowestLoss(7)),
    ];

    private static Answer[] Errors() =>
    [
        Right(() => StandardError((right, n) => Error((double)right / n, n))),
        Right(() => StandardError((right, n) => Math.Sqrt(right * (n - right) / Math.Pow(n, 3)))),
        Right(() => StandardError((right, n) => (float)Math.Pow(1.0 * right / n * (1 - (1.0 * right / n)) / n, 0.5))),
        NotYet("Take the root", () => StandardError((right, n) => Math.Pow(Error((double)right / n, n), 2))),
        NotYet("two standard errors", () => StandardError((right, n) => 2 * Error((double)right / n, n))),
        NotYet("In percent", () => StandardError((right, n) => 100 * Error((double)right / n, n))),
        NotYet("number of pictures come in", () => StandardError((right, n) => Error((double)right / n, 1))),
        NotYet("under the root as well", () => StandardError((right, n) => Error((double)right / n, 1) / n)),
        NotYet("1 - p is missing", () => StandardError((right, n) => Math.Sqrt((double)right / n / n))),
        NotYet("factor p is missing", () => StandardError((right, n) => Math.Sqrt((1 - ((double)right / n)) / n))),
        NotYet("read wrong", () => StandardError((right, n) => (double)right / n / Math.Sqrt(n))),
        NotYet("*number* of right pictures", () => StandardError((right, n) => n * Error((double)right / n, n))),
        NotYet("n - 1", () => StandardError((right, n) => Error((double)right / n, n - 1))),
        NotYet("does not depend", () => StandardError((_, n) => 1 / Math.Sqrt(n))),
        NotYet("part that is wrong", () => StandardError((right, n) => 1 - ((double)right / n))),
        NotYet("accuracy itself", () => StandardError((right, n) => (double)right / n)),
        NotYet("whole numbers", () => StandardError((right, n) => Error(right / n, n))),
        NotYet("*number* of right", () => StandardError((right, n) => Math.Sqrt((double)right * (n - right) / n))),
        NotYet("root taken of a negative", () => StandardError((right, n) => Math.Sqrt(right * (1 - right) / n))),
        NotYet("same for every case", () => StandardError((_, _) => 0.015)),
        NotYet("DivideByZeroException", () => StandardError((right, n) => n / (right / n))),
        Fallback("and its root", () => StandardError((right, n) => right + n)),
    ];

    private static Answer[] PileWords() =>
    [
        Right(() => Piles(new[] { "train", "validation", "test", "validation" })),
        Right(() => Piles(new[] { "Train", "Validation ", " test", "VALIDATION" })),
        Right(() => Piles(new[] { "training", "val", "test", "val" })),
        NotYet("four words", () => Piles(new[] { "train", "validation", "test" })),
        NotYet("\"dev\"", () => Piles(new[] { "train", "dev", "test", "dev" })),
        NotYet("one of yours is \"\"", () => Piles(new[] { "train", null!, "test", "validation" })),
        NotYet("(a)", () => Piles(new[] { "test", "validation", "test", "validation" })),
        NotYet("by heart", () => Piles(new[] { "train", "train", "test", "validation" })),
        NotYet("spoiled", () => Piles(new[] { "train", "test", "test", "validation" })),
        NotYet("(c)", () => Piles(new[] { "train", "validation", "validation", "validation" })),
        NotYet("to choose by it", () => Piles(new[] { "train", "validation", "test", "test" })),
        NotYet("not learned from", () => Piles(new[] { "train", "validation", "test", "train" })),
    ];

    private static Answer[] WorstClasses() =>
    [
        Right(() => WorstClass(counts => Recalls(counts).Min())),
        Right(() => WorstClass(ByLoops)),
        Right(() => WorstClass(counts => Math.Round(Recalls(counts).Min(), 4))),
        NotYet("sum of the column", () => WorstClass(counts => Classes(counts).Min(k => (double)counts[k, k] / Classes(counts).Sum(right => counts[right, k])))),
        NotYet("best class", () => WorstClass(counts => Recalls(counts).Max())),
        NotYet("first class", () => WorstClass(counts => Recalls(counts)[0])),
        NotYet("last class", () => WorstClass(counts => Recalls(counts)[^1])),
        NotYet("smallest count", () => WorstClass(counts => Classes(counts).Min(k => counts[k, k]))),
        NotYet("all classes together", () => WorstClass(counts => (double)Classes(counts).Sum(k => counts[k, k]) / counts.Cast<int>().Sum())),
        NotYet("divide by all pictures", () => WorstClass(counts => Classes(counts).Min(k => (double)counts[k, k] / counts.Cast<int>().Sum()))),
        NotYet("mean over the classes", () => WorstClass(counts => Recalls(counts).Average())),
        NotYet("In percent", () => WorstClass(counts => 100 * Recalls(counts).Min())),
        NotYet("read *wrong*", () => WorstClass(counts => 1 - Recalls(counts).Min())),
        NotYet("number of the class", () => WorstClass(counts => Classes(counts).MinBy(k => Recalls(counts)[k]))),
        NotYet("whole numbers", () => WorstClass(counts => Classes(counts).Min(k => counts[k, k] / Classes(counts).Sum(answer => counts[k, answer])))),
        NotYet("by the wrong ones", () => WorstClass(counts => Classes(counts).Min(k => (double)counts[k, k] / Classes(counts).Where(answer => answer != k).Sum(answer => counts[k, answer])))),
        NotYet("divided by 0", () => WorstClass(_ => double.NaN)),
        NotYet("same for every case", () => WorstClass(_ => 0.75)),
        NotYet("IndexOutOfRangeException", () => WorstClass(counts => Enumerable.Range(0, 10).Min(k => (double)counts[k, k]))),
        Fallback("over the rows", () => WorstClass(counts => counts.Length)),
    ];

    private static Answer[] Networks() =>
    [
        Right(() => OwnNetwork(Three(() => new ReLU()))),
        Right(() => OwnNetwork(Three(() => new Tanh()))),
        Right(() => OwnNetwork(Three(() => new LeakyReLU()))),
        Right(() => OwnNetwork(Three(() => new ELU()))),
        Right(() => OwnNetwork(Three(() => new GELU()))),
        Right(() => OwnNetwork(Three(() => new ReLU(), average: true))),
        Right(() => OwnNetwork(Two(normal: channels => new BatchNorm2d(channels)))),
        Right(() => OwnNetwork(Two(normal: channels => new GroupNorm(2, channels)))),
        Right(() => OwnNetwork(Two(normal: _ => new Dropout(0.1f, Luck)))),
        Right(() => OwnNetwork(Strides())),
        Right(() => OwnNetwork(LeNet(() => new ReLU(), size => new MaxPool2d(size)))),
        Right(() => OwnNetwork(Three(() => new Sigmoid()))),
        Right(() => OwnNetwork(LeNet(() => new Sigmoid(), size => new AvgPool2d(size)))),
        Right(() => OwnNetwork(LeNet(() => new Tanh(), size => new AvgPool2d(size)))),
        Right(() => OwnNetwork(Narrow())),
        Right(() => OwnNetwork(Blocks())),
        Right(() => OwnNetwork([new Conv2d(1, 8, 5, Luck, padding: 2), new MaxPool2d(2), new Conv2d(8, 16, 3, Luck, padding: 1), new MaxPool2d(4), new Flatten(), new Linear(144, 10, Luck)])),
        Right(() => OwnNetwork([new AvgPool2d(2), new Conv2d(1, 8, 3, Luck, padding: 1), new ReLU(), new Conv2d(8, 12, 3, Luck, padding: 1), new ReLU(), new MaxPool2d(2), new Flatten(), new Linear(12 * 49, 10, Luck)])),
        Right(() => OwnNetwork([new Conv2d(1, 12, 7, Luck, padding: 3), new ReLU(), new MaxPool2d(4), new Flatten(), new Linear(12 * 49, 10, Luck)])),
        NotYet("no layers yet", () => OwnNetwork([])),
        NotYet("8,000 are allowed", () => OwnNetwork([new Flatten(), new Linear(784, 64, Luck), new ReLU(), new Linear(64, 10, Luck)])),
        NotYet("ten scores", () => OwnNetwork([new Flatten(), new Linear(784, 9, Luck)])),
        NotYet("ends with a softmax", () => OwnNetwork([new Flatten(), new Linear(784, 10, Luck), new Softmax()])),
        NotYet("ShapeException", () => OwnNetwork([new Conv2d(3, 4, 3, Luck), new Flatten(), new Linear(10, 10, Luck)])),
        NotYet("shares what it learns", () => OwnNetwork([new AvgPool2d(2), new Flatten(), new Linear(196, 36, Luck), new ReLU(), new Linear(36, 10, Luck)])),
        NotYet("Nothing bends", () => OwnNetwork([new Conv2d(1, 2, 3, Luck), new AvgPool2d(4), new Flatten(), new Linear(72, 10, Luck)])),
        NotYet("a quarter at most", () => OwnNetwork([new AvgPool2d(2), new Conv2d(1, 4, 3, Luck), new Sigmoid(), new AvgPool2d(2), new Conv2d(4, 4, 3, Luck), new Sigmoid(), new AvgPool2d(2), new Flatten(), new Linear(16, 10, Luck)])),
        NotYet("a second one", () => OwnNetwork([new Conv2d(1, 2, 3, Luck), new ReLU(), new MaxPool2d(4), new Flatten(), new Linear(72, 10, Luck)])),
        Fallback("Where does it lose", () => OwnNetwork([new AvgPool2d(4), new Conv2d(1, 2, 3, Luck), new ReLU(), new Conv2d(2, 2, 3, Luck), new ReLU(), new Flatten(), new Linear(18, 10, Luck)])),
    ];

    private static Random Luck => new(5);

    private static double Error(double p, int n) => Math.Sqrt(p * (1 - p) / n);

    private static IEnumerable<int> Classes(int[,] counts) => Enumerable.Range(0, counts.GetLength(0));

    private static double[] Recalls(int[,] counts) => [.. Classes(counts).Select(k => (double)counts[k, k] / Classes(counts).Sum(answer => counts[k, answer]))];

    private static double ByLoops(int[,] counts)
    {
        double worst = 1;
        for (int right = 0; right < counts.GetLength(0); right++)
        {
            double all = 0;
            for (int answer = 0; answer < counts.GetLength(1); answer++)
                all += counts[right, answer];
            worst = Math.Min(worst, counts[right, right] / all);
        }
        return worst;
    }

    private static Sequential Three(Func<Layer> bend, bool average = false)
    {
        Random luck = Luck;
        Layer Pool() => average ? new AvgPool2d(2) : new MaxPool2d(2);
        return [new Conv2d(1, 8, 5, luck, padding: 2), bend(), Pool(), new Conv2d(8, 16, 3, luck, padding: 1), bend(), Pool(),
            new Conv2d(16, 16, 3, luck, padding: 1), bend(), Pool(), new Flatten(), new Linear(144, 10, luck)];
    }

    private static Sequential Two(Func<int, Layer> normal)
    {
        Random luck = Luck;
        return [new Conv2d(1, 8, 3, luck, padding: 1), normal(8), new ReLU(), new MaxPool2d(2),
            new Conv2d(8, 16, 3, luck, padding: 1), normal(16), new ReLU(), new MaxPool2d(4), new Flatten(), new Linear(144, 10, luck)];
    }

    private static Sequential Strides()
    {
        Random luck = Luck;
        return [new Conv2d(1, 8, 3, luck, 2, 1), new ReLU(), new Conv2d(8, 16, 3, luck, 2, 1), new ReLU(), new Conv2d(16, 16, 3, luck, 2, 1), new ReLU(), new Flatten(), new Linear(256, 10, luck)];
    }

    private static Sequential LeNet(Func<Layer> bend, Func<int, Layer> pool)
    {
        Random luck = Luck;
        return [new Conv2d(1, 6, 5, luck), bend(), pool(2), new Conv2d(6, 12, 5, luck), bend(), pool(2), new Flatten(), new Linear(192, 24, luck), bend(), new Linear(24, 10, luck)];
    }

    private static Sequential Narrow()
    {
        Random luck = Luck;
        return [new Conv2d(1, 4, 3, luck, padding: 1), new ReLU(), new MaxPool2d(2), new Conv2d(4, 8, 3, luck, padding: 1), new ReLU(), new MaxPool2d(2), new Flatten(), new Linear(392, 10, luck)];
    }

    private static Sequential Blocks()
    {
        Random luck = Luck;
        Sequential Block() => [new Conv2d(12, 12, 3, luck, padding: 1), new ReLU()];
        return [new Conv2d(1, 12, 3, luck, padding: 1), new ReLU(), new MaxPool2d(2), new Residual(Block()), new MaxPool2d(2), new Residual(Block()), new MaxPool2d(2), new Flatten(), new Linear(108, 10, luck)];
    }
}
