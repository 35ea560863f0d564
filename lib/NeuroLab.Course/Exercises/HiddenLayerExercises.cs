using MathNet.Numerics.Random;
using NeuroLab.Data;
using NeuroLab.Layers;
using NeuroLab.Losses;
using NeuroLab.Optimization;
using NeuroLab.Training;
using static NeuroLab.Course.Exercises.Exercise;

namespace NeuroLab.Course.Exercises;

/// <summary>The checks of notebook 04, hidden layers.</summary>
public static class HiddenLayerExercises
{
    private const int MostParameters = 30;

    /// <summary>04.1: two linear layers with one input and one output each, as one.</summary>
    /// <param name="collapsed">The reader's function of w1, b1, w2 and b2.</param>
    public static ExerciseResult Collapsed(Func<double, double, double, double, (double W, double B)>? collapsed) => Check("04.1", collapsed, answer => FunctionCheck.Hint(
        () => new (double W1, double B1, double W2, double B2)[] { (2, 1, 3, -4), (-1, 0.5, 4, 2), (0.5, -3, -2, 0.25) },
        at => Pair(answer(at.W1, at.B1, at.W2, at.B2)),
        at => [at.W1 * at.W2, (at.W2 * at.B1) + at.B2],
        (at, given, expected) => FormattableString.Invariant(
            $"With w1 = {at.W1}, b1 = {at.B1}, w2 = {at.W2}, b2 = {at.B2} one layer has {FunctionCheck.Text(expected)}, but yours has {FunctionCheck.Text(given)}. What comes out for x = 0, and how much more for x = 1?"),
        (at => [at.W1 * at.W2, at.B1 + at.B2], "The weight is right. What does the second layer do to the first one's bias before it adds its own?"),
        (at => [at.W1 * at.W2, at.B1 * at.B2], "The weight is right. Biases are not multiplied with each other: follow x = 0 through both layers."),
        (at => [at.W1 * at.W2, at.W2 * at.B1], "The weight is right. The second layer has a bias as well."),
        (at => [at.W1 * at.W2, at.B2], "The weight is right. The first layer's bias goes through the second layer: what is left of it?"),
        (at => [at.W1 * at.W2, (at.W1 * at.B2) + at.B1], "The weight is right. Which layer comes last, and so multiplies the other's bias?"),
        (at => [at.W1 + at.W2, (at.W2 * at.B1) + at.B2], "The bias is right. When x grows by 1, h grows by w1: and y?"),
        (at => [at.W1 + at.W2, at.B1 + at.B2], "Layers in a row are put into each other, not added. What is y if h is put in its place?"),
        (at => [(at.W2 * at.B1) + at.B2, at.W1 * at.W2], "The two have changed places: first the weight, then the bias.")),
        "w2 w1 and w2 b1 + b2: four parameters, and the work of two.");

    /// <summary>04.2: the straight pieces that five ReLU units can make.</summary>
    /// <param name="pieces">The reader's number.</param>
    public static ExerciseResult Pieces(int? pieces) => Check("04.2", pieces, answer => answer switch
    {
        6 => null,
        5 => "Five is the number of bends. Into how many pieces do five bends part a line?",
        4 => "Each unit bends the line once. Into how many pieces does a single bend part it?",
        7 => "One too many: draw a line with two bends, and count its pieces.",
        1 => "One piece is what it would be without ReLU.",
        10 => "Each unit has one bend, where its input is 0, and so five units have five.",
        32 or 25 => "That would count the ways in which five units can be on or off. Along one line, how often does that change?",
        _ => "At how many places does each unit bend the line? Count the pieces between the bends.",
    }, "Five bends, six pieces.");

