using NeuroLab.Course.Clinic;
using static NeuroLab.Course.Exercises.Exercise;

namespace NeuroLab.Course.Exercises;

/// <summary>The checks of notebook 11b, the clinic.</summary>
public static class ClinicExercises
{
    private const int Passing = 9;
    private static readonly int[] waiting = [2, 3, 4];

    // One of each illness, from starts that the notebook does not show; they are trained once, however often a doctor is tried.
    private static readonly Lazy<(Patient Patient, Illness Illness)[]> ward = new(() => [.. Enum.GetValues<Illness>().Select((illness, i) => (Patient.With(illness, 101 + i), illness))]);

    /// <summary>11b.1: the loss of guessing.</summary>
    /// <param name="guessing">The reader's function of the number of classes.</param>
    public static ExerciseResult Guessing(Func<int, double>? guessing) => Check("11b.1", guessing, answer => FunctionCheck.Hint<int>(
        () => [2, 10, 26, 1000],
        classes => [answer(classes)],
        classes => [Math.Log(classes)],
        (classes, given, _) => $"With {classes} classes yours gives {FunctionCheck.Text(given)}. What probability does the right class get, and what does cross-entropy make of it?",
        [
            (classes => [-Math.Log(classes)], "The sign is turned: a loss is not below 0. Cross-entropy is minus the logarithm of a probability below 1."),
            (classes => [Math.Log10(classes)], "That is the logarithm to base 10. Cross-entropy takes the natural one, Math.Log."),
            (classes => [Math.Log2(classes)], "That is the logarithm to base 2, bits. Cross-entropy takes the natural one, Math.Log."),
            (classes => [1.0 / classes], "That is the probability of the right class. Which function of it is the loss?"),
            (classes => [1 - (1.0 / classes)], "That is how often guessing is wrong. Cross-entropy looks at the logarithm of the probability."),
            (_ => [double.PositiveInfinity], "1 / classes of whole numbers is 0, and the logarithm of 0 is infinite. Divide 1.0 by it."),
            (_ => [Math.Log(10)], "That is right for ten classes only. The number of classes comes in as an argument."),
            (classes => [Math.Log(classes) / classes], "You divide by the number of classes. Only the right class counts, and the sum over classes has one term."),
            (classes => [classes * Math.Log(classes)], "You add up all classes. Only the right one counts."),
            (classes => [Math.Exp(-classes)], "The exponential runs the other way. From a probability to a loss goes the logarithm."),
        ]), "Whoever knows nothing pays the logarithm of the number of classes.");

    /// <summary>11b.2: the share of silent units.</summary>
    /// <param name="silent">The reader's function of outputs (sample, unit).</param>
    public static ExerciseResult Silent(Func<double[][], double>? silent) => Check("11b.2", silent, answer => FunctionCheck.Hint<double[][]>(
        () =>
        [
            [[0, 1, 0, 2, 0], [0, 0, 0, 3, 1], [0, 4, 0, 0, 0]],
            [[1, 2], [0, 3], [4, 0], [0, 1]],
            [[0, 0, 0, 0], [0, 0, 0, 0]],
            [[0, 0.5, 0, 0], [0, 0, 0, 0]],
        ],
        outputs => [answer([.. outputs.Select(sample => (double[])sample.Clone())])],
        outputs => [Share(outputs, unit => unit.All(value => value == 0))],
        (outputs, given, _) => $"Of {outputs.Length} samples and {outputs[0].Length} units yours gives {FunctionCheck.Text(given)}. Which numbers belong to one unit, and what must hold for all of them?",
        [
            (outputs => [outputs.Average(sample => sample.Average(value => value == 0 ? 1.0 : 0))], "That is the share of zeros. A unit is silent when it gives 0 for every sample, so ask unit by unit."),
            (outputs => [Share(outputs, unit => unit.Contains(0))], "You count units that are 0 for some sample. A unit that speaks for one sample is not silent."),
            (outputs => [outputs.Average(sample => sample.All(value => value == 0) ? 1.0 : 0)], "You ask of each sample whether all units are 0. Ask of each unit whether it is 0 for all samples."),
            (outputs => [Share(outputs, unit => !unit.All(value => value == 0))], "That is the share of those that speak."),
            (outputs => [outputs[0].Length * Share(outputs, unit => unit.All(value => value == 0))], "That is how many there are. The share is out of all units."),
            (outputs => [100 * Share(outputs, unit => unit.All(value => value == 0))], "That is in percent. The share goes from 0 to 1."),
            (outputs => [Math.Floor(Share(outputs, unit => unit.All(value => value == 0)))], "Whole numbers are divided as whole numbers, so your share is 0 or 1. Let one of the two be a double."),
            (outputs => [(double)outputs[0].Length * Share(outputs, unit => unit.All(value => value == 0)) / outputs.Length], "You divide by the number of samples. The share is out of all units."),
            (outputs => [Share([outputs[0]], unit => unit[0] == 0)], "You look at the first sample alone. A unit may speak for another one."),
            (outputs => [Share(outputs, unit => unit.Sum() < 1)], "A unit that speaks softly is not silent."),
        ]), "Unit by unit, over all samples.");

