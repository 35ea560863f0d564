using static NeuroLab.Course.Exercises.Exercise;

namespace NeuroLab.Course.Exercises;

/// <summary>The checks of notebook 09, regularization.</summary>
public static class RegularizationExercises
{
    /// <summary>09.1: one step of gradient descent under L1, with the soft threshold.</summary>
    /// <param name="step">The reader's function of (w, g, rate, λ).</param>
    public static ExerciseResult SparseStep(Func<double, double, double, double, double>? step) => Check("09.1", step, answer =>
        FunctionCheck.Hint<(double W, double G, double Rate, double Lambda)>(
            () => [(2, 1, 0.5, 0.6), (-2, 1, 0.5, 0.6), (0.3, 0.2, 0.5, 0.6), (-0.1, 0, 0.5, 0.6), (0.2, -1, 0.5, 0.6), (0.2, 1, 0.5, 0.4)],
            c => [answer(c.W, c.G, c.Rate, c.Lambda)],
            c => [Soft(c.W - (c.Rate * c.G), c.Rate * c.Lambda)],
            (_, _, _) => "Where does the data's gradient alone lead? And what does the soft threshold make of that place, on either side of 0?",
            [
                (c => [c.W - (c.Rate * (c.G + (c.Lambda * Math.Sign(c.W))))], "That is the plain gradient step of L1. It hops across 0: apply the soft threshold after the data's step instead."),
                (c => [Soft(c.W - (c.Rate * c.G), c.Lambda)], "Your threshold is λ. A step takes off the rate times λ, as it takes the rate times the gradient."),
                (c => [Soft(c.W - (c.Rate * c.G), c.Rate)], "Your threshold is the rate alone: λ has a part in it."),
                (c => [Soft(c.W, c.Rate * c.Lambda) - (c.Rate * c.G)], "The threshold comes last. Yours is applied before the data's step, which then leads away from 0 again."),
                (c => [Soft(c.W + (c.Rate * c.G), c.Rate * c.Lambda)], "The data's step climbs: it goes against the gradient, with a minus."),
                (c => [Soft(c.W - c.G, c.Rate * c.Lambda)], "The data's step is the rate times the gradient. The rate is missing there."),
                (c => [Math.Max(c.W - (c.Rate * c.G) - (c.Rate * c.Lambda), 0)], "A negative weight shrinks towards 0 from below, and stays negative. Shrink its size, and give it back its sign."),
                (c => [Math.Max(Math.Abs(c.W - (c.Rate * c.G)) - (c.Rate * c.Lambda), 0)], "The size is right, but negative weights lose their sign."),
                (c => [c.W - (c.Rate * (c.G + (c.Lambda * c.W)))], "That is a step of L2, which takes a part of the weight. L1 takes the same amount from all."),
                (c => [Hard(c.W - (c.Rate * c.G), c.Rate * c.Lambda)], "You set small weights to 0 and leave the others as they are. L1 takes the same amount off those too."),
                (c => [c.W - (c.Rate * c.G)], "The data's step is right. The price is missing: the soft threshold comes after it."),
                (c => [Soft(c.W, c.Rate * c.Lambda)], "The price is paid, but the data's gradient has no part in your step."),
                (c => [Shrunk(c)], "It can cross 0. A weight that is nearer to 0 than the threshold becomes exactly 0."),
            ]),
        "First where the data leads, then the price, and never past 0.");

