using static NeuroLab.Course.Exercises.Exercise;

namespace NeuroLab.Course.Exercises;

/// <summary>The checks of notebook 08, momentum and learning rate.</summary>
public static class MomentumExercises
{
    /// <summary>08.1: the velocity after the gradients 1, 1, 1 with beta 0.9.</summary>
    /// <param name="velocity">The reader's number.</param>
    public static ExerciseResult ThreeGradients(double? velocity) => Check("08.1", velocity, answer => answer switch
    {
        _ when Near(answer, 2.71, 2e-3) => null,
        _ when Near(answer, 1.9) => "That is after two gradients. One more: multiply by 0.9 and add 1.",
        _ when Near(answer, 3.439) => "That is after four gradients. The first one makes v = 1.",
        _ when Near(answer, 2.439) => "You multiplied by 0.9 once too often: v shrinks before the new gradient comes in, not after.",
        _ when Near(answer, 0.271) => "That is the other form, β v + (1 - β) g. Here the whole gradient is added.",
        _ when Near(answer, 3) => "That is the plain sum, with β = 1. Each step keeps 0.9 of what was there.",
        _ when Near(answer, 2.7) => "The first gradient comes in whole: v = 0.9 × 0 + 1. Only what was there before is multiplied by 0.9.",
        _ when Near(answer, 0.81) || Near(answer, 0.729) => "That is what is left of the first gradient alone. The other two are added.",
        _ when Near(answer, 1) => "1 is v after the first gradient. Two more come in.",
        _ when Near(answer, 10) => "Ten is where it ends after very many steps. Here there are three.",
        _ => "From v = 0, what is v after the first gradient? And what does each further one make of it?",
    }, "1, 1.9, 2.71: on its way to ten.");

    /// <summary>08.2: the rate of plain descent with the stride of alpha 0.02 and beta 0.95.</summary>
    /// <param name="rate">The reader's number.</param>
    public static ExerciseResult SameStride(double? rate) => Check("08.2", rate, answer => answer switch
    {
        _ when Close(answer, 0.4) => null,
        _ when Close(answer, -0.4) => "The size is right. A rate is above 0: it is 1 - β that stands below, not β - 1.",
        _ when Close(answer, 0.02) => "That is α. Momentum adds up gradients that agree, so its stride is longer.",
        _ when Close(answer, 0.001) => "You multiplied by 1 - β. The stride is longer than α, not shorter: divide.",
        _ when Close(answer, 0.02 / 0.95) => "The sum of 1 + β + β² + ... is 1 / (1 - β), not 1 / β.",
        _ when Close(answer, 0.019) => "You multiplied α by β. Gradients that agree add up: what do they add up to?",
        _ when Close(answer, 0.2) => "Ten times is right for β = 0.9. Here β is 0.95.",
        _ when Close(answer, 0.02 / 1.95) => "That is the stride where gradients fight. Where they agree it is longer than α.",
        _ when Close(answer, 20) => "20 is the factor 1 / (1 - β). The stride has α in it too.",
        _ when answer == 0 => "0: is there a division of whole numbers in it? In C# 2 / 100 is 0, and 2.0 / 100 is 0.02.",
        _ => "How large does v become if every gradient is 1 and β is 0.95? And how far does w then move in each step?",
    }, "0.02 / 0.05 = 0.4: twenty times α.");

