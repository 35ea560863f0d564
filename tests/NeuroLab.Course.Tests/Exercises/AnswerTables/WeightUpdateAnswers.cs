using static NeuroLab.Course.Exercises.WeightUpdateExercises;

namespace NeuroLab.Course.Tests.Exercises.AnswerTables;

/// <summary>Answers to the exercises of notebook 03.</summary>
internal static class WeightUpdateAnswers
{
    internal static Answer[] All() => [.. Updates(), .. Gradients(), .. Numbers(), .. Trainings(), .. Orders()];

    private static Answer[] Updates() =>
    [
        Answer.Right(() => OneUpdate((w, gradient, rate) => w - rate * gradient)),
        Answer.Right(() => OneUpdate((w, gradient, rate) => { w += -(gradient * rate); return w; })),
        Answer.NotYet("That climbs", () => OneUpdate((w, gradient, rate) => w + rate * gradient)),
        Answer.NotYet("full length", () => OneUpdate((w, gradient, rate) => w - gradient)),
        Answer.NotYet("That is the change", () => OneUpdate((w, gradient, rate) => -rate * gradient)),
        Answer.NotYet("length of the step", () => OneUpdate((w, gradient, rate) => rate * gradient)),
        Answer.NotYet("never enters", () => OneUpdate((w, gradient, rate) => w - rate)),
        Answer.NotYet("multiplied by the weight", () => OneUpdate((w, gradient, rate) => w - rate * gradient * w)),
        Answer.NotYet("brackets", () => OneUpdate((w, gradient, rate) => rate * (w - gradient))),
        Answer.NotYet("longer", () => OneUpdate((w, gradient, rate) => w - gradient / rate)),
        Answer.NotYet("not a number", () => OneUpdate((w, gradient, rate) => double.NaN)),
        Answer.Fallback("multiplied by what", () => OneUpdate((w, gradient, rate) => 3.2)),
    ];

    private static Answer[] Gradients() =>
    [
        Answer.Right(() => GradientOfCurve((x, y, w) => x.Zip(y, (xi, yi) => 2 * (w * xi * xi - yi) * xi * xi).Average())),
        Answer.Right(() => GradientOfCurve((x, y, w) => { double sum = 0; for (int i = 0; i < x.Length; i++) sum += (w * Math.Pow(x[i], 2) - y[i]) * Math.Pow(x[i], 2); return 2.0 / x.Length * sum; })),
        Answer.Right(() => GradientOfCurve((x, y, w) => Enumerable.Range(0, x.Length).Sum(i => -2 * (y[i] - w * x[i] * x[i]) * x[i] * x[i]) / x.Length)),
        Answer.NotYet("sign is turned", () => GradientOfCurve((x, y, w) => x.Zip(y, (xi, yi) => 2 * (yi - w * xi * xi) * xi * xi).Average())),
        Answer.NotYet("2 is missing", () => GradientOfCurve((x, y, w) => x.Zip(y, (xi, yi) => (w * xi * xi - yi) * xi * xi).Average())),
        Answer.NotYet("for the model w x", () => GradientOfCurve((x, y, w) => x.Zip(y, (xi, yi) => 2 * (w * xi * xi - yi) * xi).Average())),
        Answer.NotYet("with the prediction", () => GradientOfCurve((x, y, w) => x.Zip(y, (xi, yi) => 2 * (w * xi * xi - yi)).Average())),
        Answer.NotYet("Who moves", () => GradientOfCurve((x, y, w) => x.Zip(y, (xi, yi) => 2 * (w * xi * xi - yi) * 2 * w * xi).Average())),
        Answer.NotYet("sum over the points", () => GradientOfCurve((x, y, w) => x.Zip(y, (xi, yi) => 2 * (w * xi * xi - yi) * xi * xi).Sum())),
        Answer.NotYet("loss itself", () => GradientOfCurve((x, y, w) => x.Zip(y, (xi, yi) => Math.Pow(w * xi * xi - yi, 2)).Average())),
        Answer.NotYet("straight line", () => GradientOfCurve((x, y, w) => x.Zip(y, (xi, yi) => 2 * (w * xi - yi) * xi).Average())),
        Answer.NotYet("four points only", () => GradientOfCurve((x, y, w) => x.Zip(y, (xi, yi) => 2 * (w * xi * xi - yi) * xi * xi).Sum() / 4)),
        Answer.NotYet("whole number divided", () => GradientOfCurve((x, y, w) => 2 / x.Length * x.Zip(y, (xi, yi) => (w * xi * xi - yi) * xi * xi).Sum())),
        Answer.NotYet("IndexOutOfRange", () => GradientOfCurve((x, y, w) => x[4])),
        Answer.Fallback("slope of each", () => GradientOfCurve((x, y, w) => 1)),
    ];

