using static NeuroLab.Course.Exercises.InitializationExercises;

namespace NeuroLab.Course.Tests.Exercises.AnswerTables;

/// <summary>Answers to the exercises of notebook 05.</summary>
internal static class InitializationAnswers
{
    internal static Answer[] All() => [.. Spreads(), .. Bounds(), .. Rows(), .. Depths(), .. Starts(), .. Ratios()];

    private static Answer[] Spreads() =>
    [
        Answer.Right(() => XavierSpread((inputs, outputs) => Math.Sqrt(2.0 / (inputs + outputs)))),
        Answer.Right(() => XavierSpread((inputs, outputs) => Math.Pow((inputs + outputs) / 2.0, -0.5))),
        Answer.Right(() => XavierSpread((inputs, outputs) => Math.Sqrt(2f / (inputs + outputs)))),
        Answer.NotYet("whole number", () => XavierSpread((inputs, outputs) => Math.Sqrt(2 / (inputs + outputs)))),
        Answer.NotYet("That is the variance", () => XavierSpread((inputs, outputs) => 2.0 / (inputs + outputs))),
        Answer.NotYet("uniform kind", () => XavierSpread((inputs, outputs) => Math.Sqrt(6.0 / (inputs + outputs)))),
        Answer.NotYet("Kaiming's", () => XavierSpread((inputs, outputs) => Math.Sqrt(2.0 / inputs))),
        Answer.NotYet("outputs alone", () => XavierSpread((inputs, outputs) => Math.Sqrt(2.0 / outputs))),
        Answer.NotYet("2 is missing", () => XavierSpread((inputs, outputs) => Math.Sqrt(1.0 / (inputs + outputs)))),
        Answer.NotYet("multiplied", () => XavierSpread((inputs, outputs) => Math.Sqrt(2.0 / (inputs * outputs)))),
        Answer.NotYet("variance squared", () => XavierSpread((inputs, outputs) => Math.Pow(2.0 / (inputs + outputs), 2))),
        Answer.NotYet("smaller", () => XavierSpread((inputs, outputs) => Math.Sqrt(inputs + outputs))),
        Answer.Fallback("Which two sizes", () => XavierSpread((inputs, outputs) => 0.0707)),
    ];

    private static Answer[] Bounds() =>
    [
        Answer.Right(() => KaimingBound((inputs, outputs) => Math.Sqrt(6.0 / inputs))),
        Answer.Right(() => KaimingBound((inputs, outputs) => Math.Sqrt(3) * Math.Sqrt(2.0 / inputs))),
        Answer.NotYet("whole number", () => KaimingBound((inputs, outputs) => Math.Sqrt(6 / inputs))),
        Answer.NotYet("lower bound", () => KaimingBound((inputs, outputs) => -Math.Sqrt(6.0 / inputs))),
        Answer.NotYet("standard deviation", () => KaimingBound((inputs, outputs) => Math.Sqrt(2.0 / inputs))),
        Answer.NotYet("That is the variance", () => KaimingBound((inputs, outputs) => 2.0 / inputs)),
        Answer.NotYet("a²", () => KaimingBound((inputs, outputs) => 6.0 / inputs)),
        Answer.NotYet("by the outputs", () => KaimingBound((inputs, outputs) => Math.Sqrt(6.0 / outputs))),
        Answer.NotYet("Xavier's bound", () => KaimingBound((inputs, outputs) => Math.Sqrt(6.0 / (inputs + outputs)))),
        Answer.NotYet("without an activation", () => KaimingBound((inputs, outputs) => Math.Sqrt(3.0 / inputs))),
        Answer.NotYet("wrong side", () => KaimingBound((inputs, outputs) => Math.Sqrt(2.0 / (3 * inputs)))),
        Answer.NotYet("whole width", () => KaimingBound((inputs, outputs) => 2 * Math.Sqrt(6.0 / inputs))),
        Answer.NotYet("default of Linear", () => KaimingBound((inputs, outputs) => 1 / Math.Sqrt(inputs))),
        Answer.NotYet("not a number", () => KaimingBound((inputs, outputs) => Math.Sqrt(6.0 / (inputs - outputs - inputs)))),
    ];

    private static Answer[] Rows() =>
    [
        Answer.Right(() => DifferentRows(1)),
        Answer.NotYet("All four", () => DifferentRows(4)),
        Answer.NotYet("Some of the four", () => DifferentRows(2)),
        Answer.NotYet("at least one row", () => DifferentRows(0)),
        Answer.NotYet("number of inputs", () => DifferentRows(6)),
        Answer.NotYet("number of weights", () => DifferentRows(24)),
        Answer.NotYet("number of steps", () => DifferentRows(1000)),
        Answer.Fallback("Follow two neurons", () => DifferentRows(12)),
    ];

