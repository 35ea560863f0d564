namespace NeuroLab.Charts.Tests;

/// <summary>One figure of each kind, as notebooks use them.</summary>
internal static class Gallery
{
    private static readonly double[] line = [.. Enumerable.Range(-50, 101).Select(i => i / 10.0)];

    public static IReadOnlyDictionary<string, Func<Figure>> All { get; } = new Dictionary<string, Func<Figure>>
    {
        ["line"] = () => Chart.Line(line, line.Select(Math.Tanh), "tanh(z)")
            .AddLine(line, line.Select(v => 1 - (Math.Tanh(v) * Math.Tanh(v))), "its slope")
            .WithTitle("Far from zero tanh is flat, and its slope vanishes").WithAxisTitles("z", "value").WithHorizontalLine(0),
        ["scatter"] = () => Chart.Scatter(Xs, Xs.Select((x, i) => (2 * x) + 1 + Noise(i)), "data")
            .AddLine([0.0, 4], [1.0, 9], "y = 2x + 1").WithTitle("The data lie along a line").WithAxisTitles("x", "y"),
        ["classes"] = () => Chart.Scatter(Enumerable.Range(0, 100).Select(i => i % 10 + Noise(i)), Enumerable.Range(0, 100).Select(i => Noise(i * 7) + (i % 10 * 2 % 7)),
            Enumerable.Range(0, 100).Select(i => i % 10)).WithTitle("Ten classes").WithAxisTitles("petal length in cm", "petal width in cm"),
        ["loss-curve"] = () => Chart.LossCurve(Loss(30, 0.05), Loss(30, 0.2).Select((l, i) => l + Math.Max(0, i - 20) * 0.01).ToArray()),
        ["loss-curve-log"] = () => Chart.LossCurve(Loss(30, 0.001), log: true).WithHorizontalLine(2.3, "guessing"),
        ["bar"] = () => Chart.Bar(["0", "1", "2"], [0.1, 0.7, 0.2]).WithTitle("The model is fairly sure that it sees a 1").WithAxisTitles("digit", "probability"),
        ["histogram"] = () => Chart.Histogram(Weights(2000, 1)).WithTitle("Weights after Xavier initialization").WithAxisTitles("weight"),
        ["histograms"] = () => Chart.Histogram([("before", Weights(500, 1)), ("after", Weights(500, 2.5))], bins: 40)
            .WithTitle("Training spreads the weights").WithAxisTitles("weight"),
        ["heatmap"] = () => Chart.Heatmap(Matrix(10, 10, (r, c) => r == c ? 40 + r : (r * c) % 4), "true digit", "predicted digit",
            printValues: true, title: "Most digits are read rightly"),
        ["heatmap-signed"] = () => Chart.Heatmap(Matrix(4, 3, (r, c) => Math.Sin((r * 3) + c)), "output", "input",
            columnNames: ["sepal", "petal", "bias"], printValues: true, title: "Weights of a layer"),
        ["image-grid"] = () => Chart.ImageGrid(Enumerable.Range(0, 16).Select(Digit), [.. Enumerable.Range(0, 16).Select(i => $"is {i % 10}")],
            title: "Sixteen digits"),
        ["image-grid-signed"] = () => Chart.ImageGrid(Enumerable.Range(0, 10).Select(k => Matrix(8, 8, (r, c) => Math.Sin((r * 0.4 * k) + c) * Math.Cos(c * 0.3))),
            [.. Enumerable.Range(0, 10).Select(i => $"digit {i}")], title: "What each output looks for"),
        ["contour"] = () => Surface(30).WithTitle("Gradient descent walks down the valley"),
        ["contour-log"] = () => Chart.Contour((w, b) => ((w - 2) * (w - 2) * 5) + ((b - 1) * (b - 1)) + 0.01, (-1, 5), (-2, 4), log: true)
            .WithTitle("The same valley, heights in powers of ten").WithAxisTitles("weight w", "bias b"),
        ["boundary"] = () => Boundary(6),
        ["side-by-side"] = () => Pair(20),
        ["grid"] = () => Chart.Grid([.. Enumerable.Range(1, 4).Select(k => Chart.Line(line, line.Select(x => Math.Sin(k * x)), "sin").WithTitle($"Frequency {k}"))],
            title: "Four waves"),
        ["animation-line"] = () => Chart.Animate(Enumerable.Range(0, 45).Select(e => ($"epoch {e}", Chart.Scatter(Xs, Xs.Select((x, i) => (2 * x) + 1 + Noise(i)), "data")
            .AddLine([0.0, 4], [1 * Learned(e), (8 * Learned(e)) + 1], "fit").WithAxisTitles("x", "y"))), "The line finds the data"),
        ["animation-heatmap"] = () => Chart.Animate(Enumerable.Range(0, 6).Select(e => ($"epoch {e * 10}",
            Chart.ImageGrid(Enumerable.Range(0, 10).Select(k => Matrix(8, 8, (r, c) => Learned(e * 8) * Math.Sin((r * 0.4 * k) + c))),
                [.. Enumerable.Range(0, 10).Select(i => $"{i}")]))), "The weights take shape"),
        ["animation-histogram"] = () => Chart.Animate(Enumerable.Range(0, 5).Select(e => ($"epoch {e}", Chart.Histogram(Weights(300, 1 + (e / 2.0))))),
            "The weights spread"),
        ["animation-pair"] = () => Chart.Animate(Enumerable.Range(0, 20).Select(e => ($"epoch {e}", Pair(e)))),
        ["animation-boundary"] = () => Chart.Animate(Enumerable.Range(0, 6).Select(e => ($"epoch {e}", Boundary(e))), "The boundary turns"),
        ["slider"] = () => Chart.Slider(new[] { 0.01, 0.1, 1 }.Select(rate => (FormattableString.Invariant($"rate {rate}"), Chart.LossCurve(Loss(20, rate)))), null),
    };

