using static NeuroLab.Course.Exercises.Exercise;

namespace NeuroLab.Course.Exercises;

/// <summary>The checks of notebook 01, the neuron.</summary>
public static class NeuronExercises
{
    private static readonly (double X1, double X2)[] Corners = [(0, 0), (0, 1), (1, 0), (1, 1)];

    /// <summary>01.1: the weighted sum of a neuron with any number of inputs.</summary>
    /// <param name="weightedSum">The reader's function of x, w and b.</param>
    public static ExerciseResult WeightedSum(Func<double[], double[], double, double>? weightedSum) => Check("01.1", weightedSum, answer => FunctionCheck.Hint(
        () => new (double[] X, double[] W, double B)[] { ([3, 5, 6], [1, 1, 1], -10.5), ([2, -1], [0.5, 3], 4), ([1, 2, 3, 4, 5], [2, 0, -1, 0.5, 1], 0.25), ([7], [-2], -3) },
        neuron => [answer(neuron.X, neuron.W, neuron.B)],
        neuron => [Dot(neuron.X, neuron.W) + neuron.B],
        (neuron, given, expected) => FormattableString.Invariant(
            $"For x = {FunctionCheck.Text(neuron.X)}, w = {FunctionCheck.Text(neuron.W)} and b = {neuron.B} it should be {expected[0]}, but yours gives {given[0]:0.###}. What does the formula do with each pair?"),
        (neuron => [Dot(neuron.X, neuron.W)], "The bias is still missing: how many times does it enter the sum?"),
        (neuron => [Dot(neuron.X, neuron.W) - neuron.B], "The sign of the bias is turned: the formula adds it, and it may itself be negative."),
        (neuron => [Dot(neuron.X, neuron.W) + (neuron.X.Length * neuron.B)], "The bias is added once for each input. Should it stand inside the loop or outside?"),
        (neuron => [Dot(neuron.X, neuron.W) + neuron.B > 0 ? 1 : 0], "That is what the step makes of it. The question is for z, the number before the activation."),
        (neuron => [1 / (1 + Math.Exp(-Dot(neuron.X, neuron.W) - neuron.B))], "That is what the sigmoid makes of it. The question is for z, the number before the activation."),
        (neuron => [neuron.X.Sum() + neuron.B], "The weights never enter: each input counts the same for you. Where does w belong?"),
        (neuron => [neuron.X.Zip(neuron.W, (x, w) => x + w).Sum() + neuron.B], "Inputs and weights are added where they should meet in another way. Which one makes a weight of 0 ignore its input?"),
        (neuron => [(Dot(neuron.X, neuron.W) / neuron.X.Length) + neuron.B], "That is a mean of the products. A neuron takes their sum."),
        (neuron => [Dot(neuron.X[..^1], neuron.W[..^1]) + neuron.B], "The last input is left out: does your loop end one too early?"),
        (neuron => [Dot(neuron.X[1..], neuron.W[1..]) + neuron.B], "The first input is left out: arrays count from 0."),
        (neuron => [(neuron.X[^1] * neuron.W[^1]) + neuron.B], "Only the last product is left: does your loop add to the sum, or replace it?")),
        "The dot product of x and w, plus b, for as many inputs as there are.");

    /// <summary>01.2: a neuron that fires only if both inputs are 1.</summary>
    /// <param name="neuron">The reader's weights and bias: w1, w2, b.</param>
    public static ExerciseResult And((double W1, double W2, double B)? neuron) => Check("01.2", neuron, answer =>
    {
        int[] fired = Fires(answer);
        return fired switch
        {
            [0, 0, 0, 1] => null,
            [0, 1, 1, 1] => "That neuron computes OR: one input alone is enough for it. Make the bias more negative, so that only both together get above 0.",
            [0, 0, 0, 0] => "That neuron never fires. Both weights together must be larger than what the bias takes away.",
            [1, 1, 1, 1] => "That neuron always fires. With no input at all only the bias is left, so the bias must not be above 0.",
            [1, _, _, _] => "It fires for (0, 0). There only the bias is left, so the bias must be negative.",
            [_, 1, _, 0] or [_, _, 1, 0] => "It fires for one input alone but not for both: one of the weights is negative. Both inputs speak for firing.",
            _ => "One input alone makes it fire: its weight is larger than what the bias takes away.",
        };
    }, "It fires for (1, 1) alone. Many weights do that, as long as each alone is too small and both together are enough.");

