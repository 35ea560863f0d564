using static NeuroLab.Course.Exercises.NeuronExercises;

namespace NeuroLab.Course.Tests.Exercises.AnswerTables;

/// <summary>Answers to the exercises of notebook 01.</summary>
internal static class NeuronAnswers
{
    internal static Answer[] All() => [.. Sums(), .. Borders(), .. Accuracies(), .. Updates(), .. Xors()];

    private static Answer[] Sums() =>
    [
        Answer.Right(() => WeightedSum((x, w, b) => x.Zip(w, (xi, wi) => xi * wi).Sum() + b)),
        Answer.Right(() => WeightedSum((x, w, b) => Enumerable.Range(0, x.Length).Sum(i => w[i] * x[i]) + b)),
        Answer.Right(() => WeightedSum((x, w, b) => { double z = b; for (int i = 0; i < x.Length; i++) z += x[i] * w[i]; return z; })),
        Answer.Right(() => WeightedSum((x, w, b) => x.Select((xi, i) => xi * w[i]).Aggregate(b, (sum, product) => sum + product))),
        Answer.NotYet("bias is still missing", () => WeightedSum((x, w, b) => x.Zip(w, (xi, wi) => xi * wi).Sum())),
        Answer.NotYet("sign of the bias", () => WeightedSum((x, w, b) => x.Zip(w, (xi, wi) => xi * wi).Sum() - b)),
        Answer.NotYet("once for each input", () => WeightedSum((x, w, b) => x.Zip(w, (xi, wi) => xi * wi + b).Sum())),
        Answer.NotYet("what the step makes", () => WeightedSum((x, w, b) => x.Zip(w, (xi, wi) => xi * wi).Sum() + b > 0 ? 1 : 0)),
        Answer.NotYet("what the sigmoid makes", () => WeightedSum((x, w, b) => 1 / (1 + Math.Exp(-x.Zip(w, (xi, wi) => xi * wi).Sum() - b)))),
        Answer.NotYet("weights never enter", () => WeightedSum((x, w, b) => x.Sum() + b)),
        Answer.NotYet("are added", () => WeightedSum((x, w, b) => x.Zip(w, (xi, wi) => xi + wi).Sum() + b)),
        Answer.NotYet("mean", () => WeightedSum((x, w, b) => x.Zip(w, (xi, wi) => xi * wi).Average() + b)),
        Answer.NotYet("one too early", () => WeightedSum((x, w, b) => { double z = b; for (int i = 0; i < x.Length - 1; i++) z += x[i] * w[i]; return z; })),
        Answer.NotYet("count from 0", () => WeightedSum((x, w, b) => { double z = b; for (int i = 1; i < x.Length; i++) z += x[i] * w[i]; return z; })),
        Answer.NotYet("or replace it", () => WeightedSum((x, w, b) => { double z = 0; for (int i = 0; i < x.Length; i++) z = x[i] * w[i]; return z + b; })),
        Answer.NotYet("IndexOutOfRange", () => WeightedSum((x, w, b) => x[0] * w[0] + x[1] * w[1] + x[2] * w[2] + b)),
        Answer.NotYet("IndexOutOfRange", () => WeightedSum((x, w, b) => { double z = b; for (int i = 0; i <= x.Length; i++) z += x[i] * w[i]; return z; })),
        Answer.NotYet("not a number", () => WeightedSum((x, w, b) => double.NaN)),
        Answer.Fallback("it should be 3.5", () => WeightedSum((x, w, b) => 2.5)),
    ];

