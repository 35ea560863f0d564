using static NeuroLab.Course.Exercises.Exercise;

namespace NeuroLab.Course.Exercises;

/// <summary>The checks of notebook 08, momentum and learning rate.</summary>
public static class MomentumExercises
{
    /// <summary>08.1: the velocity after the gradients 1, 1, 1 with beta 0.9.</summary>
    /// <param name="velocity">The reader's number.</param>
    public static ExerciseResult ThreeGradients(double? velocity) => Check("08.1", velocity, answer => answer switch
    {
        _ when Near(answer, 2.71) => null,
        _ when Near(answer, 1.9) => "That is after two gradients. One more: multiply by 0.9 and add 1.",
        _ when Near(answer, 3.439) => "That is after four gradients. The first one makes v = 1.",
        _ when Near(answer, 2.439) => "You multiplied by 0.9 once too often: v shrinks before the new gradient comes in, not after.",
        _ when Near(answer, 0.271) => "That is the other form, β v + (1 - β) g. Here the whole gradient is added.",
        _ when Near(answer, 3) => "That is the plain sum, with β = 1. Each step keeps 0.9 of what was there.",
        _ when Near(answer, 10) => "Ten is where it ends after very many steps. Here there are three.",
        _ => "Each step: v = 0.9 v + 1. Do it three times, from v = 0.",
    }, "1, 1.9, 2.71: on its way to ten.");

    /// <summary>08.2: the rate of plain descent with the stride of alpha 0.02 and beta 0.95.</summary>
    /// <param name="rate">The reader's number.</param>
    public static ExerciseResult SameStride(double? rate) => Check("08.2", rate, answer => answer switch
    {
        _ when Close(answer, 0.4) => null,
        _ when Close(answer, 0.02) => "That is α. Momentum adds up gradients that agree, so its stride is longer.",
        _ when Close(answer, 0.001) => "You multiplied by 1 - β. The stride is longer than α, not shorter: divide.",
        _ when Close(answer, 0.02 / 0.95) => "The sum of 1 + β + β² + ... is 1 / (1 - β), not 1 / β.",
        _ when Close(answer, 0.2) => "Ten times is right for β = 0.9. Here β is 0.95.",
        _ when Close(answer, 0.02 / 1.95) => "That is the stride where gradients fight. Where they agree it is α / (1 - β).",
        _ when Close(answer, 20) => "20 is the factor 1 / (1 - β). Multiply it by α.",
        _ => "The stride is α / (1 - β).",
    }, "0.02 / 0.05 = 0.4: twenty times α.");

    /// <summary>08.3: one step of momentum.</summary>
    /// <param name="step">The reader's function of (w, v, g, alpha, beta).</param>
    public static ExerciseResult MomentumStep(Func<double, double, double, double, double, (double W, double V)>? step) => Check("08.3", step, answer =>
    {
        const double W = 3, V = 4, G = -0.5, Alpha = 0.1, Beta = 0.8, Next = (Beta * V) + G;
        var (w, v) = answer(W, V, G, Alpha, Beta);
        bool Is(double expectedW, double expectedV) => Near(w, expectedW) && Near(v, expectedV);
        return 0 switch
        {
            _ when Is(W - (Alpha * Next), Next) => null,
            _ when Is(Next, W - (Alpha * Next)) => "The two are the other way round: first the new w, then the new v.",
            _ when Is(W + (Alpha * Next), Next) => "Your weight climbs. Downhill is minus: w - α v.",
            _ when Is(W - (Alpha * V), Next) => "The velocity is right, but the weight moves by the old one. Update v first, then move by the new v.",
            _ when Is(W - (Alpha * G), Next) => "The velocity is right, but the weight moves by the gradient alone. It should move by the new v.",
            _ when Is(W - Next, Next) => "The rate is missing: w - α v.",
            _ when Is(W - (Alpha * (V + G)), V + G) => "β is missing: only a part β of the old velocity is kept.",
            _ when Near(v, (Beta * V) + ((1 - Beta) * G)) => "That is the other form, with (1 - β) g. Here the whole gradient is added: β v + g.",
            _ when Near(v, Next) => "The new velocity is right. The weight should move by -α times that.",
            _ => FormattableString.Invariant($"For w = 3, v = 4, g = -0.5, α = 0.1 and β = 0.8 the new velocity is 2.7, but yours is {v:0.###}."),
        };
    }, "First the velocity, then the weight along it.");