    /// <summary>01.3: a neuron that fires if the first die shows more than the second.</summary>
    /// <param name="neuron">The reader's weights and bias: w1, w2, b.</param>
    public static ExerciseResult FirstDieIsLarger((double W1, double W2, double B)? neuron) => Check("01.3", neuron, answer =>
    {
        for (int first = 1; first <= 6; first++)
        {
            for (int second = 1; second <= 6; second++)
            {
                bool fires = Fires(answer, first, second);
                if (fires == first > second)
                    continue;
                string place = $"For the roll {first}, {second} it {(fires ? "fires" : "does not fire")}. ";
                if (answer.W1 <= 0 || answer.W2 >= 0)
                    return place + "The first die should speak for firing and the second against it: give the weights different signs.";
                if (!Near(answer.W1, -answer.W2))
                    return place + "Compare the size of the two weights: one dot more on either die must count the same.";
                return place + (first == second
                    ? "Equal dice are a tie: there the two products cancel, and the bias alone must keep it quiet."
                    : "The bias takes away too much: it must be smaller than what one dot is worth.");
            }
        }
        return null;
    }, "The weights are opposite, so z depends on the difference of the dice alone, and the bias settles the ties.");

    /// <summary>01.4: the part of the rolls that a neuron answers right.</summary>
    /// <param name="accuracy">The reader's function of rolls, labels and a neuron.</param>
    public static ExerciseResult Accuracy(Func<double[][], int[], Func<double[], bool>, double>? accuracy) => Check("01.4", accuracy, answer => FunctionCheck.Hint(
        () => new (double[][] Rolls, int[] Labels)[]
        {
            ([[1, 1], [6, 6], [2, 5], [6, 1]], [0, 1, 0, 1]), ([[6, 3], [1, 2], [5, 5], [2, 2], [4, 4]], [1, 0, 0, 0, 1]), ([[3, 3], [3, 4], [1, 1]], [1, 1, 1]),
        },
        game => [answer(game.Rolls, game.Labels, Fires)],
        game => [Right(game) / (double)game.Labels.Length],
        (game, given, expected) => FormattableString.Invariant(
            $"Of {game.Labels.Length} rolls {Right(game)} are answered right, so it should be {expected[0]:0.###}, but yours gives {given[0]:0.###}. When is an answer right: what has to agree with what?"),
        (game => [Right(game) / game.Labels.Length], "It gives whole numbers only: in C# a whole number divided by a whole number drops what stands after the point. What can you write to make one of them a double?"),
        (game => [Right(game)], "That is how many are right. Which part of all of them is it?"),
        (game => [100.0 * Right(game) / game.Labels.Length], "In percent, yes. As a part of 1, all right would be 1."),
        (game => [1 - (Right(game) / (double)game.Labels.Length)], "That is the part it gets wrong."),
        (game => [game.Rolls.Count(Fires) / (double)game.Labels.Length], "That is how often it says big. An answer is right if it agrees with its label, whichever that is."),
        (game => [game.Labels.Sum() / (double)game.Labels.Length], "That is the part of the labels that are 1: the neuron is never asked."),
        (game => [game.Rolls.Zip(game.Labels).Count(pair => pair.Second == 1 && Fires(pair.First)) / (double)game.Labels.Length], "You count the rolls that are big and called big. A small roll that is called small is right, too."),
        (game => [Right(game) / (game.Labels.Length - 1.0)], "You divide by one too few: how many rolls are there?"),
        (game => [Right(game) / 216.0], "You divide by 216, always. These are other rolls: how many are there?")),
        "Right answers, small ones and big ones, divided by all.");