    private static Answer[] Borders() =>
    [
        Answer.Right(() => And((1, 1, -1.5))),
        Answer.Right(() => And((10, 10, -15))),
        Answer.Right(() => And((1f / 2, 1f / 2, -0.75))),
        Answer.NotYet("computes OR", () => And((1, 1, -0.5))),
        Answer.NotYet("never fires", () => And((1, 1, -3))),
        Answer.NotYet("never fires", () => And((1, 1, -2))),
        Answer.NotYet("always fires", () => And((1, 1, 1))),
        Answer.NotYet("always fires", () => And((1, 2, 3))),
        Answer.NotYet("fires for (0, 0)", () => And((-1, -1, 0.5))),
        Answer.NotYet("one of the weights is negative", () => And((1, -1, -0.5))),
        Answer.NotYet("One input alone", () => And((2, 0.5, -1))),
        Answer.NotYet("never fires", () => And((1 / 2, 1 / 2, -0.75))),
        Answer.NotYet("not a number", () => And((1, 1, double.NaN))),
        Answer.Right(() => FirstDieIsLarger((1, -1, -0.5))),
        Answer.Right(() => FirstDieIsLarger((3, -3, 0))),
        Answer.Right(() => FirstDieIsLarger((0.1, -0.1, -0.05))),
        Answer.NotYet("different signs", () => FirstDieIsLarger((-1, 1, 0))),
        Answer.NotYet("different signs", () => FirstDieIsLarger((1, 1, -7))),
        Answer.NotYet("tie", () => FirstDieIsLarger((1, -1, 0.5))),
        Answer.NotYet("must count the same", () => FirstDieIsLarger((2, -1, -0.5))),
        Answer.NotYet("takes away too much", () => FirstDieIsLarger((1, -1, -1.5))),
        Answer.NotYet("takes away too much", () => FirstDieIsLarger((1, -1, -1))),
    ];

    private static Answer[] Accuracies() =>
    [
        Answer.Right(() => Accuracy((rolls, labels, fires) => rolls.Zip(labels).Count(p => fires(p.First) == (p.Second == 1)) / (double)rolls.Length)),
        Answer.Right(() => Accuracy((rolls, labels, fires) => Enumerable.Range(0, rolls.Length).Average(i => (fires(rolls[i]) ? 1 : 0) == labels[i] ? 1.0 : 0))),
        Answer.Right(() => Accuracy((rolls, labels, fires) => Math.Round(rolls.Zip(labels).Count(p => fires(p.First) == (p.Second == 1)) * 1.0 / labels.Length, 3))),
        Answer.NotYet("whole number divided by a whole number", () => Accuracy((rolls, labels, fires) => rolls.Zip(labels).Count(p => fires(p.First) == (p.Second == 1)) / rolls.Length)),
        Answer.NotYet("how many are right", () => Accuracy((rolls, labels, fires) => rolls.Zip(labels).Count(p => fires(p.First) == (p.Second == 1)))),
        Answer.NotYet("In percent", () => Accuracy((rolls, labels, fires) => 100.0 * rolls.Zip(labels).Count(p => fires(p.First) == (p.Second == 1)) / rolls.Length)),
        Answer.NotYet("gets wrong", () => Accuracy((rolls, labels, fires) => rolls.Zip(labels).Count(p => fires(p.First) != (p.Second == 1)) / (double)rolls.Length)),
        Answer.NotYet("how often it says big", () => Accuracy((rolls, labels, fires) => rolls.Count(fires) / (double)rolls.Length)),
        Answer.NotYet("never asked", () => Accuracy((rolls, labels, fires) => labels.Average())),
        Answer.NotYet("called small is right", () => Accuracy((rolls, labels, fires) => rolls.Zip(labels).Count(p => p.Second == 1 && fires(p.First)) / (double)rolls.Length)),
        Answer.NotYet("one too few", () => Accuracy((rolls, labels, fires) => rolls.Zip(labels).Count(p => fires(p.First) == (p.Second == 1)) / (rolls.Length - 1.0))),
        Answer.NotYet("216", () => Accuracy((rolls, labels, fires) => rolls.Zip(labels).Count(p => fires(p.First) == (p.Second == 1)) / 216.0)),
        Answer.NotYet("not a number", () => Accuracy((rolls, labels, fires) => 0.0 / 0)),
        Answer.Fallback("agree with what", () => Accuracy((rolls, labels, fires) => 1)),
    ];

