using static NeuroLab.Course.Exercises.RegularizationExercises;
using static NeuroLab.Course.Tests.Exercises.AnswerTables.Answer;

namespace NeuroLab.Course.Tests.Exercises.AnswerTables;

/// <summary>The answers to the exercises of notebook 09.</summary>
internal static class RegularizationAnswers
{
    internal static Answer[] All() => [.. Steps(), .. Gradients(), .. Dropouts(), .. Stops(), .. Diagnoses()];

    private static Answer[] Steps() =>
    [
        Right(() => SparseStep((w, g, rate, lambda) => Soft(w - rate * g, rate * lambda))),
        Right(() => SparseStep((w, g, rate, lambda) => { double u = w - rate * g, t = rate * lambda; return u > t ? u - t : u < -t ? u + t : 0; })),
        Right(() => SparseStep((w, g, rate, lambda) => w - rate * g - Math.Clamp(w - rate * g, -rate * lambda, rate * lambda))),
        NotYet("hops across 0", () => SparseStep((w, g, rate, lambda) => w - rate * (g + lambda * Math.Sign(w)))),
        NotYet("Your threshold is λ", () => SparseStep((w, g, rate, lambda) => Soft(w - rate * g, lambda))),
        NotYet("rate alone", () => SparseStep((w, g, rate, lambda) => Soft(w - rate * g, rate))),
        NotYet("threshold comes last", () => SparseStep((w, g, rate, lambda) => Soft(w, rate * lambda) - rate * g)),
        NotYet("climbs", () => SparseStep((w, g, rate, lambda) => Soft(w + rate * g, rate * lambda))),
        NotYet("rate is missing", () => SparseStep((w, g, rate, lambda) => Soft(w - g, rate * lambda))),
        NotYet("from below", () => SparseStep((w, g, rate, lambda) => Math.Max(w - rate * g - rate * lambda, 0))),
        NotYet("lose their sign", () => SparseStep((w, g, rate, lambda) => Math.Max(Math.Abs(w - rate * g) - rate * lambda, 0))),
        NotYet("step of L2", () => SparseStep((w, g, rate, lambda) => w - rate * (g + lambda * w))),
        NotYet("leave the others", () => SparseStep((w, g, rate, lambda) => Math.Abs(w - rate * g) < rate * lambda ? 0 : w - rate * g)),
        NotYet("price is missing", () => SparseStep((w, g, rate, lambda) => w - rate * g)),
        NotYet("has no part", () => SparseStep((w, g, rate, lambda) => Soft(w, rate * lambda))),
        NotYet("can cross 0", () => SparseStep((w, g, rate, lambda) => w - rate * g - rate * lambda * Math.Sign(w - rate * g))),
        NotYet("same for every case", () => SparseStep((w, g, rate, lambda) => 0)),
        NotYet("NaN", () => SparseStep((w, g, rate, lambda) => Math.Sqrt(w - rate * g))),
        Fallback("on either side", () => SparseStep((w, g, rate, lambda) => w - lambda)),
    ];