    /// <summary>04.3: a hat made of ReLU units.</summary>
    /// <param name="hat">The reader's function of relu and x.</param>
    public static ExerciseResult Hat(Func<Func<double, double>, double, double>? hat) => Check("04.3", hat, answer =>
    {
        int units = 0;
        double Relu(double z) => ++units > 0 ? Math.Max(0, z) : 0;
        string? hint = FunctionCheck.Hint<double>(
            () => [-1.5, 0, 0.5, 1, 1.25, 2, 3, 10],
            x => [answer(Relu, x)],
            x => [HatAt(x)],
            (x, given, expected) => FormattableString.Invariant(
                $"At x = {x} it is {given[0]:0.###} instead of {expected[0]:0.###}. {(x <= 1 ? "Up to 1 only the first unit speaks" : "There several units speak, and the slope is the sum of their weights")}: which slope should the hat have there?"),
            (x => [Math.Max(0, x) - Math.Max(0, x - 1)], "It rises and then stays at 1. After 1 the slope is the sum of the weights so far: which should it be?"),
            (x => [Math.Max(0, x) - (2 * Math.Max(0, x - 1))], "Up to 2 it is a hat, and then it goes on falling. What should the slope be after 2?"),
            (x => [Math.Max(0, x) - Math.Max(0, x - 1) - Math.Max(0, x - 2)], "It falls only from 2 on. Between 1 and 2 the slope is the sum of the first two weights: which should it be?"),
            (x => [Math.Max(0, x) + Math.Max(0, x - 1) + Math.Max(0, x - 2)], "It only rises. Which sign must a unit's weight have to bend the line down?"),
            (x => [-HatAt(x)], "That is the hat upside down."),
            (x => [HatAt(x - 1)], "The hat stands one too far to the right: where does its first unit begin?"));
        return hint ?? (units == 0 ? "It is a hat, but not one of ReLU units: relu was never called. Build it from them." : null);
    }, "Slopes 1, -1, 0. Hats side by side, each with a height of its own, make any line with bends.");

    /// <summary>04.4: the larger of two numbers, by ReLU.</summary>
    /// <param name="larger">The reader's function of relu, a and b.</param>
    public static ExerciseResult Larger(Func<Func<double, double>, double, double, double>? larger) => Check("04.4", larger, answer =>
    {
        int calls = 0;
        double Relu(double z)
        {
            calls++;
            return Math.Max(0, z);
        }
        string? hint = FunctionCheck.Hint(
            () => new (double A, double B)[] { (2, 5), (5, 2), (-3, -1), (-1, -3), (4, 4), (-2, 6) },
            pair => [answer(Relu, pair.A, pair.B)],
            pair => [Math.Max(pair.A, pair.B)],
            (pair, given, expected) => FormattableString.Invariant($"For {pair.A} and {pair.B} it gives {given[0]:0.##}. By how much is one above the other, and what must that be added to?"),
            (pair => [Math.Min(pair.A, pair.B)], "That is the smaller one. Turn a difference or a sign around."),
            (pair => [Math.Max(0, pair.B - pair.A)], "That is how much b is above a, or 0. What must it be added to?"),
            (pair => [Math.Max(0, pair.A - pair.B)], "That is how much a is above b, or 0. What must it be added to?"),
            (pair => [Math.Max(0, pair.A) + Math.Max(0, pair.B)], "ReLU compares with 0. What can it be given, so that it compares a and b with each other?"),
            (pair => [pair.B + Math.Max(0, pair.B - pair.A)], "The difference is added to the wrong one: if b is larger, b + (b - a) is too much."),
            (pair => [pair.A + Math.Max(0, pair.A - pair.B)], "The difference is added to the wrong one: if a is larger, a + (a - b) is too much."),
            (pair => [Math.Abs(pair.A - pair.B)], "That is the distance between the two."),
            (pair => [pair.A + pair.B], "That is the sum of both."));
        return hint ?? calls switch
        {
            0 => "The number is right, but relu was never called: something else compared the two. Which difference would ReLU have to look at?",
            6 => null,
            _ => "The number is right, but relu is called more than once. How can a single one do?",
        };
    }, "a + ReLU(b - a). So a network of ReLU units can sort, compare and pool.");