    /// <summary>09.2: the gradient of λ₁ |w| + λ₂/2 w².</summary>
    /// <param name="gradient">The reader's function of (w, λ₁, λ₂).</param>
    public static ExerciseResult ElasticGradient(Func<double, double, double, double>? gradient) => Check("09.2", gradient, answer =>
        FunctionCheck.Hint<(double W, double L1, double L2)>(
            () => [(2, 0.3, 0.5), (-2, 0.3, 0.5), (0.7, 0.2, 3), (-3, 1.1, 0.4), (0, 0.3, 0.5)],
            c => [answer(c.W, c.L1, c.L2)],
            c => [(c.L1 * Math.Sign(c.W)) + (c.L2 * c.W)],
            (_, _, _) => "Take the two parts one by one: how steep is |w| at w = 2, and at w = -2? How steep is w² / 2 there?",
            [
                (c => [(c.W > 0 ? c.L1 : -c.L1) + (c.L2 * c.W)], "At w = 0 the answer should be 0. Yours decides for one side there."),
                (c => [(c.W >= 0 ? c.L1 : -c.L1) + (c.L2 * c.W)], "At w = 0 the answer should be 0. Yours decides for one side there."),
                (c => [(c.L1 * c.W / Math.Abs(c.W)) + (c.L2 * c.W)], "At w = 0 yours divides by 0. The answer there should be 0."),
                (c => [c.L1 + (c.L2 * c.W)], "|w| falls on the left of 0. Which sign has its slope there?"),
                (c => [(c.L1 * Math.Abs(c.W)) + (c.L2 / 2 * c.W * c.W)], "That is the penalty itself. The question is for its slope."),
                (c => [(c.L1 * Math.Sign(c.W)) + (2 * c.L2 * c.W)], "A factor 2 too much: the half before w² is there to cancel it."),
                (c => [(c.L1 * Math.Sign(c.W)) + (c.L2 / 2 * c.W)], "A factor 2 too little: the slope of w² is 2 w, and half of that is left."),
                (c => [(c.L1 * Math.Sign(c.W)) + (c.L2 / 2 * c.W * c.W)], "L1's part is right. The second part is still the penalty and not its slope."),
                (c => [(c.L1 * Math.Sign(c.W)) + (c.L2 * Math.Sign(c.W))], "L2 pulls in proportion to the weight, not with the same force for all."),
                (c => [(c.L1 * Math.Sign(c.W)) + (c.L2 * Math.Abs(c.W))], "L2's part has lost its sign: for a negative weight it is negative too."),
                (c => [(c.L1 * c.W) + (c.L2 * c.W)], "L1 pulls with the same force whatever the weight is. Yours grows with it."),
                (c => [(c.L1 * Math.Abs(c.W)) + (c.L2 * c.W)], "L2's part is right. The first part is still the penalty |w|: how steep is |w|?"),
                (c => [-(c.L1 * Math.Sign(c.W)) - (c.L2 * c.W)], "That is the way the weight will go. The gradient points uphill, against it."),
                (c => [c.L2 * c.W], "Only L2 is there. Add L1's part."),
                (c => [c.L1 * Math.Sign(c.W)], "Only L1 is there. Add L2's part."),
                (c => [(c.L2 * Math.Sign(c.W)) + (c.L1 * c.W)], "λ₁ and λ₂ have changed places."),
            ]),
        "The sign for L1, the weight itself for L2.");

    /// <summary>09.3: dropout in training.</summary>
    /// <param name="dropout">The reader's function of (the numbers, which of them are kept, p).</param>
    public static ExerciseResult DropoutForward(Func<double[], bool[], double, double[]>? dropout) => Check("09.3", dropout, answer =>
    {
        double[] numbers = [8, -2, 5, 3];
        bool[] kept = [true, false, true, true];
        string? hint = FunctionCheck.Hint<(double[] X, bool[] Kept, double P)>(
            () => [(numbers, kept, 0.2), (numbers, [false, true, true, false], 0.6), (numbers, [true, true, true, true], 0)],
            c => answer([.. c.X], [.. c.Kept], c.P),
            c => [.. Dropped(c, p => 1 / (1 - p))],
            (_, _, _) => "Of ten numbers with p = 0.2 eight stay. By how much must each grow for the sum to stay what it was?",
            [
                (c => [.. Dropped(c, _ => 1)], "What stays is not scaled. In use nothing is dropped, so in training it must be larger to make up for the zeros."),
                (c => [.. Dropped(c, p => 1 / p)], "You divide by p, the part that goes. Divide by the part that stays."),
                (c => [.. Dropped(c, p => p == 0 ? 1 : 1 / p)], "You divide by p, the part that goes. Divide by the part that stays."),
                (c => [.. Dropped(c, p => 1 - p)], "You multiply by 1 - p, which makes the sum smaller still. It should be made up for."),
                (c => [.. Dropped(c, p => 1 + p)], "1 + p is near for small p only. With p = 0.5 half is gone, and what stays counts twice."),
                (c => [.. Dropped((c.X, [.. c.Kept.Select(k => !k)], c.P), p => 1 / (1 - p))], "The other way round: where kept is true, the number stays."),
                (c => [.. c.X.Select(x => x / (1 - c.P))], "Nothing is dropped: where kept is false, 0 comes out."),
                (c => [.. c.X.Where((_, i) => c.Kept[i]).Select(x => x / (1 - c.P))], "Those that are dropped stay in their place, as 0. Yours are gone from the list."),
                (c => [.. c.X.Select((x, i) => c.Kept[i] ? x / (1 - c.P) : x)], "Where kept is false yours lets the number pass. It should be 0."),
            ]);
        if (hint is null)
            answer(numbers, kept, 0.2);
        return hint ?? (numbers is [8, -2, 5, 3] ? null : "Your function writes over the numbers that it was given. Put the results into an array of their own.");
    }, "On average what comes out is what went in, so in use the layer does nothing.");

