using static NeuroLab.Course.Exercises.Exercise;

namespace NeuroLab.Course.Exercises;

/// <summary>The checks of notebook 07, cross-entropy and batches.</summary>
public static class CrossEntropyExercises
{
    /// <summary>07.1: the probability of the third of the logits 0, 0 and log 2.</summary>
    /// <param name="probability">The reader's number.</param>
    public static ExerciseResult ThirdProbability(double? probability) => Check("07.1", probability, answer => answer switch
    {
        _ when Near(answer, 0.5) => null,
        _ when Near(answer, 2) => "2 is the exponential of the third logit. Divide it by the sum of all three.",
        _ when Near(answer, 1) => "The three probabilities add up to 1, so one alone is less.",
        _ when Near(answer, Math.Log(2), 5e-3) => "That is the logit itself. Take the exponential of each, then divide by their sum.",
        _ when Near(answer, 2.0 / 3, 5e-3) => "e⁰ is 1, not 0, and there are two such classes: the sum has three terms.",
        _ when Near(answer, 0.25) => "That is what each of the other two gets.",
        _ when Near(answer, 1.0 / 3, 5e-3) => "Equal shares would need equal logits. The third is larger.",
        _ when Near(answer, Math.Exp(2) / (2 + Math.Exp(2)), 5e-3) => "You took e² for the third. Its logit is log 2, and e to the power of log 2 is 2.",
        _ when answer == 0 => "A result of 0 smells of whole numbers: in C# 2 / 4 is 0, and 2.0 / 4 is not.",
        _ when answer is < 0 or > 1 => "A probability lies between 0 and 1. Is it divided by the sum of all three exponentials?",
        _ => "What are the exponentials of 0, 0 and log 2? And which share of their sum has the third?",
    }, "The exponentials are 1, 1 and 2: half of the sum.");

    /// <summary>07.2: the cross-entropy of a batch.</summary>
    /// <param name="loss">The reader's function of (the probabilities of each picture, the right class of each).</param>
    public static ExerciseResult BatchLoss(Func<double[][], int[], double>? loss) => Check("07.2", loss, answer => FunctionCheck.Hint<(double[][] P, int[] Right)>(
        () => [
            ([[0.5, 0.3, 0.2], [0.9, 0.01, 0.09]], [0, 1]), ([[0.1, 0.2, 0.7]], [2]),
            ([[0.25, 0.25, 0.5], [0.6, 0.1, 0.3], [0.2, 0.7, 0.1], [0.05, 0.05, 0.9]], [2, 0, 2, 1]),
        ],
        c => [answer([.. c.P.Select(p => (double[])[.. p])], [.. c.Right])],
        c => [Of(c).Average(p => -Math.Log(p))],
        (_, _, _) => "What does one picture cost whose right class has the probability 0.5? And how do the costs of a batch become one number?",
        [
            (c => [Of(c).Average(p => Math.Log(p))], "The size is right, the sign is not: a probability is below 1, so its logarithm is below 0. The loss is above."),
            (c => [Of(c).Sum(p => -Math.Log(p))], "That is the sum. The loss of a batch is the mean over its pictures."),
            (c => [Of(c).Average(p => -Math.Log10(p))], "That is with the logarithm to base 10. The loss takes the natural one: Math.Log, not Math.Log10."),
            (c => [Of(c).Average(p => -Math.Log2(p))], "That is with the logarithm to base 2. The loss takes the natural one: Math.Log."),
            (c => [-Math.Log(Of(c).Average())], "You took the logarithm of the mean probability. Take the logarithm of each first, then the mean."),
            (c => [Of(c).Average(p => 1 - p)], "That is the mean of 1 - p. Surprise is a logarithm: it grows without limit toward p = 0."),
            (c => [c.P.Average(p => -Math.Log(p.Max()))], "You take the largest probability of each picture. What counts is the one of its right class."),
            (c => [c.P.Average(p => p.Sum(v => -Math.Log(v)))], "You add up the surprise of all classes. Only the right one of each picture counts."),
            (c => [Of(c).Sum(p => -Math.Log(p)) / c.P[0].Length], "You divide by the number of classes. The mean is over the pictures."),
            (c => [c.P.Average(p => -Math.Log(p[0]))], "You always take the first class. The second argument says which one is right, picture by picture."),
            (c => [Of(c).Average()], "That is the mean of the probabilities. How surprising is each?"),
            (c => [c.P.Average(p => -p.Sum(v => v * Math.Log(v)))], "That is the entropy of the network's own answers. The loss asks for the right class alone."),
        ]),
        "The mean of the surprises. One confident mistake costs more than many small doubts.");