    /// <summary>11b.3: unseen values, scaled as the training values are.</summary>
    /// <param name="scale">The reader's function of the training values and the unseen ones.</param>
    public static ExerciseResult Scale(Func<double[], double[], double[]>? scale) => Check("11b.3", scale, answer =>
    {
        double[] seen = [1, 3, 5, 11], later = [2, 8], untouched = [.. seen, .. later];
        string? hint = FunctionCheck.Hint<(double[] Train, double[] Unseen)>(
            () => [(seen, later), ([-2, 0, 2, 4, 6], [7, 5, 5, 1]), ([3, 3, 3], [3, 3]), ([0.5, 0.25], [0.4, 0.1, 0.9])],
            c => answer([.. c.Train], [.. c.Unseen]),
            c => Scaled(c.Train, c.Unseen),
            (_, _, _) => "Which two numbers are taken from the training values? And what is done with each unseen one?",
            [
                (c => Scaled(c.Unseen, c.Unseen), "Mean and deviation come from the unseen values. The network knows only the scale of the training, so take both from there."),
                (c => Scaled(c.Train, c.Train), "You scale the training values. The unseen ones are asked for."),
                (c => Scaled([.. c.Train, .. c.Unseen], c.Unseen), "You measure over both. What has not been seen has no say: take mean and deviation from the training values."),
                (c => [.. c.Unseen.Select(v => (v - c.Train.Average()) / Deviation(c.Train))], "Training values that are all the same have the deviation 0, and 0 / 0 is no number. Divide by something else then."),
                (c => [.. c.Unseen.Select(v => v - c.Train.Average())], "The mean is gone, but the spread is as it was. What is it divided by?"),
                (c => [.. c.Unseen.Select(v => v / Safe(Deviation(c.Train)))], "The spread is right. The mean of the training is not subtracted."),
                (c => [.. c.Unseen.Select(v => (v - c.Train.Average()) / Safe(Deviation(c.Train) * Deviation(c.Train)))], "You divide by the variance. Its root, the standard deviation, is asked for."),
                (c => [.. c.Unseen.Select(v => (v - c.Train.Average()) / Safe(Deviation(c.Train) * Math.Sqrt(c.Train.Length / (c.Train.Length - 1.0))))], "Your deviation divides by n - 1. Here it is the root of the mean, over all n."),
                (c => [.. c.Unseen.Select(v => (v - c.Train.Average()) / Safe(Deviation(c.Train) * Math.Sqrt(c.Train.Length)))], "Your deviation is the root of the sum of squares. It is the root of their mean."),
                (c => [.. c.Unseen.Select(v => (v - c.Train.Average()) / Safe(Deviation(c.Unseen)))], "The mean comes from the training, the deviation from the unseen values. Take both from the training."),
                (c => [.. c.Unseen.Select(v => (v - c.Unseen.Average()) / Safe(Deviation(c.Train)))], "The deviation comes from the training, the mean from the unseen values. Take both from the training."),
                (c => [.. Scaled(c.Train, c.Unseen).Select(v => -v)], "The sign is turned: mean minus value, in place of value minus mean."),
                (c => [.. c.Unseen.Select(v => (v - c.Train.Min()) / Safe(c.Train.Max() - c.Train.Min()))], "That squeezes the training into 0 to 1. Mean and standard deviation are asked for."),
                (c => [.. c.Unseen.Select(v => (v - c.Train.Average()) / Safe(c.Train.Average(u => Math.Abs(u - c.Train.Average()))))], "You take the mean of the distances. The standard deviation is the root of the mean of their squares."),
            ]);
        if (hint is null)
            answer(seen, later);
        return hint ?? (untouched.SequenceEqual([.. seen, .. later]) ? null : "Your function writes over the values that it was given. Put the results into an array of their own.");
    }, "Unseen values are measured with the ruler of the training.");