    /// <summary>09.4: early stopping.</summary>
    /// <param name="stop">The reader's function of (losses, patience): the last epoch trained and the best, from 1.</param>
    public static ExerciseResult EarlyStop(Func<double[], int, (int Last, int Best)>? stop) => Check("09.4", stop, answer =>
        FunctionCheck.Hint<(double[] Losses, int Patience)>(
            () => [
                ([0.90, 0.70, 0.60, 0.65, 0.58, 0.61, 0.63, 0.62, 0.55, 0.70], 3), ([0.9, 0.5, 0.6, 0.55, 0.54, 0.7], 3),
                ([0.9, 0.8, 0.85, 0.7, 0.75, 0.76, 0.77], 2), ([0.9, 0.8, 0.7], 2), ([0.6, 0.6, 0.6, 0.6, 0.5], 2), ([0.5, 0.7, 0.4], 1),
            ],
            c => Both(answer([.. c.Losses], c.Patience)),
            c => Stopped(c),
            (_, _, _) => "Note the best so far after each epoch of 0.90, 0.70, 0.60, 0.65, 0.58 and the epochs since. When is the patience used up?",
            [
                (c => [.. Stopped(c).Reverse()], "The two are the other way round: first the last epoch trained, then the best."),
                (c => [.. Stopped(c).Select(epoch => epoch - 1)], "You count epochs from 0. The first one is 1."),
                (c => Stopped(c, c.Patience + 1), "It stops one epoch late: with patience 3 the third epoch in a row without a new best is the last."),
                (c => Stopped(c, Math.Max(1, c.Patience - 1)), "It stops one epoch early: with patience 3, two epochs without a new best are borne."),
                (c => [Stopped(c)[0], c.Losses.ToList().IndexOf(c.Losses.Min()) + 1], "Your best epoch lies behind the stop, where training never came."),
                (c => Stopped(c, keepsCount: true), "A new best starts the count anew. Yours counts all epochs that brought none."),
                (c => Stopped(c, againstLast: true), "You compare with the epoch before. What counts is the best so far."),
                (c => [Stopped(c)[0], Stopped(c)[0]], "The last epoch is right. The best is the one with the lowest loss, some epochs before."),
                (c => [Stopped(c)[1], Stopped(c)[1]], "The best is right. But at that moment nobody knows: training goes on until the patience is used up."),
                (c => [c.Losses.Length, c.Losses.ToList().IndexOf(c.Losses.Min()) + 1], "Yours never stops. Count the epochs since the last new best, and leave the loop when there are so many."),
                (c => Stopped(c, equalCounts: true), "As low as the best is no new best."),
                (c => [Stopped(c)[0] == c.Losses.Length ? 0 : Stopped(c)[0], Stopped(c)[1]], "If the patience is never used up, the last epoch is the end of the list."),
            ]),
        "In the example 5 is the best and 8 the last. That 9 would have been better, it never learns.");

    /// <summary>09.5: which of four runs overfits and which underfits.</summary>
    /// <param name="runs">The reader's two letters.</param>
    public static ExerciseResult Diagnosis(string? runs) => Check("09.5", runs, answer => Letters.In(answer) switch
    {
        "BC" => null,
        "CB" => "Those are the two, in the other order: first the run that overfits.",
        "DC" or "DB" => "D overfits a little. But another run has a far wider gap between its two losses.",
        "BD" or "BA" => "B is right. The run that underfits is bad even at its own data.",
        "AC" => "C is right. In a run that overfits, the validation loss is far above the training loss.",
        "BB" or "CC" or "AA" or "DD" => "They are two different runs: one has learned too much, one too little.",
        { Length: not 2 } => "Give two letters, such as \"AD\": the run that overfits, then the one that underfits.",
        _ => "In which run do the two losses lie furthest apart? In which are both high?",
    }, "B has learned by heart, C has learned nothing yet.");

    private static double Soft(double w, double by) => Math.Sign(w) * Math.Max(Math.Abs(w) - by, 0);

    private static double Hard(double w, double by) => Math.Abs(w) <= by ? 0 : w;

    private static double Shrunk((double W, double G, double Rate, double Lambda) c) =>
        c.W - (c.Rate * c.G) is var w ? w - (c.Rate * c.Lambda * Math.Sign(w)) : 0;

    private static IEnumerable<double> Dropped((double[] X, bool[] Kept, double P) c, Func<double, double> factor) =>
        c.X.Select((x, i) => c.Kept[i] ? x * factor(c.P) : 0);

    private static double[] Both((int Last, int Best) answer) => [answer.Last, answer.Best];

    private static double[] Stopped((double[] Losses, int Patience) c, int? patience = null, bool keepsCount = false, bool againstLast = false, bool equalCounts = false)
    {
        double lowest = double.PositiveInfinity;
        int best = 0, without = 0;
        for (int epoch = 1; epoch <= c.Losses.Length; epoch++)
        {
            double loss = c.Losses[epoch - 1];
            bool better = loss < lowest || (equalCounts && loss == lowest);
            without = !better ? without + 1 : keepsCount ? without : 0;
            best = better ? epoch : best;
            lowest = againstLast ? loss : Math.Min(lowest, loss);
            if (without >= (patience ?? c.Patience))
                return [epoch, best];
        }
        return [c.Losses.Length, best];
    }
}
