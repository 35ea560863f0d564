using static NeuroLab.Course.Exercises.Exercise;

namespace NeuroLab.Course.Exercises;

/// <summary>The checks of notebook 09, regularization.</summary>
public static class RegularizationExercises
{
    /// <summary>09.1: a weight of 2 after one step of L2 with rate 0.1 and λ = 0.5, the data silent.</summary>
    /// <param name="weight">The reader's number.</param>
    public static ExerciseResult OneStepOfDecay(double? weight) => Check("09.1", weight, answer => answer switch
    {
        _ when Close(answer, 1.9) => null,
        _ when Close(answer, 1.95) => "That is L1, which takes away rate × λ whatever the weight is. L2 takes rate × λ × w.",
        _ when Close(answer, 1.8) => "That is the gradient of λ w². With λ/2 w² the 2 cancels: the gradient is λ w.",
        _ when Close(answer, 2.1) => "You stepped up the penalty. A step goes against the gradient: subtract it.",
        _ when Close(answer, 1) => "The learning rate is missing: the step is 0.1 times the gradient λ w.",
        _ when Close(answer, 0.1) => "That is how much is taken away. What is left of 2?",
        _ when Close(answer, 2) => "The data's gradient is 0, but the penalty has one of its own: λ w.",
        _ => "The gradient of λ/2 w² is λ w = 0.5 × 2. The step is the rate times that, and it is subtracted.",
    }, "2 - 0.1 × 0.5 × 2 = 1.9. A part of the weight goes, 5 % of it, in each step.");

    /// <summary>09.2: the gradient of λ₁ |w| + λ₂/2 w².</summary>
    /// <param name="gradient">The reader's function of (w, λ₁, λ₂).</param>
    public static ExerciseResult ElasticGradient(Func<double, double, double, double>? gradient) => Check("09.2", gradient, answer =>
    {
        double positive = answer(2, 0.3, 0.5), negative = answer(-2, 0.3, 0.5), zero = answer(0, 0.3, 0.5);
        return (positive, negative) switch
        {
            _ when Close(positive, 1.3) && Close(negative, -1.3) && Close(zero, 0) => null,
            _ when Close(positive, 1.3) && Close(negative, -1.3) => "At w = 0 the answer should be 0: Math.Sign(0) is 0, but a comparison such as w > 0 decides for one side.",
            _ when Close(positive, 1.3) && Close(negative, -0.7) => "For a negative weight L1 pulls up too: its gradient is λ₁ sign(w), not λ₁.",
            _ when Close(positive, 1.6) && Close(negative, 1.6) => "That is the penalty itself. Its gradient is λ₁ sign(w) + λ₂ w.",
            _ when Close(positive, 2.3) => "The gradient of λ₂/2 w² is λ₂ w: the 2 cancels.",
            _ when Close(positive, 1.6) => "L1 pulls with the same force whatever the weight is: λ₁ sign(w), not λ₁ w.",
            _ when Close(positive, -1.3) => "That is the way the weight will go. The gradient points uphill, against it.",
            _ when Close(positive, 1) => "Only L2 is there. Add L1's part.",
            _ when Close(positive, 0.3) => "Only L1 is there. Add L2's part.",
            _ when Close(positive, 1.1) => "λ₁ and λ₂ have changed places.",
            _ => FormattableString.Invariant($"For w = 2, λ₁ = 0.3 and λ₂ = 0.5 it should be 0.3 + 0.5 × 2 = 1.3, but yours is {positive:0.####}."),
        };
    }, "The sign for L1, the weight itself for L2.");

    /// <summary>09.3: what dropout with p = 0.2 makes of an 8 that it lets pass in training.</summary>
    /// <param name="output">The reader's number.</param>
    public static ExerciseResult DropoutScale(double? output) => Check("09.3", output, answer => answer switch
    {
        _ when Close(answer, 10) => null,
        _ when Close(answer, 8) => "So it is in use. In training, those that pass make up for those that are dropped.",
        _ when Close(answer, 6.4) => "You multiplied by 1 - p. That would shrink the sum twice: divide by it.",
        _ when Close(answer, 40) => "You divided by p, the part that is dropped. Divide by the part that stays, 1 - p.",
        _ when Close(answer, 9.6) => "1 + p is not 1 / (1 - p): one of five is dropped, so four must carry what five did.",
        0 => "It would be 0 if it were dropped. This one is not.",
        _ => "Those that stay are multiplied by 1 / (1 - p), with p = 0.2.",
    }, "8 / 0.8 = 10: four of five times 10 makes 8 on average.");

    /// <summary>09.4: after which epoch early stopping with a patience of 3 ends the run.</summary>
    /// <param name="epoch">The reader's number.</param>
    public static ExerciseResult LastEpoch(int? epoch) => Check("09.4", epoch, answer => answer switch
    {
        8 => null,
        5 => "Epoch 5 is the best, and the one to go back to. But at that moment nobody knows: training goes on until the patience is used up.",
        7 => "Epochs 6 and 7 are two without a new best. The patience is 3.",
        6 => "Epoch 4 was worse than epoch 3, but epoch 5 is a new best: the count starts again there.",
        9 => "Epoch 9 would be better, but training has stopped before it.",
        10 => "That is the end of the list. Count epochs without a new best: three in a row come earlier.",
        4 => "A single worse epoch does not stop it. With a patience of 3, three in a row must bring no new best.",
        _ => "Note the best loss so far at each epoch, and count the epochs since the last new best. At three it stops.",
    }, "Best is epoch 5; 6, 7 and 8 bring nothing better. That 9 would have been best, it never learns.");

    /// <summary>09.5: which of four runs overfits and which underfits.</summary>
    /// <param name="runs">The reader's two letters.</param>
    public static ExerciseResult Diagnosis(string? runs) => Check("09.5", runs, answer => answer.Trim().ToUpperInvariant() switch
    {
        "BC" => null,
        "CB" => "Those are the two, in the other order: first the run that overfits.",
        "DC" or "DB" => "D overfits a little. But another run has a far wider gap between its two losses.",
        "BD" or "BA" => "B is right. The run that underfits is bad even at its own data.",
        "AC" => "C is right. In a run that overfits, the validation loss is far above the training loss.",
        { Length: not 2 } => "Give two letters, such as \"BA\": the run that overfits, then the one that underfits.",
        _ => "Overfitting: a wide gap between the two losses. Underfitting: both are high.",
    }, "B has learned by heart, C has learned nothing yet.");

    private static bool Close(double answer, double expected) => Math.Abs(answer - expected) < 1e-6;
}