    /// <summary>11b.4: what the patients who are waiting have.</summary>
    /// <param name="diagnoses">The reader's names, one for each.</param>
    public static ExerciseResult Diagnoses(Illness[]? diagnoses) => Check("11b.4", diagnoses, answer =>
    {
        if (answer.Length != waiting.Length)
            return $"There are {waiting.Length} patients, {string.Join(", ", waiting)}, but you name {answer.Length}. Give one illness for each, in this order.";
        Illness[] real = [.. waiting.Select(Patient.IllnessOf)];
        if (!answer.SequenceEqual(real) && answer.Order().SequenceEqual(real.Order()))
            return "These three illnesses are there, but not in this order. Give them in the order of the patients.";
        int wrong = Enumerable.Range(0, real.Length).FirstOrDefault(i => answer[i] != real[i], -1);
        return wrong < 0 ? null : $"Patient {waiting[wrong]}: {SignOf(answer[wrong])} Is it so here?";
    }, "All three are found. Patients 12 and up have any of the eleven.");

    /// <summary>11b.5: a doctor, tried on one patient of each illness.</summary>
    /// <param name="doctor">The reader's function, which names the illness of a patient.</param>
    public static ExerciseResult Doctor(Func<Patient, Illness>? doctor) => Check("11b.5", doctor, answer =>
    {
        (Illness Said, Illness Real)[] cases = [.. ward.Value.Select(lying => (answer(lying.Patient), lying.Illness))];
        int right = cases.Count(it => it.Said == it.Real);
        if (right >= Passing)
            return null;
        if (cases.All(it => it.Said == cases[0].Said))
            return $"All {cases.Length} patients get the same diagnosis, {cases[0].Said}. Which gauge parts some of them from the others?";
        (Illness said, Illness real) = cases.First(it => it.Said != it.Real);
        return $"{right} of {cases.Length} are right; {Passing} pass. A patient with {real} was taken for {said}. {SignOf(real)} Does your function look there, and early enough?";
    }, "Your doctor passes, on patients it has not seen before.");

    /// <summary>What the gauges show where a patient has an illness.</summary>
    private static string SignOf(Illness illness) => illness switch
    {
        Illness.RateTooLow => "A rate too low makes steps that are far below a thousandth of the weights, with nobody idle.",
        Illness.RateTooHigh => "A rate too high makes steps near a tenth of the weights in the first epoch, and none once all units of a layer are idle.",
        Illness.EqualWeights => "Equal weights make nearly all units idle from the start, copies of one, with gradients that are alive.",
        Illness.DeadUnits => "Dead units are idle from the start, all of them, and the hidden layers' gradients are exactly 0.",
        Illness.InputsNotScaled => "Inputs that are not scaled show before the first step: the loss starts far above guessing.",
        Illness.LabelsMixedUp => "Where labels are mixed up ten samples are learned by heart and all gauges look well, but the loss stays at guessing.",
        Illness.SamplesInOrder => "Samples in order have long rows of one label, a bumpy training loss below guessing, and a validation loss above it.",
        Illness.FrozenLayer => "A frozen layer has a gradient and makes no step at all.",
        Illness.GradientsAddUp => "Gradients that add up speed up the first epoch and go on making steps when a layer's gradient is 0.",
        Illness.SoftmaxTwice => "With two softmaxes ten samples are not learned by heart: the loss stops at a floor, though steps and units look well.",
        Illness.TooFewSamples => "With too few samples the training loss goes to nearly 0 and the validation loss rises.",
        _ => $"{illness} is no illness of this clinic.",
    };

    private static double Share(double[][] outputs, Func<double[], bool> holds) =>
        Enumerable.Range(0, outputs[0].Length).Average(unit => holds([.. outputs.Select(sample => sample[unit])]) ? 1.0 : 0);

    private static double[] Scaled(double[] ruler, double[] values) => [.. values.Select(v => (v - ruler.Average()) / Safe(Deviation(ruler)))];

    private static double Deviation(double[] values) => Math.Sqrt(values.Average(v => (v - values.Average()) * (v - values.Average())));

    private static double Safe(double deviation) => deviation == 0 ? 1 : deviation;
}