    /// <summary>08.3: one step of momentum.</summary>
    /// <param name="step">The reader's function of (w, v, g, alpha, beta).</param>
    public static ExerciseResult MomentumStep(Func<double, double, double, double, double, (double W, double V)>? step) => Check("08.3", step, answer =>
        FunctionCheck.Hint<(double W, double V, double G, double Alpha, double Beta)>(
            () => [(3, 4, -0.5, 0.1, 0.8), (-1, 0.5, 2, 0.3, 0.6)],
            c => Pair(answer(c.W, c.V, c.G, c.Alpha, c.Beta)),
            c => [c.W - (c.Alpha * Next(c)), Next(c)],
            (_, _, _) => "First: what is left of the old velocity, and what is added to it? Then: how far, and which way, does the weight move?",
            [
                (c => [Next(c), c.W - (c.Alpha * Next(c))], "The two are the other way round: first the new w, then the new v."),
                (c => [c.W + (c.Alpha * Next(c)), Next(c)], "Your weight climbs. Downhill is minus: w - α v."),
                (c => [c.W - (c.Alpha * c.V), Next(c)], "The velocity is right, but the weight moves by the old one. Update v first, then move by the new v."),
                (c => [c.W - (c.Alpha * c.G), Next(c)], "The velocity is right, but the weight moves by the gradient alone. It should move by the new v."),
                (c => [c.W - Next(c), Next(c)], "The rate is missing where the weight moves."),
                (c => [c.W - (c.Alpha * (c.V + c.G)), c.V + c.G], "β is missing: only a part β of the old velocity is kept."),
                (c => [c.W - (c.Alpha * ((c.Beta * c.V) - c.G)), (c.Beta * c.V) - c.G], "The gradient has the wrong sign: it is added to the velocity, and the minus stands where the weight moves."),
                (c => [c.W + (c.Beta * c.V) - (c.Alpha * c.G), (c.Beta * c.V) - (c.Alpha * c.G)], "That is a form with the rate and the minus inside v. It makes the same weights, but its v is not the one asked for: here v takes the whole gradient, and the weight moves against it."),
                (c => [c.W - ((c.Beta * c.V) + (c.Alpha * c.G)), (c.Beta * c.V) + (c.Alpha * c.G)], "Your rate is inside the velocity: v = β v + α g. Here v takes the whole gradient, and α stands where the weight moves."),
                (c => [c.W - (c.Alpha * Mixed(c)), Mixed(c)], "That is the other form, with (1 - β) g. Here the whole gradient is added to the velocity."),
                (c => [c.W - (c.Alpha * c.Beta * (c.V + c.G)), c.Beta * (c.V + c.G)], "β multiplies the old velocity only, not the gradient that comes in."),
                (c => [c.W - (c.Alpha * ((c.Alpha * c.V) + c.G)), (c.Alpha * c.V) + c.G], "α and β have changed places: the part of the velocity that is kept is β."),
                (c => [c.W - (c.Alpha * c.G), c.G], "That is plain descent: the old velocity has no part in it."),
                (c => [c.W, Next(c)], "The velocity is right, but the weight stays where it was."),
            ]),
        "First the velocity, then the weight along it.");

    /// <summary>08.4: where Adam takes a weight.</summary>
    /// <param name="path">The reader's function of (gradients, rate): the weight at the end, from 0.</param>
    public static ExerciseResult AdamPath(Func<double[], double, double>? path) => Check("08.4", path, answer => FunctionCheck.Hint<(double[] G, double Rate)>(
        () => [([2, -0.5, 1], 0.5), ([0.0001], 2), ([3, 1, 4, -1, 5], 1)],
        c => [answer([.. c.G], c.Rate)],
        c => [-Adam(c)],
        (_, _, _) => "Take a single gradient, 0.0001: what are the two means after it, corrected, and how far does the weight move? Does your code give that?",
        [
            (c => [Adam(c)], "Your weight climbs where the gradient is above 0. Each step goes against the mean gradient."),
            (c => [-Adam(c, meanPower: 0, squarePower: 0)], "The correction of the first steps is missing: both means start at 0 and are too small at first."),
            (c => [-Adam(c, squarePower: 0)], "You correct the mean of the gradients, but not the mean of their squares."),
            (c => [-Adam(c, meanPower: 0)], "You correct the mean of the squares, but not the mean of the gradients."),
            (c => [-Adam(c, from: 0)], "Your t starts at 0, so the first correction divides by 0. The first step is t = 1."),
            (c => [-Adam(c, root: false)], "The root is missing: the mean gradient is divided by the root of the mean square."),
            (c => [-Adam(c, beta1: 0.999, beta2: 0.9)], "The two β have changed places: 0.9 for the gradients, 0.999 for their squares."),
            (c => [-Adam(c, beta1: 0)], "The gradient itself is divided. In Adam its running mean takes its place: momentum."),
            (c => [-Adam(c, beta2: 0.9)], "The squares have 0.9 too. Their mean is slower, with 0.999."),
            (c => [-Adam(c, whole: true)], "Your running means add the whole gradient. A mean keeps β of itself and takes 1 - β of what is new."),
            (c => [-c.Rate * c.G.Sum()], "That is plain descent. Adam divides by the usual size of the gradients."),
            (c => [-c.Rate * c.G.Sum(Math.Sign)], "Each of your steps is as long as the rate. That holds for the first one; then the means remember older gradients."),
            (c => [-Adam((c.G[..1], c.Rate))], "That is the weight after the first gradient. Go on through all of them."),
        ]),
        "After the first gradient it moves by the rate, however small that gradient is. That is Adam's strength, and why it has trouble to come to rest.");

