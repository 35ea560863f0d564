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
        _ when Near(answer, Math.Log(2)) => "That is the logit itself. Take the exponential of each, then divide by their sum.",
        _ when Near(answer, 2.0 / 3) => "e⁰ is 1, not 0, and there are two such classes: the sum has three terms.",
        _ when Near(answer, 0.25) => "That is what each of the other two gets.",
        0 => "A result of 0 smells of whole numbers: 2 / 4 is 0 in C#. Write 2.0 / 4.",
        _ => "The exponentials of 0, 0 and log 2 are 1, 1 and 2. Which share has the third?",
    }, "The exponentials are 1, 1 and 2: half of the sum.");

    /// <summary>07.2: the cross-entropy of a batch whose right classes got 0.5 and 0.01.</summary>
    /// <param name="loss">The reader's number.</param>
    public static ExerciseResult BatchLoss(double? loss) => Check("07.2", loss, answer =>
    {
        double sum = -Math.Log(0.5) - Math.Log(0.01);
        return answer switch
        {
            _ when Near(answer, sum / 2, 2e-3) => null,
            _ when Near(answer, -sum / 2, 2e-3) => "The size is right, the sign is not: -log p is above 0, because p is below 1.",
            _ when Near(answer, sum, 2e-3) => "That is the sum. The loss of a batch is the mean over its pictures.",
            _ when Near(answer, sum / 2 / Math.Log(10), 2e-3) => "That is with the logarithm to base 10. The loss takes the natural one: Math.Log, not Math.Log10.",
            _ when Near(answer, sum / 2 / Math.Log(2), 2e-3) => "That is with the logarithm to base 2. The loss takes the natural one: Math.Log.",
            _ when Near(answer, -Math.Log(0.255), 2e-3) => "You took the logarithm of the mean probability. Take the logarithm of each first, then the mean.",
            _ when Near(answer, 0.745) => "That is the mean of 1 - p. The loss of a picture is -log p.",
            _ => "Each picture costs -log p of its right class. Take the mean of the two.",
        };
    }, "The mean of 0.69 and 4.61. One confident mistake costs more than many small doubts.");

    /// <summary>07.3: the gradient with respect to the logits for p = (0.7, 0.2, 0.1), right class the second.</summary>
    /// <param name="gradient">The reader's three numbers.</param>
    public static ExerciseResult GradientOfLogits(double[]? gradient) => Check("07.3", gradient, answer =>
    {
        if (answer.Length != 3)
            return $"There are three logits, so the gradient has three numbers, but you gave {answer.Length}.";
        bool Is(double a, double b, double c) => Near(answer[0], a) && Near(answer[1], b) && Near(answer[2], c);
        return 0 switch
        {
            _ when Is(0.7, -0.8, 0.1) => null,
            _ when Is(-0.7, 0.8, -0.1) => "That is y - p, the direction of the push. The gradient points the other way: p - y.",
            _ when Is(0, -0.8, 0) => "The wrong classes have a gradient too: their probability should be 0, and is not.",
            _ when Is(0, -5, 0) => "-1/p is the slope with respect to the probability. With respect to the logits, after softmax, it is p - y.",
            _ when Is(0.7, 0.2, 0.1) => "Those are the probabilities. Subtract the wish, which is 1 for the right class.",
            _ when Is(-0.3, 0.2, 0.1) => "You took the first class for the right one, because it is the largest. The right one is the second.",
            _ => "Write the wish as (0, 1, 0), and subtract it from the probabilities.",
        };
    }, "p - y. It adds up to 0: what one class is pulled up, the others are pushed down.");

    /// <summary>07.4: a softmax that does not overflow.</summary>
    /// <param name="softmax">The reader's function.</param>
    public static ExerciseResult SafeSoftmax(Func<double[], double[]>? softmax) => Check("07.4", softmax, answer =>
    {
        double[] small = [0, Math.Log(2), Math.Log(5)], given = (double[])small.Clone();
        double[] p = answer(given);
        if (p is null || p.Length != 3)
            return "For three logits your function should return three probabilities.";
        if (!given.SequenceEqual(small))
            return "Your function writes into the array it was given, which belongs to the caller. Make a new one.";
        if (Array.TrueForAll(p, v => Near(v, 1.0 / 3)))
            return "All three come out equal. Take the exponential of each logit before you divide.";
        if (!Near(p.Sum(), 1))
            return FormattableString.Invariant($"For the logits 0, log 2 and log 5 your numbers add up to {p.Sum():0.###}, not to 1. Divide by the sum of the exponentials.");
        if (!Near(p[0], 1.0 / 8) || !Near(p[1], 2.0 / 8))
            return "They add up to 1, but for the logits 0, log 2 and log 5 they should be 1/8, 2/8 and 5/8.";
        double[] large = answer([1000, 990, 0]), negative = answer([-1000, -1001, -1002]);
        return 0 switch
        {
            _ when Array.Exists(large, double.IsNaN) => "Right for small logits. For 1000, 990 and 0 it still gives NaN: subtract the largest logit from all before you take exponentials.",
            _ when Array.Exists(negative, v => !double.IsFinite(v)) => "Right for large logits. For -1000, -1001 and -1002 all exponentials are 0 and their sum is 0 too. Subtract the largest logit, whatever its sign.",
            _ when Near(large[0], 1) && Near(negative[0], 1 / (1 + Math.Exp(-1) + Math.Exp(-2))) => null,
            _ => "It no longer fails, but the numbers are not right for large logits. Subtract the same number, the largest logit, from all of them.",
        };
    }, "Only differences count, so the largest logit may as well be 0. No exponential is above 1 then.");

    /// <summary>07.5: the steps of 10 epochs with 1,078 pictures in batches of 64.</summary>
    /// <param name="steps">The reader's number.</param>
    public static ExerciseResult Steps(int? steps) => Check("07.5", steps, answer => answer switch
    {
        170 => null,
        17 => "That is one epoch. There are ten.",
        160 => "1,078 / 64 is 16 and a rest. The 54 pictures that are left make a batch as well.",
        168 or 169 => "Round up before you multiply by ten: each epoch ends with a smaller batch of its own.",
        10 => "That would be one step an epoch, as with all pictures in one batch.",
        10_780 => "That is how many pictures it sees. A step takes 64 of them.",
        640 => "64 is the size of a batch, not the number of batches.",
        _ => "How many batches of 64 do 1,078 pictures make, with a smaller one at the end? Ten times that.",
    }, "17 batches an epoch, the last one with 54 pictures: 170 steps.");

    /// <summary>07.6: which epoch to keep.</summary>
    /// <param name="epoch">The reader's number.</param>
    public static ExerciseResult EpochToKeep(int? epoch) => Check("07.6", epoch, answer => answer switch
    {
        3 => null,
        5 => "Epoch 5 is best on what it has learned from. On new digits it is no longer the best.",
        2 => "Epoch 2 is best on the test set, but who chooses by the test set has nothing left to judge by.",
        4 => "Between training and validation? Choose by the validation accuracy alone.",
        1 => "Epoch 1 has the smallest gap between training and validation, because it has learned least. Choose by the validation accuracy.",
        _ => "Give the number of an epoch in the table, from 1 to 5.",
    }, "The validation set chooses epoch 3. What you report is its test accuracy, 95.0 %, even though epoch 2 has more.");
}
