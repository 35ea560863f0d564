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
    private static readonly string[] PileNames = ["train", "validation", "test"];

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
        _ when Near(answer, 1) => "1 comes out if 4 / Math.E is cut to whole numbers, or if the log is forgotten. Which is it?",
        < 0 => "A loss is minus the logarithm of a probability, so it is not below 0.",
        _ => "What does the second softmax see at best, which probability does it give to the right class, and what is minus its logarithm?",
    }, "log(1 + 4/e) = 0.90, and no training gets below it.");

    /// <summary>16.2: the standard error of 90 % right among 400.</summary>
    /// <param name="error">The reader's number.</param>
    public static ExerciseResult StandardError(double? error) => Check("16.2", error, answer => answer switch
    {
        _ when Math.Abs(answer - 0.015) < 1e-5 => null,
        _ when Math.Abs(answer - 0.000225) < 1e-7 => "That is the variance. Take the root.",
        _ when Math.Abs(answer - 0.03) < 1e-5 => "That is two standard errors, which makes a good range. The question is for one.",
        _ when Near(answer, 1.5) => "In percent that is right; give it as a part: 0.015.",
        _ when Math.Abs(answer - 0.3) < 1e-5 => "Divide by the number of pictures, under the root.",
        _ when Math.Abs(answer - Math.Sqrt(0.9 / 400)) < 1e-5 => "The factor 1 - p is missing.",
        0 => "A result of 0 smells of whole numbers: write 0.9 * 0.1 / 400.",
        _ => "It is the root of p (1 - p) / n, with p = 0.9 and n = 400.",
    }, "0.015: the truth lies between 87 % and 93 %, 95 times in 100.");

    /// <summary>16.3: which pile is for what.</summary>
    /// <param name="piles">The reader's four words.</param>
    public static ExerciseResult Piles(string[]? piles) => Check("16.3", piles, answer =>
    {
        string[] words = [.. answer.Select(word => (word ?? "").Trim().ToLowerInvariant())];
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
    public static ExerciseResult WorstClass(Func<int[,], double>? worst) => Check("16.4", worst, answer =>
    {
        double given = answer(new[,] { { 8, 2, 0 }, { 0, 30, 10 }, { 1, 4, 15 } });
        return given switch
        {
            _ when Near(given, 0.75) => Near(answer(new[,] { { 1, 3 }, { 0, 9 } }), 0.25) ? null : "It is right for one matrix and wrong for another. Does it look at every class?",
            _ when Near(given, 0.6) => "You divide by the sum of the column. The row holds all pictures of a class.",
            _ when Near(given, 0.8) => "That is the best class, or the first.",
            _ when Near(given, 8) => "That is the smallest count. Divide each by the number of pictures of its class.",
            _ when Near(given, 53.0 / 70) => "That is the accuracy of all classes together, which hides the worst.",
            _ when Near(given, (0.8 + 0.75 + 0.75) / 3) => "That is the mean over the classes. The lowest is asked for.",
            0 => "A result of 0 smells of whole numbers: an int by an int is an int. Cast one to double.",
            _ => FormattableString.Invariant($"For the rows (8, 2, 0), (0, 30, 10), (1, 4, 15) the classes have 8/10, 30/40 and 15/20, so the lowest is 0.75. Yours is {given:0.###}."),
        };
    }, "An accuracy can hide a class that fails. This line can't.");

    /// <summary>16.5: a network of the reader's own; it is trained here.</summary>
    /// <param name="model">The reader's network.</param>
    public static ExerciseResult OwnNetwork(Sequential? model) => Check("16.5", model, answer =>
    {
        if (answer.ParameterCount > MostParameters)
            return FormattableString.Invariant($"It has {answer.ParameterCount:N0} parameters, and {MostParameters:N0} are allowed. Which layer holds most of them? ModelSummary.Of(mine) says it.");
        MersenneTwister random = new(165);
        Dataset train = Synthetic.Glyphs(600, random, noise: 0.2), unseen = Synthetic.Glyphs(300, random, noise: 0.2);
        Shape output = answer.OutputShape(train.Inputs.Shape);
        if (!output.HasSizes(600, 10))
            return $"It should give ten scores for each picture, (600, 10) for 600 of them, but gives {output}.";
        if (answer.Children is [.., Softmax or LogSoftmax])
            return "It ends with a softmax, and cross-entropy has one already. You saw above what two of them do.";
        double right = OnLoan.Use(answer, () =>
        {
            Trainer trainer = new(answer, new CrossEntropyLoss(), new SGD(answer.Parameters, 0.03f, momentum: 0.9f));
            trainer.Fit(train, new(Epochs: 8, BatchSize: 20, random));
            return trainer.Evaluate(unseen).Accuracy ?? 0;
        });
        return right >= EnoughRight ? null : FormattableString.Invariant($"It reads {100 * right:0.#} % of digits that it never saw, and {100 * EnoughRight:0} % are asked for. {Advice(answer)}");
    }, "Small, your own, and it reads digits that it never saw. Now give it data of your own.");

    private static string Advice(Sequential model) => model.Children switch
    {
        var layers when !layers.Any(layer => layer is Conv2d) => "Strokes come in different places: convolutions share what they learn over all of them.",
        var layers when !layers.Any(layer => layer is ReLU or LeakyReLU or ELU or GELU or Tanh or Sigmoid or MaxPool2d) => "Nothing bends between its layers, so it is a single linear layer, however many you stack.",
        var layers when layers.Count(layer => layer is Conv2d) == 1 => "One convolution finds strokes. A second one, after pooling, finds shapes made of them.",
        _ => "More channels in the convolutions may help, or another seed.",
    };
}