    private static Answer[] Numbers() =>
    [
        Answer.Right(() => RateOne(6)),
        Answer.NotYet("after two updates", () => RateOne(0)),
        Answer.NotYet("never gets to 3", () => RateOne(3)),
        Answer.NotYet("not always -6", () => RateOne(18)),
        Answer.NotYet("subtracts", () => RateOne(-6)),
        Answer.NotYet("subtracts", () => RateOne(-42)),
        Answer.NotYet("from the square", () => RateOne(9)),
        Answer.Fallback("three times", () => RateOne(1.5)),
        Answer.Right(() => PerfectRate(0.5)),
        Answer.Right(() => PerfectRate(1f / 2)),
        Answer.Right(() => PerfectRate(Math.Pow(2, -1))),
        Answer.NotYet("divides whole numbers", () => PerfectRate(1 / 2)),
        Answer.NotYet("twice too long", () => PerfectRate(1)),
        Answer.NotYet("second derivative", () => PerfectRate(2)),
        Answer.NotYet("where the bottom lies", () => PerfectRate(3)),
        Answer.NotYet("explodes", () => PerfectRate(1.5)),
        Answer.NotYet("climbs", () => PerfectRate(-0.5)),
        Answer.NotYet("Too careful", () => PerfectRate(0.1)),
        Answer.NotYet("Too far", () => PerfectRate(0.75)),
        Answer.NotYet("not a number", () => PerfectRate(1 / 0.0)),
    ];

    private static Answer[] Trainings() =>
    [
        Answer.Right(() => Train((x, y, rate, epochs) => Loop(x, y, rate, epochs, 2.0 / x.Length))),
        Answer.Right(() => Train((x, y, rate, epochs) => { double w = 0, b = 0; while (epochs-- > 0) { double gw = x.Zip(y, (p, q) => 2 * (w * p + b - q) * p).Average(), gb = x.Zip(y, (p, q) => 2 * (w * p + b - q)).Average(); w -= rate * gw; b -= rate * gb; } return (w, b); })),
        Answer.Right(() => Train((x, y, rate, epochs) => { (double w, double b) = Loop(x, y, rate, epochs, 2.0 / x.Length); return (Math.Round(w, 4), Math.Round(b, 4)); })),
        Answer.NotYet("still 0", () => Train((x, y, rate, epochs) => (0, 0))),
        Answer.NotYet("still 0", () => Train((x, y, rate, epochs) => Loop(x, y, rate, epochs, 1 / 2))),
        Answer.NotYet("loss grows", () => Train((x, y, rate, epochs) => Loop(x, y, rate, epochs, -2.0 / x.Length))),
        Answer.NotYet("half as long", () => Train((x, y, rate, epochs) => Loop(x, y, rate, epochs, 1.0 / x.Length))),
        Answer.NotYet("are sums", () => Train((x, y, rate, epochs) => Loop(x, y, rate, epochs, 2))),
        Answer.NotYet("rate belong", () => Train((x, y, rate, epochs) => Loop(x, y, 1, epochs, 2.0 / x.Length))),
        Answer.NotYet("after w has moved", () => Train((x, y, rate, epochs) => { double w = 0, b = 0; for (int e = 0; e < epochs; e++) { w -= rate * x.Zip(y, (p, q) => 2 * (w * p + b - q) * p).Average(); b -= rate * x.Zip(y, (p, q) => 2 * (w * p + b - q)).Average(); } return (w, b); })),
        Answer.NotYet("one epoch too many", () => Train((x, y, rate, epochs) => Loop(x, y, rate, epochs + 1, 2.0 / x.Length))),
        Answer.NotYet("one epoch too few", () => Train((x, y, rate, epochs) => Loop(x, y, rate, epochs - 1, 2.0 / x.Length))),
        Answer.NotYet("b stays at 0", () => Train((x, y, rate, epochs) => { double w = 0; for (int e = 0; e < epochs; e++) w -= rate * x.Zip(y, (p, q) => 2 * (w * p - q) * p).Average(); return (w, 0); })),
        Answer.NotYet("changed places", () => Train((x, y, rate, epochs) => { (double w, double b) = Loop(x, y, rate, epochs, 2.0 / x.Length); return (b, w); })),
        Answer.NotYet("whatever is asked for", () => Train((x, y, rate, epochs) => Loop(x, y, rate, 1, 2.0 / x.Length))),
        Answer.Fallback("first epoch by hand", () => Train((x, y, rate, epochs) => (2, 1))),
    ];

    private static Answer[] Orders() =>
    [
        Answer.Right(() => OrderOfCalls("FZBS")),
        Answer.Right(() => OrderOfCalls("ZFBS")),
        Answer.Right(() => OrderOfCalls("fbsz")),
        Answer.Right(() => OrderOfCalls("F Z B S")),
        Answer.Right(() => OrderOfCalls("F, Z, B, S")),
        Answer.Right(() => OrderOfCalls("F-Z-B-S.")),
        Answer.NotYet("once", () => OrderOfCalls("FBS")),
        Answer.NotYet("once", () => OrderOfCalls("FZBSS")),
        Answer.NotYet("once", () => OrderOfCalls("")),
        Answer.NotYet("forward pass", () => OrderOfCalls("BFSZ")),
        Answer.NotYet("computed first", () => OrderOfCalls("FZSB")),
        Answer.NotYet("throws the fresh gradients away", () => OrderOfCalls("FBZS")),
    ];

    private static (double W, double B) Loop(double[] x, double[] y, double rate, int epochs, double factor)
    {
        double w = 0, b = 0;
        for (int epoch = 0; epoch < epochs; epoch++)
        {
            double gradW = 0, gradB = 0;
            for (int i = 0; i < x.Length; i++)
            {
                double error = w * x[i] + b - y[i];
                gradW += factor * error * x[i];
                gradB += factor * error;
            }
            w -= rate * gradW;
            b -= rate * gradB;
        }
        return (w, b);
    }
}