    /// <summary>08.5: a schedule of steps.</summary>
    /// <param name="schedule">The reader's function of (epoch from 0, start, gamma, every): the rate in that epoch.</param>
    public static ExerciseResult StepSchedule(Func<int, double, double, int, double>? schedule) => Check("08.5", schedule, answer =>
        FunctionCheck.Hint<(int Epoch, double Start, double Gamma, int Every)>(
            () => [(0, 8, 0.5, 10), (9, 8, 0.5, 10), (10, 8, 0.5, 10), (24, 80, 0.1, 10), (34, 90, 0.3, 12)],
            c => [answer(c.Epoch, c.Start, c.Gamma, c.Every)],
            c => [c.Start * Math.Pow(c.Gamma, c.Epoch / c.Every)],
            (_, _, _) => "How many falls lie before epoch 24 if there is one every 10 epochs? And what does each do to the rate?",
            [
                (c => [c.Start * Math.Pow(c.Gamma, (double)c.Epoch / c.Every)], "Your rate falls smoothly. In steps the power is a whole number: how often has it fallen by then?"),
                (c => [c.Start * Math.Pow(c.Gamma, Math.Round((double)c.Epoch / c.Every))], "You round to the nearest whole number, so the rate falls half a stretch too early. Round down."),
                (c => [c.Start * Math.Pow(c.Gamma, Math.Ceiling((double)c.Epoch / c.Every))], "You round up, so the rate has fallen already in epoch 1. Round down."),
                (c => [c.Start * Math.Pow(c.Gamma, (c.Epoch + 1) / c.Every)], "Your rate falls one epoch early. Epochs count from 0 here: epoch 9 is the tenth, and still has the first rate."),
                (c => [c.Start * Math.Pow(c.Gamma, (c.Epoch - 1) / c.Every)], "Your rate falls one epoch late. Epochs count from 0 here: epoch 10 is the eleventh, and the first with the lower rate."),
                (c => [c.Start * Math.Pow(c.Gamma, (c.Epoch / c.Every) + 1)], "Your rate has fallen once too often: in epoch 0 it is the start."),
                (c => [c.Start * Math.Pow(c.Gamma, c.Epoch)], "That is exponential decay, which falls at each epoch. In steps it falls every so many epochs."),
                (c => [c.Epoch < c.Every ? c.Start : c.Start * c.Gamma], "It falls once, and then no more. There is a fall every so many epochs."),
                (c => [c.Start * c.Gamma * (c.Epoch / c.Every)], "Falls multiply: two of them are γ × γ, not 2 γ."),
                (c => [c.Start - (c.Gamma * (c.Epoch / c.Every))], "You subtract γ at each fall. A fall is to a part γ of what was there."),
                (c => [c.Start * Math.Pow(c.Gamma, c.Epoch % c.Every)], "The rest of the division says how long ago the last fall was. How many falls were there?"),
                (c => [c.Start / Math.Pow(c.Gamma, c.Epoch / c.Every)], "Your rate rises: you divide by the power."),
                (c => [Math.Pow(c.Gamma, c.Epoch / c.Every)], "The start is missing: it is multiplied by the power."),
            ]),
        "From 80, with γ = 0.1 every 10 epochs, epoch 24 has 0.8: two falls.");

