using MathNet.Numerics.Random;
using NeuroLab.Data;
using NeuroLab.Layers;
using NeuroLab.Losses;
using NeuroLab.Optimization;
using NeuroLab.Tensors;
using NeuroLab.Training;
using static NeuroLab.Course.Exercises.Exercise;

namespace NeuroLab.Course.Exercises;

/// <summary>The checks of notebook 16, your own network.</summary>
public static class OwnNetworkExercises
{
    private const int MostParameters = 8000;
    private const double EnoughRight = 0.85;

    // Most networks are right within the first; those with saturating activations need smaller steps, and more of them.
    private static readonly (float Rate, int Epochs)[] Lessons = [(0.005f, 24), (0.002f, 48)];
    private static readonly string[] PileNames = ["train", "validation", "test"];
    private static readonly Dictionary<string, string> OtherNames = new() { ["training"] = "train", ["val"] = "validation", ["valid"] = "validation", ["testing"] = "test" };
    private static readonly (int Right, int Count)[] Samples = [(360, 400), (45, 60), (3, 25)];
    private static readonly int[][,] Matrices = [new[,] { { 8, 2, 0 }, { 0, 30, 10 }, { 1, 5, 14 } }, new[,] { { 1, 3 }, { 0, 9 } }, new[,] { { 20, 0, 0, 0 }, { 3, 3, 1, 2 }, { 0, 2, 8, 0 }, { 1, 0, 1, 6 } }];

    /// <summary>16.1: the lowest loss of a network of five classes that ends with a softmax before cross-entropy.</summary>
    /// <param name="loss">The reader's number.</param>
    public static ExerciseResult LowestLoss(double? loss) => Check("16.1", loss, answer => answer switch
    {
        _ when Math.Abs(answer - Math.Log(1 + (4 / Math.E))) < 0.006 => null,
        double.NaN => "That is not a number. The logarithm is that of a probability, which is above 0.",
        _ when Near(answer, Math.Log(1 + (9 / Math.E))) => "That is for ten classes. With five there are one 1 and four zeros.",
        _ when Near(answer, Math.Log(1 + (5 / Math.E))) => "One of the five is the right class, so there are four zeros.",
        _ when Near(answer, Math.Log(5)) => "That is the loss of guessing. It can do better than that, though not much.",
        _ when Near(answer, Math.E / (Math.E + 4)) => "That is the probability. The loss is minus its logarithm.",
        _ when Near(answer, -Math.Log(1 + (4 / Math.E))) => "The sign is turned around: a loss is not below 0.",
        0 => "0 would take a probability of 1, and the second softmax never gives it.",
        _ when Near(answer, Math.E / 4) || Near(answer, 1 / (1 + (4 / Math.E)) * 100, 1e-2) => "What is the probability that the second softmax gives to the right class, as a part of 1, and what is minus its logarithm?",
        _ when Near(answer, Math.Log10(1 + (4 / Math.E))) => "That is the logarithm to the base 10. Cross-entropy takes the natural one, Math.Log.",
        _ when Near(answer, Math.Log2(1 + (4 / Math.E))) => "That is the logarithm to the base 2. Cross-entropy takes the natural one, Math.Log.",
        _ when Near(answer, 1) => "1 comes out if 4 / Math.E is cut to whole numbers, or if the log is forgotten. Which is it?",
        < 0 => "A loss is minus the logarithm of a probability, so it is not below 0.",
        _ => "What does the second softmax see at best, which probability does it give to the right class, and what is minus its logarithm?",
    }, "log(1 + 4/e) = 0.90, and no training gets below it.");

