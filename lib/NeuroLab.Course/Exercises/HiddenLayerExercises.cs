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

    /// <summary>04.1: h = 2x + 1 and y = 3h - 4 as one layer.</summary>
    /// <param name="layer">The reader's weight and bias.</param>
    public static ExerciseResult Collapsed((double W, double B)? layer) => Check("04.1", layer, answer => answer switch
    {
        _ when Near(answer.W, 6) && Near(answer.B, -1) => null,
        _ when Near(answer.W, 6) && Near(answer.B, -3) => "The weight is right. The second layer multiplies the first one's bias too: 3 × 1, then - 4.",
        _ when Near(answer.W, 6) => "The weight is right. The bias is what comes out for x = 0.",
        _ when Near(answer.W, 5) => "Weights of layers in a row are multiplied, not added.",
        _ when Near(answer.B, -1) => "The bias is right. The weight says how much y grows when x grows by 1: h grows by 2 then, and y three times as much.",
        _ => "Put 2x + 1 in place of h in 3h - 4, and multiply out.",
    }, "3 (2x + 1) - 4 = 6x - 1: four parameters, and the work of two.");

    /// <summary>04.2: the straight pieces that five ReLU units can make.</summary>
    /// <param name="pieces">The reader's number.</param>
    public static ExerciseResult Pieces(int? pieces) => Check("04.2", pieces, answer => answer switch
    {
        6 => null,
        5 => "Five is the number of bends. Into how many pieces do five bends part a line?",
        1 => "One piece is what it would be without ReLU.",
        10 => "Each unit has one bend, where its input is 0, and so five units have five.",
        32 => "32 would be the ways in which five units can be on or off, but along one line only a few of these occur.",
        _ => "Each unit bends the line at one place. Count the pieces between the bends.",
    }, "Five bends, six pieces.");

    /// <summary>04.3: the output weights of a hat made of three ReLU units.</summary>
    /// <param name="weights">The reader's three weights.</param>
    public static ExerciseResult Hat((double V1, double V2, double V3)? weights) => Check("04.3", weights, answer =>
    {
        double At(double x) => (answer.V1 * Math.Max(0, x)) + (answer.V2 * Math.Max(0, x - 1)) + (answer.V3 * Math.Max(0, x - 2));
        if (!Near(At(1), 1))
            return FormattableString.Invariant($"At x = 1 it is {At(1):0.##} instead of 1. Up to there only the first unit speaks, and its weight is the slope.");
        if (Near(answer.V2, -1) && !Near(At(2), 0))
            return "With -1 the line becomes flat at x = 1, since the first unit goes on rising. To fall, the second must take away more than that.";
        if (!Near(At(2), 0))
            return FormattableString.Invariant($"At x = 2 it is {At(2):0.##} instead of 0. Between 1 and 2 the slope is v1 + v2.");
        return Near(At(3), 0) ? null : FormattableString.Invariant($"Up to 2 it is a hat, but at x = 3 it is {At(3):0.##}. After 2 the slope is v1 + v2 + v3, which must be 0.");
    }, "Slopes 1, -1, 0. Hats side by side, each with a height of its own, make any line with bends.");

    /// <summary>04.4: the larger of two numbers, by ReLU.</summary>
    /// <param name="larger">The reader's function.</param>
    public static ExerciseResult Larger(Func<double, double, double>? larger) => Check("04.4", larger, answer =>
    {
        (double A, double B)[] pairs = [(2, 5), (5, 2), (-3, -1), (-1, -3), (4, 4), (-2, 6)];
        bool Is(Func<double, double, double> other) => Array.TrueForAll(pairs, pair => Near(answer(pair.A, pair.B), other(pair.A, pair.B)));
        if (Is(Math.Max))
            return null;
        if (Is(Math.Min))
            return "That is the smaller one. Turn a difference or a sign around.";
        if (Is((a, b) => Math.Max(0, b - a)) || Is((a, b) => Math.Max(0, a - b)))
            return "That is how much one is above the other, or 0. What must it be added to?";
        if (Is((a, b) => Math.Max(0, a) + Math.Max(0, b)))
            return "ReLU compares with 0. Give it the difference of a and b, so that it compares them with each other.";
        (double x, double y) = Array.Find(pairs, pair => !Near(answer(pair.A, pair.B), Math.Max(pair.A, pair.B)));
        return FormattableString.Invariant($"For {x} and {y} it gives {answer(x, y):0.##}. Start with a, and add what is missing if b is larger.");
    }, "a + ReLU(b - a). So a network of ReLU units can sort, compare and pool.");

    /// <summary>04.5: a network of at most 30 parameters that learns the circles.</summary>
    /// <param name="model">The reader's model; the check trains it.</param>
    public static ExerciseResult SmallForCircles(Sequential? model) => Check("04.5", model, answer =>
    {
        if (answer.ParameterCount > MostParameters)
            return $"It has {answer.ParameterCount} parameters, and {MostParameters} are allowed. With one hidden layer of h units there are 2h + h in it and h + 1 after it.";
        Dataset circles = Synthetic.Circles(300, new MersenneTwister(1), noise: 0.1).WithTargetColumn();
        if (!answer.OutputShape(circles.Inputs.Shape).HasSizes(300, 1))
            return $"It should give one number for each point, but gives {answer.OutputShape(circles.Inputs.Shape)}.";
        if (answer.Children.All(layer => layer is Linear))
            return "There is no activation in it, so it is one straight line, however many layers there are.";
        Trainer trainer = new(answer, new BCEWithLogitsLoss(), new SGD(answer.Parameters, 0.1f, momentum: 0.9f));
        trainer.Fit(circles, epochs: 150, batchSize: 32, new MersenneTwister(9));
        double accuracy = trainer.Evaluate(circles).Accuracy ?? 0;
        return accuracy >= 0.95 ? null : FormattableString.Invariant($"It learned to get {100 * accuracy:0.#} % right. To close a ring takes at least three lines, and from an unlucky start more. Take more units, or another seed.");
    }, "A ring needs three straight pieces at least. A few units more make it less a matter of luck.");
}
