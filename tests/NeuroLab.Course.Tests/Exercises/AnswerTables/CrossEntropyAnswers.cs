using static NeuroLab.Course.Exercises.CrossEntropyExercises;
using static NeuroLab.Course.Tests.Exercises.AnswerTables.Answer;

namespace NeuroLab.Course.Tests.Exercises.AnswerTables;

/// <summary>The answers to the exercises of notebook 07.</summary>
internal static class CrossEntropyAnswers
{
    internal static Answer[] All() => [.. Probabilities(), .. Losses(), .. Gradients(), .. Softmaxes(), .. StepCounts(), .. Epochs()];

    private static Answer[] Probabilities() =>
    [
        Right(() => ThirdProbability(0.5)),
        Right(() => ThirdProbability(1f / 2)),
        Right(() => ThirdProbability(2.0 / (1 + 1 + 2))),
        Right(() => ThirdProbability(Math.Exp(Math.Log(2)) / (2 * Math.Exp(0) + Math.Exp(Math.Log(2))))),
        NotYet("sum of all three", () => ThirdProbability(2)),
        NotYet("less", () => ThirdProbability(1)),
        NotYet("logit itself", () => ThirdProbability(0.69)),
        NotYet("e⁰ is 1", () => ThirdProbability(2.0 / 3)),
        NotYet("other two", () => ThirdProbability(0.25)),
        NotYet("equal logits", () => ThirdProbability(0.333)),
        NotYet("You took e²", () => ThirdProbability(0.787)),
        NotYet("whole numbers", () => ThirdProbability(2 / (1 + 1 + 2))),
        NotYet("between 0 and 1", () => ThirdProbability(-0.5)),
        Fallback("which share", () => ThirdProbability(0.4)),
    ];

    private static Answer[] Losses() =>
    [
        Right(() => BatchLoss((p, right) => p.Select((q, n) => -Math.Log(q[right[n]])).Average())),
        Right(() => BatchLoss((p, right) => { double sum = 0; for (int n = 0; n < p.Length; n++) sum -= Math.Log(p[n][right[n]]); return sum / p.Length; })),
        Right(() => BatchLoss((p, right) => -p.Zip(right, (q, r) => Math.Log(q[r])).Sum() / right.Length)),
        NotYet("sign is not", () => BatchLoss((p, right) => p.Zip(right, (q, r) => Math.Log(q[r])).Average())),
        NotYet("That is the sum", () => BatchLoss((p, right) => -p.Zip(right, (q, r) => Math.Log(q[r])).Sum())),
        NotYet("base 10", () => BatchLoss((p, right) => -p.Zip(right, (q, r) => Math.Log10(q[r])).Average())),
        NotYet("base 2", () => BatchLoss((p, right) => -p.Zip(right, (q, r) => Math.Log2(q[r])).Average())),
        NotYet("logarithm of the mean", () => BatchLoss((p, right) => -Math.Log(p.Zip(right, (q, r) => q[r]).Average()))),
        NotYet("mean of 1 - p", () => BatchLoss((p, right) => p.Zip(right, (q, r) => 1 - q[r]).Average())),
        NotYet("largest probability", () => BatchLoss((p, right) => -p.Average(q => Math.Log(q.Max())))),
        NotYet("surprise of all classes", () => BatchLoss((p, right) => -p.Average(q => q.Sum(Math.Log)))),
        NotYet("number of classes", () => BatchLoss((p, right) => -p.Zip(right, (q, r) => Math.Log(q[r])).Sum() / p[0].Length)),
        NotYet("first class", () => BatchLoss((p, right) => -p.Average(q => Math.Log(q[0])))),
        NotYet("How surprising", () => BatchLoss((p, right) => p.Zip(right, (q, r) => q[r]).Average())),
        NotYet("entropy of the network", () => BatchLoss((p, right) => -p.Average(q => q.Sum(v => v * Math.Log(v))))),
        NotYet("IndexOutOfRange", () => BatchLoss((p, right) => p.Select((q, n) => -Math.Log(q[right[n] + 1])).Average())),
        NotYet("same for every case", () => BatchLoss((p, right) => 2.649)),
        NotYet("NaN", () => BatchLoss((p, right) => Math.Log(-p[0][0]))),
        Fallback("one picture cost", () => BatchLoss((p, right) => p.Length + right[0])),
    ];

