using static NeuroLab.Course.Exercises.Exercise;

namespace NeuroLab.Course.Exercises;

/// <summary>The checks of notebook 01, the neuron.</summary>
public static class NeuronExercises
{
    private static readonly (double X1, double X2)[] Corners = [(0, 0), (0, 1), (1, 0), (1, 1)];

    /// <summary>01.1: the weighted sum for the roll 2, 6, 5 under the weights 1, 1, 1 and the bias -10.5.</summary>
    /// <param name="z">The reader's number.</param>
    public static ExerciseResult WeightedSum(double? z) => Check("01.1", z, answer => answer switch
    {
        _ when Near(answer, 2.5) => null,
        _ when Near(answer, 13) => "13 is the sum of the dots. The bias is still missing: add -10.5.",
        _ when Near(answer, 23.5) => "The bias is negative: adding -10.5 makes the sum smaller.",
        _ when Near(answer, 1) => "1 is what the step makes of it. The question is for z, the number before the step.",
        _ => "Multiply the dots of each die by its weight, add the three products, then add the bias.",
    }, "z = 2 + 6 + 5 - 10.5 = 2.5. It is above 0, so the neuron says big.");

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

    /// <summary>01.4: the slope of tanh.</summary>
    /// <param name="slope">The reader's function of z.</param>
    public static ExerciseResult TanhSlope(Func<double, double>? slope) => Check("01.4", slope, answer =>
    {
        double[] places = [-2, -0.5, 0, 1, 3];
        bool Is(Func<double, double> other) => Array.TrueForAll(places, z => Near(answer(z), other(z)));
        if (Is(z => 1 - Math.Tanh(z) * Math.Tanh(z)))
            return null;
        if (Is(z => 1 - Math.Tanh(z)))
            return "Almost: tanh(z) must be squared.";
        if (Is(z => Math.Tanh(z) * (1 - Math.Tanh(z))))
            return "That is the rule of the sigmoid, y (1 - y). For tanh it is 1 - y².";
        if (Is(Math.Tanh))
            return "That is tanh itself. The question is for its slope.";
        double wrong = Array.Find(places, z => !Near(answer(z), 1 - Math.Tanh(z) * Math.Tanh(z)));
        double h = 1e-4, measured = (Math.Tanh(wrong + h) - Math.Tanh(wrong - h)) / (2 * h);
        return $"At z = {wrong} your slope is {answer(wrong):0.####}, but tanh rises by {measured:0.####} for each step of 1 there. Write y for tanh(z): the slope is 1 - y².";
    }, "1 - tanh(z)² is 1 at z = 0, four times the steepest slope of the sigmoid, and falls to 0 on both sides.");

    /// <summary>01.5: the output neuron that makes XOR out of an OR neuron and an AND neuron.</summary>
    /// <param name="neuron">The reader's weights and bias: the weight of OR, the weight of AND, b.</param>
    public static ExerciseResult Xor((double W1, double W2, double B)? neuron) => Check("01.5", neuron, answer =>
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

    private static bool Fires((double W1, double W2, double B) neuron, double x1, double x2) => neuron.W1 * x1 + neuron.W2 * x2 + neuron.B > 0;

    private static int[] Fires((double W1, double W2, double B) neuron) => [.. Corners.Select(corner => Fires(neuron, corner.X1, corner.X2) ? 1 : 0)];
}