    /// <summary>07.3: the gradient of the loss with respect to the logits.</summary>
    /// <param name="gradient">The reader's function of (logits, right class).</param>
    public static ExerciseResult GradientOfLogits(Func<double[], int, double[]>? gradient) => Check("07.3", gradient, answer => FunctionCheck.Hint<(double[] Z, int Right)>(
        () => [([0, Math.Log(2), Math.Log(5)], 1), ([1, -1, 0.5, 2], 0), ([0.3, 0.1], 1)],
        c => answer([.. c.Z], c.Right),
        c => Minus(c, 1),
        (_, _, _) => "What does the network say of each class, as a probability, and what should it have said?",
        [
            (c => [.. Minus(c, 1).Select(v => -v)], "That is y - p, the direction of the push. The gradient points the other way."),
            (c => Softmax(c.Z), "Those are the probabilities. The wish still has to be subtracted: what is it for the right class, and for the others?"),
            (c => [.. Softmax(c.Z).Select((p, i) => i == c.Right ? p - 1 : 0)], "The wrong classes have a gradient too: their probability should be 0, and is not."),
            (c => [.. Softmax(c.Z).Select((p, i) => i == c.Right ? -1 / p : 0)], "That is the slope with respect to the probability. On the way to the logits the softmax is still to come."),
            (c => [.. c.Z.Select((z, i) => i == c.Right ? z - 1 : z)], "You subtract from the logits. First turn them into probabilities."),
            (c => [.. Softmax(c.Z).Select((p, i) => i == Array.IndexOf(c.Z, c.Z.Max()) ? p - 1 : p)], "You take the largest class for the right one. Which is right the second argument says."),
            (c => [.. Minus(c, 1).Select(v => v / c.Z.Length)], "You divide by the number of classes. For one picture there is nothing to divide by."),
            (c => [.. Softmax(c.Z).Select((p, i) => i == c.Right ? 1 - p : p)], "The right class has the wrong sign: the loss falls when its logit grows."),
            (c => [.. Softmax(c.Z).Select(p => p - 1)], "You subtract 1 everywhere. The wish is 1 for the right class and 0 for the others."),
            (c => [.. Softmax(c.Z).Select((p, i) => i == c.Right ? p * (1 - p) : -p * Softmax(c.Z)[c.Right])], "That is the slope of the probability of the right class. The loss is minus its logarithm: one more link of the chain."),
            (c => [.. Softmax(c.Z).Select((p, i) => 2 * (p - (i == c.Right ? 1 : 0)))], "The factor 2 belongs to the squared error. Cross-entropy has none."),
        ]),
        "It adds up to 0: what one class is pulled up, the others are pushed down.");