    private static Answer[] Gradients() =>
    [
        Right(() => GradientOfLogits((z, right) => Soft(z).Select((p, c) => c == right ? p - 1 : p).ToArray())),
        Right(() => GradientOfLogits((z, right) => { double[] g = Soft(z); g[right] -= 1; return g; })),
        Right(() => GradientOfLogits((z, right) => [.. Soft(z).Select((p, c) => Math.Round(p - (c == right ? 1 : 0), 3))])),
        NotYet("y - p", () => GradientOfLogits((z, right) => Soft(z).Select((p, c) => c == right ? 1 - p : -p).ToArray())),
        NotYet("Those are the probabilities", () => GradientOfLogits((z, right) => Soft(z))),
        NotYet("wrong classes have a gradient", () => GradientOfLogits((z, right) => Soft(z).Select((p, c) => c == right ? p - 1 : 0).ToArray())),
        NotYet("slope with respect to the probability", () => GradientOfLogits((z, right) => Soft(z).Select((p, c) => c == right ? -1 / p : 0).ToArray())),
        NotYet("from the logits", () => GradientOfLogits((z, right) => z.Select((v, c) => c == right ? v - 1 : v).ToArray())),
        NotYet("largest class", () => GradientOfLogits((z, right) => Soft(z).Select((p, c) => z[c] == z.Max() ? p - 1 : p).ToArray())),
        NotYet("number of classes", () => GradientOfLogits((z, right) => Soft(z).Select((p, c) => (p - (c == right ? 1 : 0)) / z.Length).ToArray())),
        NotYet("wrong sign", () => GradientOfLogits((z, right) => Soft(z).Select((p, c) => c == right ? 1 - p : p).ToArray())),
        NotYet("1 everywhere", () => GradientOfLogits((z, right) => Soft(z).Select(p => p - 1).ToArray())),
        NotYet("minus its logarithm", () => GradientOfLogits((z, right) => Soft(z).Select((p, c) => (c == right ? 1 : 0) * p - p * Soft(z)[right]).ToArray())),
        NotYet("squared error", () => GradientOfLogits((z, right) => Soft(z).Select((p, c) => 2 * (p - (c == right ? 1 : 0))).ToArray())),
        NotYet("null", () => GradientOfLogits((z, right) => null!)),
        NotYet("3 numbers should come back", () => GradientOfLogits((z, right) => [Soft(z)[right] - 1])),
        Fallback("should it have said", () => GradientOfLogits((z, right) => z.Select(v => v * v + 3).ToArray())),
    ];

    private static Answer[] Softmaxes() =>
    [
        Right(() => SafeSoftmax(z => Soft([.. z.Select(v => v - z.Max())]))),
        Right(() => SafeSoftmax(z => z.Select(v => 1 / z.Sum(u => Math.Exp(u - v))).ToArray())),
        Right(() => SafeSoftmax(z => z.Select(v => Math.Exp(v - z.Max() - Math.Log(z.Sum(u => Math.Exp(u - z.Max()))))).ToArray())),
        NotYet("1000, 990 and 0", () => SafeSoftmax(z => Soft(z))),
        NotYet("whatever the signs", () => SafeSoftmax(z => Soft([.. z.Select(v => v - Math.Max(0, z.Max()))]))),
        NotYet("is it the largest", () => SafeSoftmax(z => Soft([.. z.Select(v => v - z.Average())]))),
        NotYet("no longer fails", () => SafeSoftmax(z => Soft([.. z.Select(v => Math.Clamp(v, -700, 700))]))),
        NotYet("add up to 1", () => SafeSoftmax(z => z.Select(v => Math.Exp(v - z.Max())).ToArray())),
        NotYet("Those are the exponentials", () => SafeSoftmax(z => z.Select(Math.Exp).ToArray())),
        NotYet("logits themselves", () => SafeSoftmax(z => z.Select(v => v / z.Sum()).ToArray())),
        NotYet("come out equal", () => SafeSoftmax(z => z.Select(v => 1.0 / z.Length).ToArray())),
        NotYet("out of both", () => SafeSoftmax(z => z.Select(v => Math.Exp(v - z.Max()) / z.Sum(Math.Exp)).ToArray())),
        NotYet("logarithm of softmax", () => SafeSoftmax(z => Soft(z).Select(p => Math.Log(p)).ToArray())),
        NotYet("minus too much", () => SafeSoftmax(z => Soft([.. z.Select(v => z.Max() - v)]))),
        NotYet("changes their differences", () => SafeSoftmax(z => Soft([.. z.Select(v => v / z.Max())]))),
        NotYet("writes into the array", () => SafeSoftmax(z => { double top = z.Max(); for (int i = 0; i < z.Length; i++) z[i] -= top; return Soft(z); })),
        NotYet("null", () => SafeSoftmax(z => null!)),
        NotYet("InvalidOperation", () => SafeSoftmax(z => [z.Where(v => v > 1e9).Max()])),
    ];

    private static Answer[] StepCounts() =>
    [
        Right(() => Steps(170)),
        Right(() => Steps(10 * ((1078 + 63) / 64))),
        Right(() => Steps(10 * (int)Math.Ceiling(1078 / 64.0))),
        NotYet("one epoch", () => Steps(17)),
        NotYet("without its last", () => Steps(1078 / 64)),
        NotYet("1,078 / 64 is 16", () => Steps(10 * (1078 / 64))),
        NotYet("Round up before", () => Steps((int)Math.Ceiling(10 * 1078 / 64.0))),
        NotYet("one batch too many", () => Steps(180)),
        NotYet("one step an epoch", () => Steps(10)),
        NotYet("how many pictures", () => Steps(10 * 1078)),
        NotYet("size of a batch", () => Steps(640)),
        Fallback("smaller one at the end", () => Steps(7)),
    ];

    private static Answer[] Epochs() =>
    [
        Right(() => EpochToKeep(3)),
        NotYet("what it has learned from", () => EpochToKeep(5)),
        NotYet("nothing left to judge by", () => EpochToKeep(2)),
        NotYet("to choose by, alone", () => EpochToKeep(4)),
        NotYet("learned least", () => EpochToKeep(1)),
        Fallback("from 1 to 5", () => EpochToKeep(0)),
    ];

    private static double[] Soft(double[] z)
    {
        double[] e = [.. z.Select(Math.Exp)];
        return [.. e.Select(v => v / e.Sum())];
    }
}
