using static NeuroLab.Course.Exercises.SlopeExercises;

namespace NeuroLab.Course.Tests.Exercises.AnswerTables;

/// <summary>Answers to the exercises of notebook 02b.</summary>
internal static class SlopeAnswers
{
    internal static Answer[] All() => [.. Measurements(), .. Errors(), .. Tanhs(), .. Chains(), .. Gradients()];

    private static Answer[] Measurements() =>
    [
        Answer.Right(() => Measured((f, x) => (f(x + 1e-4) - f(x)) / 1e-4)),
        Answer.Right(() => Measured((f, x) => (f(x + 1e-5) - f(x - 1e-5)) / 2e-5)),
        Answer.Right(() => Measured((f, x) => (f(x) - f(x - 0.00001)) / 0.00001)),
        Answer.Right(() => Measured((f, x) => Math.Round((f(x + 1e-6) - f(x)) / 1e-6, 3))),
        Answer.NotYet("twice too steep", () => Measured((f, x) => (f(x + 1e-4) - f(x - 1e-4)) / 1e-4)),
        Answer.NotYet("half as steep", () => Measured((f, x) => (f(x + 1e-4) - f(x)) / 2e-4)),
        Answer.NotYet("sign is turned", () => Measured((f, x) => (f(x) - f(x + 1e-4)) / 1e-4)),
        Answer.NotYet("0 everywhere", () => Measured((f, x) => f(x + 1e-4) - f(x))),
        Answer.NotYet("0 everywhere", () => Measured((f, x) => (f(x + 1e-17) - f(x)) / 1e-17)),
        Answer.NotYet("not a number", () => Measured((f, x) => { double h = 1 / 1000; return (f(x + h) - f(x)) / h; })),
        Answer.NotYet("how close together", () => Measured((f, x) => (f(x + 0.1) - f(x)) / 0.1)),
        Answer.NotYet("height of the curve", () => Measured((f, x) => f(x))),
        Answer.NotYet("from the origin", () => Measured((f, x) => f(x) / x)),
        Answer.Fallback("Which two heights", () => Measured((f, x) => 2 * x)),
    ];

    private static Answer[] Errors() =>
    [
        Answer.Right(() => SquaredError((w, x, y) => 2 * (w * x - y) * x)),
        Answer.Right(() => SquaredError((w, x, y) => 2 * w * x * x - 2 * x * y)),
        Answer.Right(() => SquaredError((w, x, y) => -2 * x * (y - w * x))),
        Answer.Right(() => SquaredError((w, x, y) => (Math.Pow((w + 1e-5) * x - y, 2) - Math.Pow((w - 1e-5) * x - y, 2)) / 2e-5)),
        Answer.NotYet("does u change when w", () => SquaredError((w, x, y) => 2 * (w * x - y))),
        Answer.NotYet("slope of u²", () => SquaredError((w, x, y) => (w * x - y) * x)),
        Answer.NotYet("slope of u²", () => SquaredError((w, x, y) => x * (w * x - y))),
        Answer.NotYet("sign is turned", () => SquaredError((w, x, y) => 2 * (y - w * x) * x)),
        Answer.NotYet("loss itself", () => SquaredError((w, x, y) => (w * x - y) * (w * x - y))),
        Answer.NotYet("who moves", () => SquaredError((w, x, y) => 2 * (w * x - y) * w)),
        Answer.NotYet("not added", () => SquaredError((w, x, y) => 2 * (w * x - y) + x)),
        Answer.NotYet("y gone", () => SquaredError((w, x, y) => 2 * w * x)),
        Answer.NotYet("slope of w²", () => SquaredError((w, x, y) => 2 * w)),
        Answer.NotYet("one too many", () => SquaredError((w, x, y) => Math.Pow(2 * (w * x - y) * x, 2))),
        Answer.NotYet("not a number", () => SquaredError((w, x, y) => double.NaN)),
        Answer.NotYet("NotImplemented", () => SquaredError((w, x, y) => throw new NotImplementedException())),
        Answer.Fallback("two slopes along the chain", () => SquaredError((w, x, y) => -16)),
    ];

    private static Answer[] Tanhs() =>
    [
        Answer.Right(() => TanhSlope(z => 1 - Math.Tanh(z) * Math.Tanh(z))),
        Answer.Right(() => TanhSlope(z => 1 - Math.Pow(Math.Tanh(z), 2))),
        Answer.Right(() => TanhSlope(z => 1 / (Math.Cosh(z) * Math.Cosh(z)))),
        Answer.Right(() => TanhSlope(z => 4 * Sigmoid(2 * z) * (1 - Sigmoid(2 * z)))),
        Answer.Right(() => TanhSlope(z => (1 - Math.Tanh(z)) * (1 + Math.Tanh(z)))),
        Answer.NotYet("-0.9 and 0.9", () => TanhSlope(z => 1 - Math.Tanh(z))),
        Answer.NotYet("sigmoid's slope is made", () => TanhSlope(z => Math.Tanh(z) * (1 - Math.Tanh(z)))),
        Answer.NotYet("slope of the sigmoid", () => TanhSlope(z => Sigmoid(z) * (1 - Sigmoid(z)))),
        Answer.NotYet("One factor of 2", () => TanhSlope(z => 2 * Sigmoid(2 * z) * (1 - Sigmoid(2 * z)))),
        Answer.NotYet("wrong place", () => TanhSlope(z => 4 * Sigmoid(z) * (1 - Sigmoid(z)))),
        Answer.NotYet("wrong place", () => TanhSlope(z => 2 * Sigmoid(z) * (1 - Sigmoid(z)))),
        Answer.NotYet("never above 1", () => TanhSlope(z => 1 + Math.Tanh(z) * Math.Tanh(z))),
        Answer.NotYet("rises everywhere", () => TanhSlope(z => Math.Tanh(z) * Math.Tanh(z) - 1)),
        Answer.NotYet("tanh itself", () => TanhSlope(Math.Tanh)),
        Answer.Fallback("which three factors", () => TanhSlope(z => z)),
    ];