    private static Answer[] Gradients() =>
    [
        Right(() => ElasticGradient((w, a, b) => a * Math.Sign(w) + b * w)),
        Right(() => ElasticGradient((w, a, b) => w > 0 ? a + b * w : w < 0 ? b * w - a : 0)),
        Right(() => ElasticGradient((w, a, b) => w == 0 ? 0 : w / Math.Abs(w) * (a + b * Math.Abs(w)))),
        Right(() => ElasticGradient((w, a, b) => a * Math.Sign(w) + 2 * (b / 2) * w)),
        NotYet("one side there", () => ElasticGradient((w, a, b) => (w > 0 ? a : -a) + b * w)),
        NotYet("one side there", () => ElasticGradient((w, a, b) => (w >= 0 ? a : -a) + b * w)),
        NotYet("divides by 0", () => ElasticGradient((w, a, b) => a * w / Math.Abs(w) + b * w)),
        NotYet("Which sign", () => ElasticGradient((w, a, b) => a + b * w)),
        NotYet("the penalty itself", () => ElasticGradient((w, a, b) => a * Math.Abs(w) + b / 2 * w * w)),
        NotYet("factor 2 too much", () => ElasticGradient((w, a, b) => a * Math.Sign(w) + 2 * b * w)),
        NotYet("factor 2 too little", () => ElasticGradient((w, a, b) => a * Math.Sign(w) + b / 2 * w)),
        NotYet("second part is still the penalty", () => ElasticGradient((w, a, b) => a * Math.Sign(w) + b / 2 * w * w)),
        NotYet("in proportion", () => ElasticGradient((w, a, b) => (a + b) * Math.Sign(w))),
        NotYet("lost its sign", () => ElasticGradient((w, a, b) => a * Math.Sign(w) + b * Math.Abs(w))),
        NotYet("whatever the weight is", () => ElasticGradient((w, a, b) => a * w + b * w)),
        NotYet("how steep is |w|", () => ElasticGradient((w, a, b) => a * Math.Abs(w) + b * w)),
        NotYet("points uphill", () => ElasticGradient((w, a, b) => -a * Math.Sign(w) - b * w)),
        NotYet("Only L2", () => ElasticGradient((w, _, b) => b * w)),
        NotYet("Only L1", () => ElasticGradient((w, a, _) => a * Math.Sign(w))),
        NotYet("changed places", () => ElasticGradient((w, a, b) => b * Math.Sign(w) + a * w)),
        NotYet("same for every case", () => ElasticGradient((w, a, b) => 1.3)),
        NotYet("ArithmeticException", () => ElasticGradient((w, a, b) => a * Math.Sign(w / 0 * 0) + b * w)),
        Fallback("one by one", () => ElasticGradient((w, a, b) => a - b + w)),
    ];

    private static Answer[] Dropouts() =>
    [
        Right(() => DropoutForward((x, kept, p) => x.Select((v, i) => kept[i] ? v / (1 - p) : 0).ToArray())),
        Right(() => DropoutForward((x, kept, p) => x.Zip(kept, (v, k) => (k ? 1 : 0) * v * (1 / (1 - p))).ToArray())),
        Right(() => DropoutForward((x, kept, p) => { double[] y = new double[x.Length]; for (int i = 0; i < y.Length; i++) if (kept[i]) y[i] = x[i] / (1 - p); return y; })),
        NotYet("not scaled", () => DropoutForward((x, kept, p) => x.Select((v, i) => kept[i] ? v : 0).ToArray())),
        NotYet("the part that goes", () => DropoutForward((x, kept, p) => x.Select((v, i) => kept[i] ? v / p : 0).ToArray())),
        NotYet("smaller still", () => DropoutForward((x, kept, p) => x.Select((v, i) => kept[i] ? v * (1 - p) : 0).ToArray())),
        NotYet("small p only", () => DropoutForward((x, kept, p) => x.Select((v, i) => kept[i] ? v * (1 + p) : 0).ToArray())),
        NotYet("other way round", () => DropoutForward((x, kept, p) => x.Select((v, i) => kept[i] ? 0 : v / (1 - p)).ToArray())),
        NotYet("Nothing is dropped", () => DropoutForward((x, kept, p) => x.Select(v => v / (1 - p)).ToArray())),
        NotYet("gone from the list", () => DropoutForward((x, kept, p) => x.Where((_, i) => kept[i]).Select(v => v / (1 - p)).ToArray())),
        NotYet("lets the number pass", () => DropoutForward((x, kept, p) => x.Select((v, i) => kept[i] ? v / (1 - p) : v).ToArray())),
        NotYet("writes over", () => DropoutForward((x, kept, p) => { double[] y = [.. x]; Array.Clear(x); return [.. y.Select((v, i) => kept[i] ? v / (1 - p) : 0)]; })),
        NotYet("null", () => DropoutForward((x, kept, p) => null!)),
        NotYet("same for every case", () => DropoutForward((x, kept, p) => [10, 0, 6.25, 3.75])),
        NotYet("4 numbers should come back", () => DropoutForward((x, kept, p) => [x[0] / (1 - p)])),
        Fallback("ten numbers", () => DropoutForward((x, kept, p) => x.Select((v, i) => kept[i] ? v + p : p).ToArray())),
    ];