    /// <summary>16.2: the standard error of an accuracy.</summary>
    /// <param name="error">The reader's function of the number of pictures read right, and of all.</param>
    public static ExerciseResult StandardError(Func<int, int, double>? error) => Check("16.2", error, answer =>
    {
        Func<(int Right, int Count), double[]> Rule(Func<double, double, double> rule) => at => [1000 * rule((double)at.Right / at.Count, at.Count)];
        return FunctionCheck.Hint(() => Samples, at => [1000 * answer(at.Right, at.Count)], Rule((p, n) => Math.Sqrt(p * (1 - p) / n)), (_, _, _) => "With 360 of 400 right p is 0.9. What are p (1 - p), that part of n, and its root?",
        [
            (Rule((p, n) => p * (1 - p) / n), "That is the variance. Take the root."),
            (Rule((p, n) => 2 * Math.Sqrt(p * (1 - p) / n)), "Those are two standard errors, which make a good range. The question is for one."),
            (Rule((p, n) => 100 * Math.Sqrt(p * (1 - p) / n)), "In percent that is right; give it as a part: 0.015 and not 1.5."),
            (Rule((p, n) => Math.Sqrt(p * (1 - p))), "Where does the number of pictures come in? With more of them the error should shrink."),
            (Rule((p, n) => Math.Sqrt(p * (1 - p)) / n), "n stands under the root as well: four times the pictures halve the error."),
            (Rule((p, n) => Math.Sqrt(p / n)), "The factor 1 - p is missing."),
            (Rule((p, n) => Math.Sqrt((1 - p) / n)), "The factor p is missing."),
            (Rule((p, n) => Math.Sqrt(p * p / n)), "p times p is not it. Which part is read wrong?"),
            (Rule((p, n) => Math.Sqrt(n * p * (1 - p))), "That is the spread of the *number* of right pictures. For the part it is divided by n, not multiplied."),
            (Rule((p, n) => Math.Sqrt(p * (1 - p) / (n - 1))), "You divide by n - 1, as for a spread that is estimated from numbers. Here it is n."),
            (Rule((p, n) => 1 / Math.Sqrt(n)), "That does not depend on how many are right. With p = 1 nothing is unsure."),
            (Rule((p, n) => 1 - p), "That is the part that is wrong. How far may it be off, with so many pictures?"),
            (Rule((p, n) => p), "That is the accuracy itself. How far may it be off, with so many pictures?"),
            (at => [0], "A result of 0 smells of whole numbers: 360 / 400 is 0 in C#. Write (double)right / count."),
        ]);
    }, "For 360 of 400 it is 0.015: the truth lies between 87 % and 93 %, 95 times in 100.");

    /// <summary>16.3: which pile is for what.</summary>
    /// <param name="piles">The reader's four words.</param>
    public static ExerciseResult Piles(string[]? piles) => Check("16.3", piles, answer =>
    {
        string[] words = [.. answer.Select(word => (word ?? "").Trim().ToLowerInvariant()).Select(word => OtherNames.GetValueOrDefault(word, word))];
        return words switch
        {
            _ when words.Length != 4 => $"There are four questions, so four words are needed; you gave {words.Length}.",
            _ when Array.Find(words, word => !PileNames.Contains(word)) is { } other => $"Each answer is \"train\", \"validation\" or \"test\", but one of yours is \"{other}\".",
            [not "train", _, _, _] => "(a) Weights are learned from the training pile and from no other.",
            [_, "train", _, _] => "(b) On the training pile the larger network nearly always wins, by learning it by heart.",
            [_, "test", _, _] => "(b) Whoever chooses by the test pile has spoiled it for the report.",
            [_, _, not "test", _] => "(c) The report needs pictures that had no part in any choice.",
            [_, _, _, "test"] => "(d) To improve something because of the test pile is to choose by it. Look at the validation pile.",
            [_, _, _, "train"] => "(d) What was learned by heart looks good in every class. Look at pictures that were not learned from.",
            _ => null,
        };
    }, "Learn from one, choose by the second, judge by the third.");

    /// <summary>16.4: the lowest recall of a confusion matrix.</summary>
    /// <param name="worst">The reader's function of the counts.</param>
    public static ExerciseResult WorstClass(Func<int[,], double>? worst) => Check("16.4", worst, answer => FunctionCheck.Hint(
        () => Matrices, counts => [answer((int[,])counts.Clone())], counts => [Recalls(counts).Min()], (_, _, _) => "For each row: how many pictures has the class, and how many of them stand on the diagonal? Then, over the rows, which is the lowest part?",
        [
            (counts => [Classes(counts).Min(k => (double)counts[k, k] / Classes(counts).Sum(right => counts[right, k]))], "You divide by the sum of the column. The row holds all pictures of a class."),
            (counts => [Recalls(counts).Max()], "That is the best class. The score card wants the worst."),
            (counts => [Recalls(counts)[0]], "That is the first class. Does your code look at every one?"),
            (counts => [Recalls(counts)[^1]], "That is the last class. Does your code look at every one?"),
            (counts => [Classes(counts).Min(k => counts[k, k])], "That is the smallest count. Divide each by the number of pictures of its class."),
            (counts => [(double)Classes(counts).Sum(k => counts[k, k]) / counts.Cast<int>().Sum()], "That is the accuracy of all classes together, which hides the worst."),
            (counts => [Classes(counts).Min(k => (double)counts[k, k] / counts.Cast<int>().Sum())], "You divide by all pictures. How many are there of the class itself?"),
            (counts => [Recalls(counts).Average()], "That is the mean over the classes. The lowest is asked for."),
            (counts => [100 * Recalls(counts).Min()], "In percent that is right; give it as a part between 0 and 1."),
            (counts => [1 - Recalls(counts).Min()], "That is the part of the worst class that is read *wrong*."),
            (counts => [Classes(counts).MinBy(k => Recalls(counts)[k])], "That is the number of the class. How much of it is read right?"),
            (counts => [Classes(counts).Min(k => counts[k, k] / Classes(counts).Sum(given => counts[k, given]))], "A result of 0 smells of whole numbers: an int by an int is an int. Cast one to double."),
            (counts => [Classes(counts).Min(k => (double)counts[k, k] / (Classes(counts).Sum(given => counts[k, given]) - counts[k, k]))], "You divide the right ones by the wrong ones. All pictures of a class are both together."),
        ]),
        "An accuracy can hide a class that fails. This line can't.");

