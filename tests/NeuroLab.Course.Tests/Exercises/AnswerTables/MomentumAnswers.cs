using static NeuroLab.Course.Exercises.MomentumExercises;
using static NeuroLab.Course.Tests.Exercises.AnswerTables.Answer;

namespace NeuroLab.Course.Tests.Exercises.AnswerTables;

/// <summary>The answers to the exercises of notebook 08.</summary>
internal static class MomentumAnswers
{
    internal static Answer[] All() => [.. Velocities(), .. Strides(), .. Steps(), .. Paths(), .. Schedules(), .. Plateaus()];

    private static Answer[] Velocities() =>
    [
        Right(() => ThreeGradients(2.71)),
        Right(() => ThreeGradients(0.9 * (0.9 * 1 + 1) + 1)),
        Right(() => ThreeGradients((1 - Math.Pow(0.9, 3)) / (1 - 0.9))),
        Right(() => ThreeGradients(2.71f)),
        NotYet("after two", () => ThreeGradients(1.9)),
        NotYet("after four", () => ThreeGradients(3.439)),
        NotYet("once too often", () => ThreeGradients(2.439)),
        NotYet("the other form", () => ThreeGradients(0.271)),
        NotYet("plain sum", () => ThreeGradients(3)),
        NotYet("comes in whole", () => ThreeGradients(0.9 * 3)),
        NotYet("first gradient alone", () => ThreeGradients(0.9 * 0.9)),
        NotYet("Two more", () => ThreeGradients(1)),
        NotYet("very many steps", () => ThreeGradients(10)),
        NotYet("NaN", () => ThreeGradients(double.NaN)),
    ];

    private static Answer[] Strides() =>
    [
        Right(() => SameStride(0.4)),
        Right(() => SameStride(0.02 / (1 - 0.95))),
        Right(() => SameStride(0.02f / (1 - 0.95f))),
        Right(() => SameStride(20 * 0.02)),
        NotYet("That is α", () => SameStride(0.02)),
        NotYet("not shorter", () => SameStride(0.02 * (1 - 0.95))),
        NotYet("not 1 / β", () => SameStride(0.02 / 0.95)),
        NotYet("add up to", () => SameStride(0.02 * 0.95)),
        NotYet("β is 0.95", () => SameStride(0.2)),
        NotYet("where gradients fight", () => SameStride(0.02 / (1 + 0.95))),
        NotYet("has α in it", () => SameStride(20)),
        NotYet("not β - 1", () => SameStride(0.02 / (0.95 - 1))),
        NotYet("whole numbers", () => SameStride(2 / 100 / (1 - 0.95))),
        Fallback("every gradient is 1", () => SameStride(7)),
    ];

    private static Answer[] Steps() =>
    [
        Right(() => MomentumStep((w, v, g, a, b) => (w - a * (b * v + g), b * v + g))),
        Right(() => MomentumStep((w, v, g, a, b) => { v = v * b + g; w -= a * v; return (w, v); })),
        Right(() => MomentumStep((w, v, g, a, b) => (w - a * b * v - a * g, Math.Round(b * v + g, 6)))),
        NotYet("the other way round", () => MomentumStep((w, v, g, a, b) => (b * v + g, w - a * (b * v + g)))),
        NotYet("climbs", () => MomentumStep((w, v, g, a, b) => (w + a * (b * v + g), b * v + g))),
        NotYet("by the old one", () => MomentumStep((w, v, g, a, b) => (w - a * v, b * v + g))),
        NotYet("gradient alone", () => MomentumStep((w, v, g, a, b) => (w - a * g, b * v + g))),
        NotYet("rate is missing", () => MomentumStep((w, v, g, a, b) => (w - (b * v + g), b * v + g))),
        NotYet("β is missing", () => MomentumStep((w, v, g, a, b) => (w - a * (v + g), v + g))),
        NotYet("wrong sign", () => MomentumStep((w, v, g, a, b) => (w - a * (b * v - g), b * v - g))),
        NotYet("rate and the minus inside", () => MomentumStep((w, v, g, a, b) => (w + b * v - a * g, b * v - a * g))),
        NotYet("v = β v + α g", () => MomentumStep((w, v, g, a, b) => { v = b * v + a * g; return (w - v, v); })),
        NotYet("(1 - β) g", () => MomentumStep((w, v, g, a, b) => (w - a * (b * v + (1 - b) * g), b * v + (1 - b) * g))),
        NotYet("old velocity only", () => MomentumStep((w, v, g, a, b) => (w - a * b * (v + g), b * (v + g)))),
        NotYet("changed places", () => MomentumStep((w, v, g, b, a) => (w - b * (b * v + g), b * v + g))),
        NotYet("plain descent", () => MomentumStep((w, v, g, a, b) => (w - a * g, g))),
        NotYet("stays where it was", () => MomentumStep((w, v, g, a, b) => (w, b * v + g))),
        NotYet("same for every case", () => MomentumStep((w, v, g, a, b) => (2.73, 2.7))),
        NotYet("NaN", () => MomentumStep((w, v, g, a, b) => (w - a * Math.Sqrt(-v), b * v + g))),
        NotYet("DivideByZeroException", () => MomentumStep((w, v, g, a, b) => (w / (int)b % 1, 1 / (int)a))),
        Fallback("left of the old velocity", () => MomentumStep((w, v, g, a, b) => (w - v - g, 1 + v))),
    ];