    private static Answer[] Depths() =>
    [
        Answer.Right(() => AfterLayers((n, sigma, layers) => Math.Pow(Math.Sqrt(n) * sigma, layers))),
        Answer.Right(() => AfterLayers((n, sigma, layers) => { double spread = 1; for (int i = 0; i < layers; i++) spread *= Math.Sqrt(n) * sigma; return spread; })),
        Answer.Right(() => AfterLayers((n, sigma, layers) => Math.Sqrt(Math.Pow(n * sigma * sigma, layers)))),
        Answer.NotYet("after one layer", () => AfterLayers((n, sigma, layers) => Math.Sqrt(n) * sigma)),
        Answer.NotYet("That is the variance", () => AfterLayers((n, sigma, layers) => Math.Pow(n * sigma * sigma, layers))),
        Answer.NotYet("spreads added up", () => AfterLayers((n, sigma, layers) => Math.Pow(n * sigma, layers))),
        Answer.NotYet("are added up", () => AfterLayers((n, sigma, layers) => layers * Math.Sqrt(n) * sigma)),
        Answer.NotYet("width never enters", () => AfterLayers((n, sigma, layers) => Math.Pow(sigma, layers))),
        Answer.NotYet("too few", () => AfterLayers((n, sigma, layers) => Math.Pow(Math.Sqrt(n) * sigma, layers - 1))),
        Answer.NotYet("too many", () => AfterLayers((n, sigma, layers) => Math.Pow(Math.Sqrt(n) * sigma, layers + 1))),
        Answer.NotYet("of σ as well", () => AfterLayers((n, sigma, layers) => Math.Pow(Math.Sqrt(n * sigma), layers))),
        Answer.NotYet("sums anew", () => AfterLayers((n, sigma, layers) => Math.Sqrt(n) * Math.Pow(sigma, layers))),
        Answer.Fallback("By which factor", () => AfterLayers((n, sigma, layers) => 0.001)),
    ];

    private static Answer[] Starts() =>
    [
        Answer.Right(() => KaimingStart((outputs, inputs, random) => Filled(outputs, inputs, () => Math.Sqrt(6.0 / inputs) * (2 * random.NextDouble() - 1)))),
        Answer.Right(() => KaimingStart((outputs, inputs, random) => Filled(outputs, inputs, () => Math.Sqrt(2.0 / inputs) * Bell(random)))),
        Answer.NotYet("returned null", () => KaimingStart((outputs, inputs, random) => null!)),
        Answer.NotYet("one row for each neuron", () => KaimingStart((outputs, inputs, random) => Filled(inputs, outputs, random.NextDouble))),
        Answer.NotYet("(80, 500)", () => KaimingStart((outputs, inputs, random) => new double[6, 4])),
        Answer.NotYet("whole number", () => KaimingStart((outputs, inputs, random) => Filled(outputs, inputs, () => Math.Sqrt(6 / inputs) * (2 * random.NextDouble() - 1)))),
        Answer.NotYet("left at 0", () => KaimingStart((outputs, inputs, random) => { double[,] w = Filled(outputs, inputs, () => Math.Sqrt(6.0 / inputs) * (2 * random.NextDouble() - 1)); for (int i = 0; i < inputs; i++) w[outputs - 1, i] = 0; return w; })),
        Answer.NotYet("left at 0", () => KaimingStart((outputs, inputs, random) => { double[,] w = Filled(outputs, inputs, () => Math.Sqrt(6.0 / inputs) * (2 * random.NextDouble() - 1)); for (int i = 0; i < outputs; i++) w[i, 0] = 0; return w; })),
        Answer.NotYet("second time", () => KaimingStart((outputs, inputs, random) => Filled(outputs, inputs, () => Math.Sqrt(6.0 / inputs) * (2 * Random.Shared.NextDouble() - 1)))),
        Answer.NotYet("are equal", () => KaimingStart((outputs, inputs, random) => { double once = random.NextDouble(); return Filled(outputs, inputs, () => once); })),
        Answer.NotYet("above 0", () => KaimingStart((outputs, inputs, random) => Filled(outputs, inputs, () => Math.Sqrt(6.0 / inputs) * random.NextDouble()))),
        Answer.NotYet("below 0", () => KaimingStart((outputs, inputs, random) => Filled(outputs, inputs, () => -Math.Sqrt(6.0 / inputs) * random.NextDouble()))),
        Answer.NotYet("third of the variance", () => KaimingStart((outputs, inputs, random) => Filled(outputs, inputs, () => Math.Sqrt(2.0 / inputs) * (2 * random.NextDouble() - 1)))),
        Answer.NotYet("without an activation", () => KaimingStart((outputs, inputs, random) => Filled(outputs, inputs, () => Math.Sqrt(3.0 / inputs) * (2 * random.NextDouble() - 1)))),
        Answer.NotYet("default of Linear", () => KaimingStart((outputs, inputs, random) => Filled(outputs, inputs, () => Math.Sqrt(1.0 / inputs) * (2 * random.NextDouble() - 1)))),
        Answer.NotYet("by the outputs", () => KaimingStart((outputs, inputs, random) => Filled(outputs, inputs, () => Math.Sqrt(6.0 / outputs) * (2 * random.NextDouble() - 1)))),
        Answer.NotYet("Xavier's variance", () => KaimingStart((outputs, inputs, random) => Filled(outputs, inputs, () => Math.Sqrt(6.0 / (inputs + outputs)) * (2 * random.NextDouble() - 1)))),
        Answer.NotYet("as if it were", () => KaimingStart((outputs, inputs, random) => Filled(outputs, inputs, () => 6.0 / inputs * (2 * random.NextDouble() - 1)))),
        Answer.NotYet("half of the bounds", () => KaimingStart((outputs, inputs, random) => Filled(outputs, inputs, () => Math.Sqrt(6.0 / inputs) * (random.NextDouble() - 0.5)))),
        Answer.NotYet("did not matter", () => KaimingStart((outputs, inputs, random) => Filled(outputs, inputs, () => 2 * random.NextDouble() - 1))),
        Answer.NotYet("IndexOutOfRange", () => KaimingStart((outputs, inputs, random) => { var w = new double[outputs, inputs]; for (int i = 0; i <= outputs; i++) w[i, 0] = 1; return w; })),
        Answer.NotYet("NaN", () => KaimingStart((outputs, inputs, random) => Filled(outputs, inputs, () => double.NaN))),
    ];

