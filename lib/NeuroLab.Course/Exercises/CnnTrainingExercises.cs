using NeuroLab.Inspection;
using NeuroLab.Layers;
using NeuroLab.Tensors;
using static NeuroLab.Course.Exercises.Exercise;

namespace NeuroLab.Course.Exercises;

/// <summary>The checks of notebook 13, training a CNN.</summary>
public static class CnnTrainingExercises
{
    private const int MostParameters = 2500;
    private static readonly (double W, double V, double G)[] Moments = [(1, 0, 0.5), (-2, 0.3, 0.1), (0.4, -1, 0), (3, 2, -1)];

    /// <summary>13.1: the numbers after Conv2d(1, 6, 5), pooling, Conv2d(6, 10, 4), pooling on 30 × 30.</summary>
    /// <param name="count">The reader's number.</param>
    public static ExerciseResult Flattened(int? count) => Check("13.1", count, answer => answer switch
    {
        250 => null,
        25 or 5 => "That is the height (or the height times the width) at the end. How many such maps are there?",
        6 * 25 or 6 * 10 * 25 => "Height and width are right, 5 × 5. How many channels come out of the second convolution?",
        10 * 7 * 7 or 10 * 8 * 8 => "That is with padding. Without it a window of 5 fits at 30 - 5 + 1 places.",
        10 * 10 * 10 => "The second pooling is missing.",
        10 * 11 * 11 or 10 * 12 * 12 => "The first pooling is missing.",
        10 * 23 * 23 => "There is a pooling after each of the two convolutions.",
        10 * 6 * 6 or 10 * 13 * 13 => "The second convolution has no padding either: a window of 4 does not fit at 13 places.",
        10 * 4 * 4 => "A window of k fits at n - k + 1 places. Is the + 1 there, both times?",
        10 * 5 => "5 is the height and the width, so it counts twice.",
        900 => "That is what goes in. Follow it layer by layer.",
        <= 0 => "A number of numbers is positive. Start with the height after the first convolution.",
        _ => "What are height and width after each of the four layers that change them, and how many channels are there at the end?",
    }, "30, 26, 13, 10, 5, and 10 channels: 250.");

    /// <summary>13.2: one update of a weight with momentum and L2.</summary>
    /// <param name="update">The reader's function of (w, v, gradient).</param>
    public static ExerciseResult Update(Func<double, double, double, (double W, double V)>? update) => Check("13.2", update, answer =>
    {
        (double W, double V)[] given = [.. Moments.Select(at => answer(at.W, at.V, at.G))];
        bool Is(Func<double, double, double, (double W, double V)> rule) => Moments.Zip(given).All(pair =>
            rule(pair.First.W, pair.First.V, pair.First.G) is var right && Near(pair.Second.W, right.W, 1e-4) && Near(pair.Second.V, right.V, 1e-4));
        bool IsVelocity(Func<double, double, double, double> velocity, double rate = 0.05) => Is((w, v, g) => (w - (rate * velocity(w, v, g)), velocity(w, v, g)));
        static double V(double w, double v, double g) => (0.9 * v) + g + (0.2 * w);
        (double w, double v, double g) = Moments[1];
        return 0 switch
        {
            _ when IsVelocity(V) => null,
            _ when given.Any(pair => !double.IsFinite(pair.W + pair.V)) => "One of the two is not a number (NaN or infinity). Do you divide by something that can be 0?",
            _ when Is((w, v, g) => (V(w, v, g), w - (0.05 * V(w, v, g)))) => "The two are right, but the other way round: first the weight, then the velocity.",
            _ when IsVelocity((w, v, g) => (0.9 * v) + g) => "That is without L2: each gradient gets λ w added before it goes into v.",
            _ when IsVelocity((w, v, g) => g + (0.2 * w)) => "That is without momentum: a part β of the last velocity stays.",
            _ when IsVelocity((w, v, g) => g) => "That is plain descent. Add λ w to the gradient, and keep a part β of the last velocity.",
            _ when IsVelocity(V, -0.05) => "The weight goes uphill: a step is taken away, not added.",
            _ when IsVelocity((w, v, g) => (0.9 * v) + g - (0.2 * w)) => "The pull of L2 has the wrong sign: it joins the gradient with a plus, and the minus of the step takes the weight towards 0.",
            _ when IsVelocity((w, v, g) => v + g + (0.2 * w)) => "Of the last velocity only a part β stays; yours keeps all of it.",
            _ when IsVelocity((w, v, g) => (0.9 * v) + (0.1 * (g + (0.2 * w)))) => "You weigh the new gradient with 1 - β, as a running mean does. In this rule it counts in full.",
            _ when IsVelocity((w, v, g) => (0.9 * v) + (0.9 * (g + (0.2 * w)))) || IsVelocity((w, v, g) => 0.9 * (v + g)) => "β belongs to the last velocity alone; the new gradient counts in full.",
            _ when IsVelocity((w, v, g) => (0.9 * v) + g + (0.4 * w)) => "The pull is twice what it should be: this rule adds λ w, not 2 λ w.",
            _ when IsVelocity((w, v, g) => (0.9 * v) + g + 0.2) => "λ alone is no pull towards 0: it is multiplied by the weight.",
            _ when IsVelocity((w, v, g) => (0.9 * v) + (0.05 * (g + (0.2 * w))), 1) => "Your velocity already holds the rate α. In this rule it multiplies the step, when the weight moves.",
            _ when IsVelocity(V, 1) => "The step is v without the rate: multiply it by α.",
            _ when Is((w, v, g) => (w - (0.05 * v), V(w, v, g))) => "The weight moves by the old velocity. Work out the new one first.",
            _ when Is((w, v, g) => (w - (0.05 * V(w, v, g)), v)) => "The weight is right, but you return the old velocity. The next step needs the new one.",
            _ when Is((w, v, g) => (w - (0.05 * (g + (0.2 * w))), V(w, v, g))) || Is((w, v, g) => (w - (0.05 * g), V(w, v, g))) => "You work out the velocity and then step along the gradient. The step follows v.",
            _ when Is((w, v, g) => (w - (0.05 * ((0.9 * v) + g)) - (0.01 * w), (0.9 * v) + g)) => "You take the pull from the weight directly: that is weight decay as in AdamW. In this rule λ w goes into the velocity.",
            _ when Is((w, v, g) => (w, v)) => "Nothing has moved: you return what came in.",
            _ => FormattableString.Invariant($"For w = {w}, v = {v} and gradient {g}, yours gives w = {given[1].W:0.####} and v = {given[1].V:0.####}. What do the three lines of the rule give, one after the other?"),
        };
    }, "The pull joins the gradient, the velocity takes it up, the weight follows.");