    /// <summary>07.4: a softmax that does not overflow.</summary>
    /// <param name="softmax">The reader's function.</param>
    public static ExerciseResult SafeSoftmax(Func<double[], double[]>? softmax) => Check("07.4", softmax, answer =>
    {
        double[] small = [0, Math.Log(2), Math.Log(5)], given = [.. small];
        string? hint = FunctionCheck.Hint<double[]>(
            () => [small, [1, -1, 0.5, 2]],
            z => answer([.. z]),
            Softmax,
            (_, _, _) => "For the logits 0, log 2 and log 5 the exponentials are 1, 2 and 5. Which shares are those?",
            [
                (z => [.. z.Select(v => Math.Exp(v - z.Max()))], "Your numbers don't add up to 1. What are they divided by?"),
                (z => [.. z.Select(Math.Exp)], "Those are the exponentials. Shares add up to 1: what are they divided by?"),
                (z => [.. z.Select(v => v / z.Sum())], "You divide the logits themselves. Take the exponential of each before you divide."),
                (z => [.. z.Select(v => (v - z.Max()) / z.Sum(u => u - z.Max()))], "You divide the logits themselves. Take the exponential of each before you divide."),
                (z => [.. z.Select(_ => 1.0 / z.Length)], "All come out equal, whatever the logits are."),
                (z => [.. z.Select(v => Math.Exp(v - z.Max()) / z.Sum(Math.Exp))], "The exponentials above have the largest logit taken out, those in the sum have not. Take it out of both."),
                (z => [.. Softmax(z).Select(p => Math.Log(p))], "That is the logarithm of softmax. The probabilities themselves are asked for."),
                (z => [.. Softmax([.. z.Select(v => -v)])], "The largest logit gets the smallest share: there is a minus too much in the exponent."),
                (z => [.. Softmax([.. z.Select(v => v / z.Max())])], "You divide the logits by the largest one, which changes their differences. Only subtracting the same from all leaves the shares alone."),
            ]);
        if (hint is not null)
            return hint;
        answer(given);
        if (!given.SequenceEqual(small))
            return "Your function writes into the array it was given, which belongs to the caller. Make a new one.";
        double[] large = answer([1000, 990, 0]), negative = answer([-1000, -1001, -1002]), wide = answer([1500, -1000, -1000, -1000]);
        return 0 switch
        {
            _ when Array.Exists(large, v => !double.IsFinite(v)) => "Right for small logits. For 1000, 990 and 0 it does not give numbers: no exponent may be large. What can be subtracted from all logits without changing the shares?",
            _ when Array.Exists(negative, v => !double.IsFinite(v)) => "Right for large logits. For -1000, -1001 and -1002 all exponentials are 0 and their sum is 0 too. Which exponent should be 0, whatever the signs?",
            _ when Array.Exists(wide, v => !double.IsFinite(v)) => "It still fails for 1500, -1000, -1000, -1000. What you subtract must leave no exponent above 0: is it the largest logit?",
            _ when Near(large[0], 1) && Near(negative[0], 1 / (1 + Math.Exp(-1) + Math.Exp(-2))) && Near(wide[0], 1) => null,
            _ => "It no longer fails, but the numbers are not right for large logits. The same number has to be subtracted from all of them.",
        };
    }, "Only differences count, so the largest logit may as well be 0. No exponential is above 1 then.");

    /// <summary>07.5: the steps of 10 epochs with 1,078 pictures in batches of 64.</summary>
    /// <param name="steps">The reader's number.</param>
    public static ExerciseResult Steps(int? steps) => Check("07.5", steps, answer => answer switch
    {
        170 => null,
        17 => "That is one epoch. There are ten.",
        16 => "That is one epoch without its last, smaller batch.",
        160 => "1,078 / 64 is 16 and a rest. The 54 pictures that are left make a batch as well.",
        168 or 169 => "Round up before you multiply by ten: each epoch ends with a smaller batch of its own.",
        180 => "That is one batch too many in each epoch: 16 full ones and a smaller one.",
        10 => "That would be one step an epoch, as with all pictures in one batch.",
        10_780 => "That is how many pictures it sees. A step takes 64 of them.",
        640 => "64 is the size of a batch, not the number of batches.",
        _ => "How many batches of 64 do 1,078 pictures make, with a smaller one at the end? And in ten epochs?",
    }, "17 batches an epoch, the last one with 54 pictures: 170 steps.");

    /// <summary>07.6: which epoch to keep.</summary>
    /// <param name="epoch">The reader's number.</param>
    public static ExerciseResult EpochToKeep(int? epoch) => Check("07.6", epoch, answer => answer switch
    {
        3 => null,
        5 => "Epoch 5 is best on what it has learned from. On new digits it is no longer the best.",
        2 => "Epoch 2 is best on the test set, but who chooses by the test set has nothing left to judge by.",
        4 => "Between training and validation? One of the three piles is there to choose by, alone.",
        1 => "Epoch 1 has the smallest gap between training and validation, because it has learned least. The gap is not what we choose by.",
        _ => "Give the number of an epoch in the table, from 1 to 5.",
    }, "The validation set chooses epoch 3. What you report is its test accuracy, 95.0 %, even though epoch 2 has more.");

    private static double[] Of((double[][] P, int[] Right) c) => [.. c.P.Select((p, n) => p[c.Right[n]])];

    private static double[] Softmax(double[] z)
    {
        double[] e = [.. z.Select(v => Math.Exp(v - z.Max()))];
        return [.. e.Select(v => v / e.Sum())];
    }

    private static double[] Minus((double[] Z, int Right) c, double wish) => [.. Softmax(c.Z).Select((p, i) => i == c.Right ? p - wish : p)];
}