    private static Answer[] Ratios() =>
    [
        Answer.Right(() => UpdateRatio((w, gradient, rate) => rate * Length(gradient) / Length(w))),
        Answer.Right(() => UpdateRatio((w, gradient, rate) => Length([.. gradient.Select(g => -rate * g)]) / Length(w))),
        Answer.Right(() => UpdateRatio((w, gradient, rate) => rate * Math.Sqrt(gradient.Average(g => g * g)) / Math.Sqrt(w.Average(v => v * v)))),
        Answer.Right(() => UpdateRatio((w, gradient, rate) => Math.Sqrt(gradient.Sum(g => rate * g * rate * g) / w.Sum(v => v * v)))),
        Answer.NotYet("How long is the step", () => UpdateRatio((w, gradient, rate) => Length(gradient) / Length(w))),
        Answer.NotYet("Upside down", () => UpdateRatio((w, gradient, rate) => Length(w) / (rate * Length(gradient)))),
        Answer.NotYet("part of the weights", () => UpdateRatio((w, gradient, rate) => rate * Length(gradient))),
        Answer.NotYet("roots are missing", () => UpdateRatio((w, gradient, rate) => rate * rate * gradient.Sum(g => g * g) / w.Sum(v => v * v))),
        Answer.NotYet("roots are missing", () => UpdateRatio((w, gradient, rate) => rate * gradient.Sum(g => g * g) / w.Sum(v => v * v))),
        Answer.NotYet("Plain sums", () => UpdateRatio((w, gradient, rate) => rate * gradient.Sum() / w.Sum())),
        Answer.NotYet("no sign", () => UpdateRatio((w, gradient, rate) => -rate * Length(gradient) / Length(w))),
        Answer.NotYet("logarithm", () => UpdateRatio((w, gradient, rate) => Math.Log10(rate * Length(gradient) / Length(w)))),
        Answer.NotYet("NotSupported", () => UpdateRatio((w, gradient, rate) => throw new NotSupportedException())),
        Answer.Fallback("how long is the vector", () => UpdateRatio((w, gradient, rate) => 0.026)),
    ];

    private static double[,] Filled(int rows, int columns, Func<double> draw)
    {
        double[,] weight = new double[rows, columns];
        for (int row = 0; row < rows; row++)
        {
            for (int column = 0; column < columns; column++)
                weight[row, column] = draw();
        }
        return weight;
    }

    private static double Bell(Random random) => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());

    private static double Length(double[] vector) => Math.Sqrt(vector.Sum(value => value * value));
}