    /// <summary>08.6: when a plateau schedule lowers the rate.</summary>
    /// <param name="falls">The reader's function of (losses, patience): the epoch, from 1, after which the rate falls; 0 for never.</param>
    public static ExerciseResult PlateauFalls(Func<double[], int, int>? falls) => Check("08.6", falls, answer => FunctionCheck.Hint<(double[] Losses, int Patience)>(
        () => [
            ([0.50, 0.40, 0.41, 0.42, 0.39, 0.40, 0.41, 0.43], 2), ([0.5, 0.3, 0.4, 0.35, 0.34, 0.33], 2), ([0.5, 0.4, 0.3], 1),
            ([0.7, 0.7, 0.7, 0.7, 0.7], 3), ([0.9, 0.8, 0.85, 0.7, 0.75, 0.76], 1), ([0.4, 0.5], 0),
        ],
        c => [answer([.. c.Losses], c.Patience)],
        c => [Falls(c)],
        (_, _, _) => "Go through your code with 0.50, 0.40, 0.41, 0.42, 0.39 and patience 2: what is the best so far, and how many epochs since, after each?",
        [
            (c => [Falls(c, Math.Max(0, c.Patience - 1))], "Your rate falls one epoch early: so many epochs are borne, and the one after them lowers it."),
            (c => [Falls(c, c.Patience + 1)], "Your rate falls one epoch late: with patience 2 the third epoch without a new best lowers it."),
            (c => [Math.Max(0, Falls(c) - 1)], "You count epochs from 0. The first one is 1."),
            (c => [Falls(c) - 1], "You count epochs from 0, or give -1 for never. The first epoch is 1, and never is 0."),
            (c => [Falls(c) == 0 ? -1 : Falls(c)], "Never should be 0, but yours gives -1."),
            (c => [Falls(c) == 0 ? c.Losses.Length : Falls(c)], "If the rate never falls the answer is 0, but yours gives the last epoch."),
            (c => [Falls(c, keepsCount: true)], "A new best starts the count anew. Yours counts all epochs that brought none."),
            (c => [Falls(c, againstLast: true)], "You compare with the epoch before. What counts is the best so far."),
            (c => [Falls(c, equalCounts: true)], "As low as the best is not better: an equal loss does not start the count anew."),
            (c => [c.Losses.ToList().IndexOf(c.Losses.Min()) + 1], "That is the best epoch. Go on from there and count those that bring nothing better."),
        ]),
        "In the example 6, 7 and 8 are three in a row that don't beat 0.39.");

    /// <summary>Agreement relative to the number itself: these answers are small.</summary>
    private static bool Close(double answer, double expected, double tolerance = 5e-3) =>
        Math.Abs(answer - expected) <= tolerance * Math.Abs(expected);

    private static double[] Pair((double W, double V) answer) => [answer.W, answer.V];

    private static double Next((double W, double V, double G, double Alpha, double Beta) c) => (c.Beta * c.V) + c.G;

    private static double Mixed((double W, double V, double G, double Alpha, double Beta) c) => (c.Beta * c.V) + ((1 - c.Beta) * c.G);

    /// <summary>How far Adam moves against the gradients; the settings other than the standard ones are mistakes.</summary>
    private static double Adam((double[] G, double Rate) c, double beta1 = 0.9, double beta2 = 0.999, int meanPower = 1, int squarePower = 1, int from = 1, bool root = true, bool whole = false)
    {
        double mean = 0, square = 0, moved = 0;
        for (int i = 0; i < c.G.Length; i++)
        {
            int t = i + from;
            mean = (beta1 * mean) + ((whole ? 1 : 1 - beta1) * c.G[i]);
            square = (beta2 * square) + ((whole ? 1 : 1 - beta2) * c.G[i] * c.G[i]);
            double m = mean / Math.Pow(1 - Math.Pow(beta1, t), meanPower), s = square / Math.Pow(1 - Math.Pow(beta2, t), squarePower);
            moved += c.Rate * m / ((root ? Math.Sqrt(s) : s) + 1e-8);
        }
        return moved;
    }

    private static int Falls((double[] Losses, int Patience) c, int? patience = null, bool keepsCount = false, bool againstLast = false, bool equalCounts = false)
    {
        double best = double.PositiveInfinity;
        int without = 0;
        for (int epoch = 1; epoch <= c.Losses.Length; epoch++)
        {
            double loss = c.Losses[epoch - 1];
            bool better = loss < best || (equalCounts && loss == best);
            without = !better ? without + 1 : keepsCount ? without : 0;
            best = againstLast ? loss : Math.Min(best, loss);
            if (without > (patience ?? c.Patience))
                return epoch;
        }
        return 0;
    }
}