    private static Answer[] Paths() =>
    [
        Right(() => AdamPath((gradients, rate) => Adam(gradients, rate))),
        Right(() => AdamPath((gradients, rate) => Math.Round(Adam(gradients, rate), 3))),
        Right(() => AdamPath((gradients, rate) => Adam(gradients, rate, epsilon: 0))),
        NotYet("climbs", () => AdamPath((gradients, rate) => -Adam(gradients, rate))),
        NotYet("correction of the first steps is missing", () => AdamPath((gradients, rate) => Adam(gradients, rate, corrected: false))),
        NotYet("t starts at 0", () => AdamPath((gradients, rate) => Adam(gradients, rate, first: 0))),
        NotYet("root is missing", () => AdamPath((gradients, rate) => Adam(gradients, rate, power: 1))),
        NotYet("changed places", () => AdamPath((gradients, rate) => Adam(gradients, rate, 0.999, 0.9))),
        NotYet("running mean takes its place", () => AdamPath((gradients, rate) => Adam(gradients, rate, beta1: 0))),
        NotYet("with 0.999", () => AdamPath((gradients, rate) => Adam(gradients, rate, beta2: 0.9))),
        NotYet("plain descent", () => AdamPath((gradients, rate) => gradients.Sum(g => -rate * g))),
        NotYet("as long as the rate", () => AdamPath((gradients, rate) => gradients.Sum(g => -rate * Math.Sign(g)))),
        NotYet("after the first gradient", () => AdamPath((gradients, rate) => Adam([gradients[0]], rate))),
        NotYet("IndexOutOfRange", () => AdamPath((gradients, rate) => gradients[gradients.Length])),
        Fallback("two means", () => AdamPath((gradients, rate) => rate - gradients.Length)),
    ];