    /// <summary>16.5: a network of the reader's own; it is trained here.</summary>
    /// <param name="model">The reader's network.</param>
    public static ExerciseResult OwnNetwork(Sequential? model) => Check("16.5", model, answer =>
    {
        if (answer.Children.Count == 0)
            return "It has no layers yet. What should come first, and what has to come out at the end?";
        if (answer.ParameterCount > MostParameters)
            return FormattableString.Invariant($"It has {answer.ParameterCount:N0} parameters, and {MostParameters:N0} are allowed. Which layer holds most of them? ModelSummary.Of(mine) says it.");
        if (answer.Children is [.., Softmax or LogSoftmax])
            return "It ends with a softmax, and cross-entropy has one already. You saw above what two of them do.";
        MersenneTwister random = new(165);
        Dataset train = Synthetic.Glyphs(1200, random, noise: 0.2), unseen = Synthetic.Glyphs(300, random, noise: 0.2);
        Shape output = answer.OutputShape(train.Inputs.Shape);
        if (!output.HasSizes(train.Count, 10))
            return $"It should give ten scores for each picture, ({train.Count}, 10) for {train.Count} of them, but gives {output}.";
        double best = 0;
        foreach ((float rate, int epochs) in Lessons)
        {
            best = Math.Max(best, OnLoan.Use(answer, () => Train(answer, train, rate, new(epochs, BatchSize: 20, random, unseen))));
            if (best >= EnoughRight)
                return null;
        }

        return FormattableString.Invariant($"After {Lessons[0].Epochs} epochs, and after {Lessons[1].Epochs} with smaller steps, it reads {100 * best:0.#} % at best of digits that it never saw, and {100 * EnoughRight:0} % are asked for. {Advice(answer)}");
    }, "Small, your own, and it reads digits that it never saw. Now give it data of your own.");

    /// <summary>
    /// The part of the unseen digits that is read right at last. Adam suits most networks at one rate, and as many epochs are enough as
    /// the network needs, so that it is the network that is judged and not its speed.
    /// </summary>
    private static double Train(Sequential model, Dataset train, float rate, TrainingOptions options)
    {
        Trainer trainer = new(model, new CrossEntropyLoss(), new Adam(model.Parameters, rate));
        double right = 0;
        foreach (Epoch epoch in trainer.Run(train, options))
        {
            right = epoch.ValidationAccuracy ?? 0;
            if (right >= EnoughRight)
                break;
        }
        return right;
    }

    private static string Advice(Sequential model) => model.Children switch
    {
        var layers when !layers.Any(layer => layer is Conv2d or Residual or Sequential) => "Strokes come in different places: which layer shares what it learns over all of them?",
        var layers when !layers.Any(layer => layer is ReLU or LeakyReLU or ELU or GELU or Tanh or Sigmoid or MaxPool2d or Residual or Sequential) => "Nothing bends between its layers, so it is a single linear layer, however many you stack.",
        var layers when layers.Any(layer => layer is Sigmoid) => "A sigmoid's slope is a quarter at most, so little is left of a gradient after several. Which activation lets it through?",
        var layers when layers.Count(layer => layer is Conv2d) == 1 => "One convolution finds strokes. What would a second one find, after pooling?",
        _ => "Where does it lose what it would need: too few channels, or too small a map at the end?",
    };

    private static IEnumerable<int> Classes(int[,] counts) => Enumerable.Range(0, counts.GetLength(0));

    private static double[] Recalls(int[,] counts) => [.. Classes(counts).Select(k => (double)counts[k, k] / Classes(counts).Sum(given => counts[k, given]))];
}