    /// <summary>08.4: Adam's first step from 1 with gradient 0.0001 and rate 0.1.</summary>
    /// <param name="weight">The reader's number.</param>
    public static ExerciseResult FirstStepOfAdam(double? weight) => Check("08.4", weight, answer => answer switch
    {
        _ when Close(answer, 0.9, 1e-3) => null,
        _ when Close(answer, 1.1, 1e-3) => "The gradient is positive, so the loss falls when the weight shrinks.",
        _ when Close(answer, 1 - 1e-5, 1e-7) => "That is plain descent: rate times gradient. Adam divides the gradient by its usual size.",
        _ when Close(answer, 0.1, 1e-3) => "That is how far it moves. From 1, where is it then?",
        _ when Close(answer, 0.99, 1e-3) => "The mean is 0.1 g at first, but Adam makes up for that: it divides by 1 - 0.9.",
        _ when Close(answer, 1 - (0.1 * 0.1 / Math.Sqrt(0.001)), 1e-3) => "You left out the correction of the first steps: divide the means by 1 - 0.9 and 1 - 0.999.",
        _ when Close(answer, 1, 1e-7) => "It does move. After one step the mean of the gradient is g, and the root of the mean square is g as well.",
        _ => "After one step the corrected mean is g and the corrected mean square is g². What is g divided by its root?",
    }, "It moves by the rate, however small the gradient is. That is Adam's strength, and why it has trouble to come to rest.");

    /// <summary>08.5: the rate in the 25th epoch of 0.2 falling to a tenth every 10 epochs.</summary>
    /// <param name="rate">The reader's number.</param>
    public static ExerciseResult RateOfEpoch25(double? rate) => Check("08.5", rate, answer => answer switch
    {
        _ when Close(answer, 0.002) => null,
        _ when Close(answer, 0.02) => "That is after one fall. From the 21st epoch on there have been two.",
        _ when Close(answer, 0.0002) => "Three falls would be epoch 31. Round 24 / 10 down.",
        _ when Close(answer, 0.2 * Math.Pow(0.1, 2.4)) || Close(answer, 0.2 * Math.Pow(0.1, 2.5)) => "The rate falls in steps, not smoothly: the power is a whole number, rounded down.",
        _ when Close(answer, 0.05) => "Each fall is to a tenth, a factor of 0.1, not to a half.",
        _ when Close(answer, 0.2) => "That is where it starts. It has fallen by then.",
        0 => "It never reaches 0: each fall is to a tenth.",
        _ => "Count the falls before the 25th epoch, and multiply 0.2 by 0.1 for each.",
    }, "0.2 until epoch 10, 0.02 until 20, 0.002 until 30.");

    /// <summary>08.6: when a plateau schedule with patience 2 lowers the rate.</summary>
    /// <param name="epoch">The reader's number.</param>
    public static ExerciseResult PlateauFallsAfter(int? epoch) => Check("08.6", epoch, answer => answer switch
    {
        8 => null,
        7 => "After epoch 7 there are two without a better loss, 6 and 7. Two are borne.",
        4 => "After epoch 4 there are two, 3 and 4, and two are borne. Then epoch 5 is a new best.",
        5 => "Epoch 5 has the lowest loss so far, 0.39. That starts the count anew.",
        6 => "Epoch 6 is the third bad one in all, but epoch 5 in between was a new best and started the count anew.",
        3 => "One epoch without a better loss is borne, and so is a second one.",
        _ => "Go through the losses with the best so far in mind, and count the epochs in a row that don't beat it.",
    }, "6, 7 and 8 are three in a row that don't beat 0.39.");

    /// <summary>Agreement relative to the number itself: these answers are small.</summary>
    private static bool Close(double answer, double expected, double tolerance = 5e-3) =>
        Math.Abs(answer - expected) <= tolerance * Math.Abs(expected);
}