    /// <summary>13.3: the part of an idle weight left by L2 after 1,000 steps.</summary>
    /// <param name="part">The reader's number.</param>
    public static ExerciseResult PartLeft(double? part) => Check("13.3", part, answer => answer switch
    {
        _ when Math.Abs(answer - 0.6065) < 0.007 => null,
        double.NaN => "That is not a number. A power of a negative number with a fraction gives NaN: is the factor 1 - α λ positive?",
        _ when Near(answer, 0.5) => "That takes the same amount away each time. But the pull shrinks with the weight: each step multiplies.",
        _ when Near(answer, 0.3935, 0.005) => "That is what is gone. The question is for what is left.",
        _ when Near(answer, 0.9995, 1e-5) => "That is one step. A thousand of them multiply.",
        _ when Near(answer, 0.0067, 0.001) => "That is with momentum 0.9, which makes the pull ten times as strong. Here there is none.",
        _ when Near(answer, 60.65, 0.01) => "In percent that is right; give it as a part, between 0 and 1.",
        _ when Near(answer, Math.Pow(1.0005, 1000), 0.005) => "It grows. L2 pulls towards 0: is the sign right?",
        _ when Near(answer, Math.Pow(0.99, 1000), 1e-5) && answer > 0 => "The rate α is missing: each step takes away α λ of the weight, not λ.",
        > 0 and < 1e-15 => "λ is missing: each step takes away α λ of the weight, not α.",
        1 => "1 would mean that nothing is taken away. In C# whole-number division cuts: 1 / 2 is 0, so write 1.0 / 2. Or is the power missing?",
        <= 0 => "A part of the weight is left, and each step takes a part of what is there: so it never gets to 0 or below.",
        > 1 => "More than 1 would mean that the weight has grown. L2 pulls it towards 0.",
        _ => "By which factor does one step multiply the weight? And how many such factors are there?",
    }, "0.9995 to the power of 1,000.");

    /// <summary>13.4: the gradient of a kernel of 3 × 3.</summary>
    /// <param name="gradient">The reader's function of a picture and the gradient of the map.</param>
    public static ExerciseResult KernelGradient(Func<double[,], double[,], double[,]>? gradient) => Check("13.4", gradient, answer =>
        GradientHint(answer, Grid.Of(5, 6, (i, j) => ((i * 7) + (j * j) + 1) % 11), Grid.Of(3, 4, (i, j) => i + (2 * j) - 1.5))
        ?? GradientHint(answer, Grid.Of(7, 4, (i, j) => ((i * i) + (3 * j)) % 5), Grid.Of(5, 2, (i, j) => 0.5 - i + j)),
        "Each of the nine weights collects from every place, whatever the size of the picture.");