    private static Answer[] Updates() =>
    [
        Answer.Right(() => PerceptronUpdate((x, label, w, b, rate) => { double step = rate * (label - Step(x, w, b)); return ([.. w.Zip(x, (wi, xi) => wi + step * xi)], b + step); })),
        Answer.Right(() => PerceptronUpdate((x, label, w, b, rate) => { double e = Step(x, w, b) - label; for (int i = 0; i < w.Length; i++) w[i] -= rate * e * x[i]; return (w, b - rate * e); })),
        Answer.Right(() => PerceptronUpdate((x, label, w, b, rate) => Step(x, w, b) == label ? (w, b) : (Moved(w, x, rate * (2 * label - 1)), b + rate * (2 * label - 1)))),
        Answer.NotYet("Nothing moves", () => PerceptronUpdate((x, label, w, b, rate) => (w, b))),
        Answer.NotYet("wrong way", () => PerceptronUpdate((x, label, w, b, rate) => { double step = rate * (Step(x, w, b) - label); return (Moved(w, x, step), b + step); })),
        Answer.NotYet("rate belong", () => PerceptronUpdate((x, label, w, b, rate) => { double step = label - Step(x, w, b); return (Moved(w, x, step), b + step); })),
        Answer.NotYet("bias never moves", () => PerceptronUpdate((x, label, w, b, rate) => (Moved(w, x, rate * (label - Step(x, w, b))), b))),
        Answer.NotYet("the same amount", () => PerceptronUpdate((x, label, w, b, rate) => { double step = rate * (label - Step(x, w, b)); return ([.. w.Select(wi => wi + step)], b + step); })),
        Answer.NotYet("with z", () => PerceptronUpdate((x, label, w, b, rate) => { double step = rate * (label - w.Zip(x, (wi, xi) => wi * xi).Sum() - b); return (Moved(w, x, step), b + step); })),
        Answer.NotYet("after right answers", () => PerceptronUpdate((x, label, w, b, rate) => (Moved(w, x, rate * label), b + rate * label))),
        Answer.NotYet("Those are the changes", () => PerceptronUpdate((x, label, w, b, rate) => { double step = rate * (label - Step(x, w, b)); return ([.. x.Select(xi => step * xi)], step); })),
        Answer.NotYet("returned null", () => PerceptronUpdate((x, label, w, b, rate) => (null!, b))),
        Answer.NotYet("numbers should come back", () => PerceptronUpdate((x, label, w, b, rate) => ([w[0]], b))),
        Answer.NotYet("NotSupported", () => PerceptronUpdate((x, label, w, b, rate) => throw new NotSupportedException("no weights"))),
        Answer.Fallback("Which three numbers", () => PerceptronUpdate((x, label, w, b, rate) => (Moved(w, x, 2 * rate * (label - Step(x, w, b))), b))),
    ];

    private static Answer[] Xors() =>
    [
        Answer.Right(() => Xor((1, -2, -0.5))),
        Answer.Right(() => Xor((10, -20, -1f / 2))),
        Answer.Right(() => Xor((1, -1, -0.5))),
        Answer.NotYet("only the bias is left", () => Xor((1, -2, 0.5))),
        Answer.NotYet("Here it should fire", () => Xor((1, -2, -1.5))),
        Answer.NotYet("Here it should fire", () => Xor((1, -2, -1))),
        Answer.NotYet("AND has to veto", () => Xor((1, 1, -0.5))),
        Answer.NotYet("AND has to veto", () => Xor((1, 0, -0.5))),
        Answer.NotYet("Here it should fire", () => Xor((-2, 1, -0.5))),
        Answer.NotYet("not a number", () => Xor((1, double.PositiveInfinity, 0))),
    ];

    private static double Step(double[] x, double[] w, double b) => x.Zip(w, (xi, wi) => xi * wi).Sum() + b > 0 ? 1 : 0;

    private static double[] Moved(double[] w, double[] x, double step) => [.. w.Zip(x, (wi, xi) => wi + (step * xi))];
}