    private static Answer[] Schedules() =>
    [
        Right(() => StepSchedule((epoch, start, gamma, every) => start * Math.Pow(gamma, epoch / every))),
        Right(() => StepSchedule((epoch, start, gamma, every) => start * Math.Pow(gamma, Math.Floor((double)epoch / every)))),
        Right(() => StepSchedule((epoch, start, gamma, every) => { for (int e = every; e <= epoch; e += every) start *= gamma; return start; })),
        NotYet("smoothly", () => StepSchedule((epoch, start, gamma, every) => start * Math.Pow(gamma, (double)epoch / every))),
        NotYet("half a stretch", () => StepSchedule((epoch, start, gamma, every) => start * Math.Pow(gamma, Math.Round(1.0 * epoch / every)))),
        NotYet("You round up", () => StepSchedule((epoch, start, gamma, every) => start * Math.Pow(gamma, Math.Ceiling(1.0 * epoch / every)))),
        NotYet("one epoch early", () => StepSchedule((epoch, start, gamma, every) => start * Math.Pow(gamma, (epoch + 1) / every))),
        NotYet("one epoch late", () => StepSchedule((epoch, start, gamma, every) => start * Math.Pow(gamma, (epoch - 1) / every))),
        NotYet("once too often", () => StepSchedule((epoch, start, gamma, every) => start * Math.Pow(gamma, epoch / every + 1))),
        NotYet("exponential decay", () => StepSchedule((epoch, start, gamma, every) => start * Math.Pow(gamma, epoch))),
        NotYet("falls once", () => StepSchedule((epoch, start, gamma, every) => epoch < every ? start : start * gamma)),
        NotYet("Falls multiply", () => StepSchedule((epoch, start, gamma, every) => start * gamma * (epoch / every))),
        NotYet("You subtract", () => StepSchedule((epoch, start, gamma, every) => start - gamma * (epoch / every))),
        NotYet("rest of the division", () => StepSchedule((epoch, start, gamma, every) => start * Math.Pow(gamma, epoch % every))),
        NotYet("rises", () => StepSchedule((epoch, start, gamma, every) => start / Math.Pow(gamma, epoch / every))),
        NotYet("start is missing", () => StepSchedule((epoch, start, gamma, every) => Math.Pow(gamma, epoch / every))),
        NotYet("same for every case", () => StepSchedule((epoch, start, gamma, every) => 0.8)),
    ];

    private static Answer[] Plateaus() =>
    [
        Right(() => PlateauFalls((losses, patience) => Falls(losses, patience))),
        Right(() => PlateauFalls((losses, patience) => Enumerable.Range(1, losses.Length).FirstOrDefault(e => e - 1 - losses.Take(e).ToList().IndexOf(losses.Take(e).Min()) > patience))),
        NotYet("one epoch early", () => PlateauFalls((losses, patience) => Falls(losses, Math.Max(0, patience - 1)))),
        NotYet("one epoch late", () => PlateauFalls((losses, patience) => Falls(losses, patience + 1))),
        NotYet("count epochs from 0", () => PlateauFalls((losses, patience) => Falls(losses, patience) - 1)),
        NotYet("Never should be 0", () => PlateauFalls((losses, patience) => Falls(losses, patience) is > 0 and var e ? e : -1)),
        NotYet("gives the last epoch", () => PlateauFalls((losses, patience) => Falls(losses, patience) is > 0 and var e ? e : losses.Length)),
        NotYet("counts all epochs", () => PlateauFalls((losses, patience) => Falls(losses, patience, anew: false))),
        NotYet("epoch before", () => PlateauFalls((losses, patience) => Falls(losses, patience, last: true))),
        NotYet("That is the best epoch", () => PlateauFalls((losses, patience) => Array.IndexOf(losses, losses.Min()) + 1)),
        NotYet("same for every case", () => PlateauFalls((losses, patience) => 8)),
    ];

    private static double Adam(double[] gradients, double rate, double beta1 = 0.9, double beta2 = 0.999, int first = 1, bool corrected = true, double power = 0.5, double epsilon = 1e-8)
    {
        double w = 0, m = 0, s = 0;
        for (int i = 0; i < gradients.Length; i++)
        {
            m = beta1 * m + (1 - beta1) * gradients[i];
            s = beta2 * s + (1 - beta2) * gradients[i] * gradients[i];
            double mean = corrected ? m / (1 - Math.Pow(beta1, i + first)) : m, square = corrected ? s / (1 - Math.Pow(beta2, i + first)) : s;
            w -= rate * mean / (Math.Pow(square, power) + epsilon);
        }
        return w;
    }

    private static int Falls(double[] losses, int patience, bool anew = true, bool last = false)
    {
        double best = double.PositiveInfinity;
        int without = 0;
        for (int i = 0; i < losses.Length; i++)
        {
            if (losses[i] >= best)
                without++;
            else if (anew)
                without = 0;
            best = last ? losses[i] : Math.Min(best, losses[i]);
            if (without > patience)
                return i + 1;
        }
        return 0;
    }
}