    /// <summary>13.5: a CNN for glyphs with two convolutions and at most 2,500 parameters.</summary>
    /// <param name="model">The reader's model.</param>
    public static ExerciseResult SmallCnn(Sequential? model) => Check("13.5", model, answer =>
    {
        ShapeTrace trace = ShapeTrace.Of(answer, new Shape(("batch", 20), ("channels", 1), ("height", 28), ("width", 28)));
        Layer[] layers = [.. trace.Rows.Select(row => row.Layer)];
        int[] convolutions = [.. Enumerable.Range(0, layers.Length).Where(i => layers[i] is Conv2d)];
        int largest = layers.Select(layer => layer.ParameterCount).DefaultIfEmpty(0).Max();
        return 0 switch
        {
            _ when answer.Children.Count == 0 => "It has no layers yet: put them between the braces, the convolution first.",
            _ when trace.Error is { } error => $"The shapes do not fit yet. {error}",
            _ when convolutions.Length != 2 => $"It has {convolutions.Length} Conv2d; the exercise asks for two.",
            _ when !trace.Output!.HasSizes(20, 10) => $"It runs, but gives {trace.Output}. Wanted are ten scores for each picture, (batch 20, 10).",
            _ when layers[^1] is Softmax or LogSoftmax => "It ends with a softmax, and cross-entropy has one already. Scores come out of the last Linear as they are.",
            _ when answer.ParameterCount > MostParameters => $"It has {answer.ParameterCount:N0} parameters, {largest:N0} of them in its largest layer. Make the pictures smaller before the last layer: larger pooling windows, or a stride.",
            _ when !layers[convolutions[0]..convolutions[1]].Any(Bends) => "It fits. But nothing bends between the two convolutions, so together they are no more than one (notebook 04). Which layer did we put after each?",
            _ => null,
        };
    }, "Small enough, and all shapes fit. Train it, if you like: it does not do much worse than the large one.");

    /// <summary>Max pooling bends as well: the largest of four is no weighted sum of them.</summary>
    private static bool Bends(Layer layer) => layer is ReLU or LeakyReLU or Tanh or Sigmoid or ELU or GELU or MaxPool2d;

    private static string? GradientHint(Func<double[,], double[,], double[,]> answer, double[,] x, double[,] dy)
    {
        (int rows, int columns) = (dy.GetLength(0), dy.GetLength(1));
        double Sum(int u, int v, Func<int, int, bool> counts) => Enumerable.Range(0, rows * columns)
            .Where(n => counts(n / columns, n % columns)).Sum(n => dy[n / columns, n % columns] * x[(n / columns) + u, (n % columns) + v]);
        double All(int u, int v) => Sum(u, v, (_, _) => true);
        double[,] given;
        try
        {
            given = answer((double[,])x.Clone(), (double[,])dy.Clone());
        }
        catch (IndexOutOfRangeException)
        {
            return "It reaches outside of one of the arrays. The places (i, j) are those of the map dy, and the picture is read at (i + u, j + v).";
        }
        if (Grid.Fault(given, 3, 3) is { } fault)
            return fault;
        bool Is(Func<int, int, double> rule) => Grid.Same(given, Grid.Of(3, 3, rule));
        return 0 switch
        {
            _ when Is(All) => null,
            _ when Is((_, _) => 0) => "All nine are 0. Is there a += in the inner loop, and is the result what you return?",
            _ when Is((u, v) => All(u, v) / (rows * columns)) || Is((u, v) => All(u, v) / 9) => "That is a mean. Gradients of all places add up.",
            _ when Is((u, v) => -All(u, v)) => "The sign is turned around. The minus comes later, in the step.",
            _ when Is((u, v) => 2 * All(u, v)) => "Everything is doubled: the 2 of the squared error stands in dy already.",
            _ when Is((u, v) => All(v, u)) => "Rows and columns are exchanged: u goes with i, v with j.",
            _ when Is((u, v) => All(2 - u, 2 - v)) => "The kernel is turned around. Weight (u, v) meets the pixel (i + u, j + v).",
            _ when Is((u, v) => Sum(u, v, (i, j) => i == rows - 1 && j == columns - 1)) => "Only the last place counts in yours: each new one overwrites the one before. Add up with +=.",
            _ when Is((u, v) => Sum(u, v, (i, j) => i == 0 && j == 0)) => "Only the first place counts in yours. The kernel was used at all of them.",
            _ when Is((u, v) => Sum(u, v, (i, j) => i < rows - 1 && j < columns - 1)) => "The last row and the last column of the map are missing: do your loops end one too early?",
            _ when Is((u, v) => Sum(u, v, (i, j) => i < 3 && j < 3)) => "You go over 3 × 3 places. The map is larger: dy.GetLength(0) by dy.GetLength(1).",
            _ when Is((_, _) => All(0, 0)) => "All nine are the same: the pixel does not depend on u and v. Which pixel does weight (u, v) meet at place (i, j)?",
            _ when Is((u, v) => Enumerable.Range(0, rows * columns).Sum(n => x[(n / columns) + u, (n % columns) + v])) => "You add up the pixels. Each counts as much as the gradient of its place says.",
            _ when Is((_, _) => dy.Cast<double>().Sum()) => "You add up dy alone: that is the gradient of the bias. Each place counts with its pixel.",
            _ => $"The size is right, but the numbers are not: the first row should be {Grid.FirstRow(Grid.Of(3, 3, All))}, and yours is {Grid.FirstRow(given)}. Which pixels did weight (0, 0) meet?",
        };
    }
}