    private static Answer[] Chains() =>
    [
        Answer.Right(() => Chain((outerSlope, inner, innerSlope, x) => outerSlope(inner(x)) * innerSlope(x))),
        Answer.Right(() => Chain((outerSlope, inner, innerSlope, x) => { double u = inner(x); return innerSlope(x) * outerSlope(u); })),
        Answer.Right(() => Chain((outerSlope, inner, innerSlope, x) => outerSlope(inner(x)) * (inner(x + 1e-6) - inner(x - 1e-6)) / 2e-6)),
        Answer.NotYet("never sees x", () => Chain((outerSlope, inner, innerSlope, x) => outerSlope(x) * innerSlope(x))),
        Answer.NotYet("outer slope alone", () => Chain((outerSlope, inner, innerSlope, x) => outerSlope(inner(x)))),
        Answer.NotYet("inner slope alone", () => Chain((outerSlope, inner, innerSlope, x) => innerSlope(x))),
        Answer.NotYet("not added", () => Chain((outerSlope, inner, innerSlope, x) => outerSlope(inner(x)) + innerSlope(x))),
        Answer.NotYet("is its value", () => Chain((outerSlope, inner, innerSlope, x) => outerSlope(innerSlope(x)))),
        Answer.NotYet("sees x", () => Chain((outerSlope, inner, innerSlope, x) => outerSlope(inner(x)) * innerSlope(inner(x)))),
        Answer.NotYet("not divided", () => Chain((outerSlope, inner, innerSlope, x) => outerSlope(inner(x)) / innerSlope(x))),
        Answer.NotYet("inner value", () => Chain((outerSlope, inner, innerSlope, x) => outerSlope(inner(x)) * inner(x))),
        Answer.Fallback("At which place", () => Chain((outerSlope, inner, innerSlope, x) => 24.5)),
    ];

    private static Answer[] Gradients() =>
    [
        Answer.Right(() => Gradient((w, b, x, y) => { double a = Sigmoid(w * x + b), g = 2 * (a - y) * a * (1 - a); return (g * x, g); })),
        Answer.Right(() => Gradient((w, b, x, y) => (2 * x * (Sigmoid(w * x + b) - y) * Slope(w * x + b), 2 * (Sigmoid(w * x + b) - y) * Slope(w * x + b)))),
        Answer.Right(() => Gradient((w, b, x, y) => ((Loss(w + 1e-5, b, x, y) - Loss(w, b, x, y)) / 1e-5, (Loss(w, b + 1e-5, x, y) - Loss(w, b, x, y)) / 1e-5))),
        Answer.NotYet("Both signs", () => Gradient((w, b, x, y) => { double a = Sigmoid(w * x + b), g = 2 * (y - a) * a * (1 - a); return (g * x, g); })),
        Answer.NotYet("Both are half", () => Gradient((w, b, x, y) => { double a = Sigmoid(w * x + b), g = (a - y) * a * (1 - a); return (g * x, g); })),
        Answer.NotYet("when w moves by 1", () => Gradient((w, b, x, y) => { double a = Sigmoid(w * x + b), g = 2 * (a - y) * a * (1 - a); return (g, g); })),
        Answer.NotYet("when b moves by 1", () => Gradient((w, b, x, y) => { double a = Sigmoid(w * x + b), g = 2 * (a - y) * a * (1 - a); return (g * x, g * x); })),
        Answer.NotYet("changed places", () => Gradient((w, b, x, y) => { double a = Sigmoid(w * x + b), g = 2 * (a - y) * a * (1 - a); return (g, g * x); })),
        Answer.NotYet("middle link", () => Gradient((w, b, x, y) => { double a = Sigmoid(w * x + b), g = 2 * (a - y); return (g * x, g); })),
        Answer.NotYet("not by its slope", () => Gradient((w, b, x, y) => { double a = Sigmoid(w * x + b), g = 2 * (a - y) * a; return (g * x, g); })),
        Answer.NotYet("who moves", () => Gradient((w, b, x, y) => { double a = Sigmoid(w * x + b), g = 2 * (a - y) * a * (1 - a); return (g * w, g); })),
        Answer.NotYet("bias has a slope", () => Gradient((w, b, x, y) => { double a = Sigmoid(w * x + b), g = 2 * (a - y) * a * (1 - a); return (g * x, 0); })),
        Answer.NotYet("not a number", () => Gradient((w, b, x, y) => (double.NaN, 0))),
    ];

    private static double Sigmoid(double z) => 1 / (1 + Math.Exp(-z));

    private static double Slope(double z) => Sigmoid(z) * (1 - Sigmoid(z));

    private static double Loss(double w, double b, double x, double y) => Math.Pow(Sigmoid((w * x) + b) - y, 2);
}