    /// <summary>04.5: the forward pass of a hidden layer.</summary>
    /// <param name="hidden">The reader's function of W (out, in), b and x.</param>
    public static ExerciseResult HiddenLayer(Func<double[,], double[], double[], double[]>? hidden) => Check("04.5", hidden, answer => FunctionCheck.Hint(
        // Square matrices first: they can be read the wrong way round without an error.
        () => new Units[] { new(new double[,] { { 1, 2 }, { 3, -4 } }, [0.5, 2], [-1, 1.5]), new(new double[,] { { 1, -2, 0.5 }, { 0, 3, -1 }, { 2, 1, 1 } }, [0.5, 3, -7], [2, 1, 4]) },
        units => answer(units.W, units.B, units.X),
        units => units.Answers((z, b) => Math.Max(0, z + b)),
        (units, given, expected) => $"For {units.B.Length} units and {units.X.Length} inputs it should give {FunctionCheck.Text(expected)}, but yours gives {FunctionCheck.Text(given)}. What does one unit do with its row of W?",
        (units => units.Answers((z, b) => z + b), "The sums are right, but the bend is missing: a hidden layer ends with ReLU."),
        (units => units.Answers((z, _) => Math.Max(0, z)), "The biases are missing: one for each unit."),
        (units => units.Answers((z, b) => Math.Max(0, z) + b), "ReLU comes too early: is the bias inside the bend or outside?"),
        (units => units.Answers((z, b) => Math.Max(0, z - b)), "The sign of the bias is turned."),
        (units => units.Answers((z, b) => Math.Min(0, z + b)), "ReLU keeps what is above 0. Yours keeps what is below."),
        (units => units.Answers((z, b) => z + b > 0 ? 1 : 0), "That is a step. ReLU hands on the sum itself where it is above 0."),
        (units => units.Answers((z, _) => Math.Max(0, z + units.B[0])), "All units get the first bias. Each has one of its own."),
        (units => units.Answers((z, b) => Math.Max(0, (z / units.X.Length) + b)), "That takes the mean of the products. A neuron adds them up."),
        (units => units.Answers((z, b) => Math.Max(0, z + b), transposed: true), "Rows and columns are swapped: W is (out, in), one row for each unit."))
        ?? FunctionCheck.Hint(
            () => new Units[] { new(new double[,] { { 1, -2, 0.5 }, { 0, 3, -1 } }, [0.5, 1], [2, 1, 4]), new(new double[,] { { 2, 1 }, { -1, 3 }, { 4, -2 } }, [-1, 0.25, -3], [1, 2]) },
            units => answer(units.W, units.B, units.X),
            units => units.Answers((z, b) => Math.Max(0, z + b)),
            (units, given, expected) => $"It is right where there are as many units as inputs. For {units.B.Length} units and {units.X.Length} inputs it should give {FunctionCheck.Text(expected)}: which length counts what?"),
        "One dot product, one bias and one bend for each unit. A network is this, again and again.");

    /// <summary>04.6: a network of at most 30 parameters that learns the circles.</summary>
    /// <param name="model">The reader's model. It is trained, and then put back to what it was.</param>
    public static ExerciseResult SmallForCircles(Sequential? model) => Check("04.6", model, answer =>
    {
        if (answer.Count == 0)
            return "There is no layer in it yet.";
        if (answer.ParameterCount > MostParameters)
            return $"It has {answer.ParameterCount} parameters, and {MostParameters} are allowed. With one hidden layer of h units there are 2h + h in it and h + 1 after it.";
        Dataset circles = Synthetic.Circles(300, new MersenneTwister(1), noise: 0.1).WithTargetColumn();
        if (!answer.OutputShape(circles.Inputs.Shape).HasSizes(300, 1))
            return $"It should give one number for each point, but gives {answer.OutputShape(circles.Inputs.Shape)}.";
        if (answer.All(layer => layer is Linear))
            return "There is no activation in it, so it is one straight line, however many layers there are.";
        if (answer[^1] is Sigmoid or Tanh or ReLU)
            return $"It ends with a {answer[^1].GetType().Name}, but the loss wants the plain sum: BCEWithLogitsLoss has a sigmoid of its own.";
        double accuracy = OnLoan.Use(answer, () =>
        {
            Trainer trainer = new(answer, new BCEWithLogitsLoss(), new SGD(answer.Parameters, 0.1f, momentum: 0.9f));
            trainer.Fit(circles, new(Epochs: 150, BatchSize: 32, new MersenneTwister(9)));
            return trainer.Evaluate(circles).Accuracy ?? 0;
        });
        return accuracy >= 0.95 ? null : FormattableString.Invariant(
            $"It learned to get {100 * accuracy:0.#} % right. How many straight pieces does a ring take at least, and what if one of the units is dead from the start? More units, or another seed, may help.");
    }, "A ring needs three straight pieces at least. A few units more make it less a matter of luck.");

    private static double[] Pair((double W, double B) layer) => [layer.W, layer.B];

    private static double HatAt(double x) => Math.Max(0, 1 - Math.Abs(x - 1));

    /// <summary>A hidden layer and its inputs.</summary>
    private sealed record Units(double[,] W, double[] B, double[] X)
    {
        internal double[] Answers(Func<double, double, double> unit, bool transposed = false) => [.. Enumerable.Range(0, B.Length)
            .Select(row => unit(Enumerable.Range(0, X.Length).Sum(i => (transposed ? W[i, row] : W[row, i]) * X[i]), B[row]))];
    }
}