    /// <summary>01.5: one update of the perceptron.</summary>
    /// <param name="update">The reader's function of x, label, w, b and the rate.</param>
    public static ExerciseResult PerceptronUpdate(Func<double[], double, double[], double, double, (double[] W, double B)>? update) => Check("01.5", update, answer => FunctionCheck.Hint(
        () => new Lesson[]
        {
            new([3, 5, 6], 0, [1, 1, 1], -10.5, 0.5), new([1, 2], 1, [-1, 0.5], -0.25, 0.1), new([2, 4], 1, [1, 1], -1, 0.2), new([1, -1, 0], 0, [-1, 1, 2], 0, 1),
        },
        lesson => answer(lesson.X, lesson.Label, lesson.W, lesson.B, lesson.Rate) is (not null, _) result ? [.. result.W, result.B] : null,
        lesson => Updated(lesson, lesson.Rate * (lesson.Label - lesson.Answer)),
        (lesson, given, expected) => FormattableString.Invariant(
            $"For x = {FunctionCheck.Text(lesson.X)}, label {lesson.Label} and the answer {lesson.Answer} the new weights and bias are {FunctionCheck.Text(expected)}, but yours are {FunctionCheck.Text(given)}. Which three numbers are multiplied for a weight, and which two for the bias?"),
        (lesson => [.. lesson.W, lesson.B], "Nothing moves, not even after a wrong answer. What is label - answer then?"),
        (lesson => Updated(lesson, -lesson.Rate * (lesson.Label - lesson.Answer)), "It moves the wrong way: after a 0 that should have been a 1, z must grow. Which of answer and label is subtracted from which?"),
        (lesson => Updated(lesson, lesson.Label - lesson.Answer), "The steps have the full length of the input. Where does the rate belong?"),
        (lesson => [.. Updated(lesson, lesson.Rate * (lesson.Label - lesson.Answer))[..^1], lesson.B], "The weights are right, and the bias never moves. What would its input be, if it had one?"),
        (lesson => [.. lesson.W.Select(w => w + (lesson.Rate * (lesson.Label - lesson.Answer))), lesson.B + (lesson.Rate * (lesson.Label - lesson.Answer))], "All weights move by the same amount. An input of 0 had no part in the mistake: what has to stand in the rule so that its weight stays?"),
        (lesson => Updated(lesson, lesson.Rate * (lesson.Label - Dot(lesson.X, lesson.W) - lesson.B)), "You compare the label with z. The perceptron compares it with its answer, 0 or 1."),
        (lesson => Updated(lesson, lesson.Rate * lesson.Label), "It moves after right answers, too. When is label - answer 0?"),
        (lesson => [.. Updated(lesson, lesson.Rate * (lesson.Label - lesson.Answer)).Zip([.. lesson.W, lesson.B], (after, before) => after - before)], "Those are the changes. Add them to the old weights and the old bias.")),
        "w + rate × (label - answer) × x, and the bias as if its input were 1. Rosenblatt proved that this ends wherever a ruler can part the classes.");

    /// <summary>01.6: the output neuron that makes XOR out of an OR neuron and an AND neuron.</summary>
    /// <param name="neuron">The reader's weights and bias: the weight of OR, the weight of AND, b.</param>
    public static ExerciseResult Xor((double W1, double W2, double B)? neuron) => Check("01.6", neuron, answer =>
    {
        foreach ((double x1, double x2) in Corners)
        {
            double or = x1 + x2 > 0 ? 1 : 0, and = x1 + x2 > 1 ? 1 : 0;
            bool fires = Fires(answer, or, and);
            if (fires == (x1 != x2))
                continue;
            string place = $"For the inputs {x1}, {x2} the OR neuron gives {or} and the AND neuron {and}, and yours {(fires ? "fires" : "does not fire")}. ";
            return place + (or, and) switch
            {
                (0, 0) => "With nothing coming in only the bias is left: it must not be above 0.",
                (1, 0) => "Here it should fire: the weight of OR must be larger than what the bias takes away.",
                _ => "Here it should be quiet: AND has to veto, so its weight must be negative, and strong enough.",
            };
        }
        return null;
    }, "OR but not AND: that is XOR. Three neurons in two layers do what one can't.");

    private static double Dot(double[] x, double[] w) => x.Zip(w, (xi, wi) => xi * wi).Sum();

    private static bool Fires(double[] roll) => roll.Sum() > 6.5;

    private static int Right((double[][] Rolls, int[] Labels) game) => game.Rolls.Zip(game.Labels).Count(pair => Fires(pair.First) == (pair.Second == 1));

    private static double[] Updated(Lesson lesson, double step) => [.. lesson.W.Zip(lesson.X, (w, x) => w + (step * x)), lesson.B + step];

    private static bool Fires((double W1, double W2, double B) neuron, double x1, double x2) => neuron.W1 * x1 + neuron.W2 * x2 + neuron.B > 0;

    private static int[] Fires((double W1, double W2, double B) neuron) => [.. Corners.Select(corner => Fires(neuron, corner.X1, corner.X2) ? 1 : 0)];

    /// <summary>One sample for the perceptron, and its weights before it.</summary>
    private sealed record Lesson(double[] X, double Label, double[] W, double B, double Rate)
    {
        internal double Answer => Dot(X, W) + B > 0 ? 1 : 0;
    }
}