    private static Answer[] Stops() =>
    [
        Right(() => EarlyStop((losses, patience) => Stop(losses, patience))),
        Right(() => EarlyStop((losses, patience) => (Stop(losses, patience).Last, Array.IndexOf(losses, losses.Take(Stop(losses, patience).Last).Min()) + 1))),
        NotYet("other way round", () => EarlyStop((losses, patience) => (Stop(losses, patience).Best, Stop(losses, patience).Last))),
        NotYet("from 0", () => EarlyStop((losses, patience) => (Stop(losses, patience).Last - 1, Stop(losses, patience).Best - 1))),
        NotYet("one epoch late", () => EarlyStop((losses, patience) => Stop(losses, patience + 1))),
        NotYet("one epoch early", () => EarlyStop((losses, patience) => Stop(losses, Math.Max(1, patience - 1)))),
        NotYet("behind the stop", () => EarlyStop((losses, patience) => (Stop(losses, patience).Last, Array.IndexOf(losses, losses.Min()) + 1))),
        NotYet("counts all epochs", () => EarlyStop((losses, patience) => Stop(losses, patience, anew: false))),
        NotYet("lowest loss", () => EarlyStop((losses, patience) => (Stop(losses, patience).Last, Stop(losses, patience).Last))),
        NotYet("nobody knows", () => EarlyStop((losses, patience) => (Stop(losses, patience).Best, Stop(losses, patience).Best))),
        NotYet("never stops", () => EarlyStop((losses, patience) => (losses.Length, Array.IndexOf(losses, losses.Min()) + 1))),
        NotYet("same for every case", () => EarlyStop((losses, patience) => (8, 5))),
        NotYet("IndexOutOfRange", () => EarlyStop((losses, patience) => { int e = 0; while (losses[e] >= 0) e++; return (e, e); })),
        Fallback("patience used up", () => EarlyStop((losses, patience) => (patience, losses.Length))),
    ];

    private static Answer[] Diagnoses() =>
    [
        Right(() => Diagnosis("BC")),
        Right(() => Diagnosis(" bc ")),
        Right(() => Diagnosis("B, C")),
        Right(() => Diagnosis("B and C")),
        Right(() => Diagnosis("b/c.")),
        NotYet("other order", () => Diagnosis("CB")),
        NotYet("far wider gap", () => Diagnosis("DC")),
        NotYet("B is right", () => Diagnosis("BA")),
        NotYet("C is right", () => Diagnosis("AC")),
        NotYet("two letters", () => Diagnosis("B")),
        NotYet("two letters", () => Diagnosis("the second one")),
        NotYet("two different runs", () => Diagnosis("BB")),
        Fallback("furthest apart", () => Diagnosis("AD")),
    ];

    private static double Soft(double w, double by) => Math.Sign(w) * Math.Max(Math.Abs(w) - by, 0);

    private static (int Last, int Best) Stop(double[] losses, int patience, bool anew = true)
    {
        int best = 1, without = 0;
        for (int epoch = 1; epoch <= losses.Length; epoch++)
        {
            bool better = epoch == 1 || losses[epoch - 1] < losses[best - 1];
            best = better ? epoch : best;
            without = !better ? without + 1 : anew ? 0 : without;
            if (without >= patience)
                return (epoch, best);
        }
        return (losses.Length, best);
    }
}