    public static double[,] Matrix(int rows, int columns, Func<int, int, double> value)
    {
        double[,] matrix = new double[rows, columns];
        for (int row = 0; row < rows; row++)
        {
            for (int column = 0; column < columns; column++)
                matrix[row, column] = value(row, column);
        }
        return matrix;
    }

    public static double[] Loss(int epochs, double floor) => [.. Enumerable.Range(0, epochs).Select(e => (2.3 * Math.Exp(-e / 4.0)) + floor)];

    private static double[] Xs => [.. Enumerable.Range(0, 40).Select(i => i / 10.0)];

    private static double Learned(int epoch) => 1 - Math.Exp(-epoch / 6.0);

    private static double Noise(int i) => Math.Sin(i * 12.9898) * 0.5;

    private static float[] Weights(int count, double scale) =>
        [.. Enumerable.Range(0, count).Select(i => (float)((Math.Sin(i * 1.7) + Math.Sin(i * 2.9) + Math.Sin(i * 0.37)) * scale / 3))];

    private static float[,] Digit(int seed)
    {
        float[,] pixels = new float[8, 8];
        for (int row = 1; row < 7; row++)
        {
            for (int column = 1; column < 7; column++)
                pixels[row, column] = ((row * (seed + 3)) + (column * 5)) % 17;
        }
        return pixels;
    }

    private static Figure Surface(int steps) =>
        Chart.Contour((w, b) => ((w - 2) * (w - 2) * 5) + ((b - 1) * (b - 1)), (-1, 5), (-2, 4))
            .AddPath(Enumerable.Range(0, steps + 1).Select(i => 2 - (2 * Math.Exp(-i / 3.0))), Enumerable.Range(0, steps + 1).Select(i => 1 - (2.5 * Math.Exp(-i / 8.0))))
            .WithAxisTitles("weight w", "bias b");

    private static Figure Pair(int epoch) => Chart.SideBySide(
        Chart.Scatter(Xs, Xs.Select((x, i) => (2 * x) + 1 + Noise(i)), "data")
            .AddLine([0.0, 4], [1 * Learned(epoch), (8 * Learned(epoch)) + 1], "fit").WithAxisTitles("x", "y").WithTitle("The fitted line"),
        Surface(epoch).WithTitle("Where its weight and bias stand on the loss"));

    private static Figure Boundary(int turn) => Chart.DecisionBoundary(
        (a, b) => 1 / (1 + Math.Exp(-6 * ((a * Math.Cos(turn * 0.2)) + (b * Math.Sin(turn * 0.2)) - 0.7))),
        [0, 0, 1, 1], [0, 1, 0, 1], [0, 1, 1, 1], "One line parts OR");
}
