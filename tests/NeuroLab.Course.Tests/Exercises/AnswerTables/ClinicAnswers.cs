using NeuroLab.Course.Clinic;
using NeuroLab.Inspection;
using static NeuroLab.Course.Exercises.ClinicExercises;

namespace NeuroLab.Course.Tests.Exercises.AnswerTables;

/// <summary>Answers to the exercises of notebook 11b.</summary>
internal static class ClinicAnswers
{
    internal static Answer[] All() => [.. Guesses(), .. Silents(), .. Scales(), .. Names(), .. Doctors()];

    private static Answer[] Guesses() =>
    [
        Answer.Right(() => Guessing(classes => Math.Log(classes))),
        Answer.Right(() => Guessing(classes => -Math.Log(1.0 / classes))),
        Answer.Right(() => Guessing(classes => -Math.Log(1f / classes))),
        Answer.Right(() => Guessing(classes => Math.Log10(classes) / Math.Log10(Math.E))),
        Answer.Right(() => Guessing(classes => Math.Round(Math.Log(classes), 3))),
        Answer.NotYet("sign is turned", () => Guessing(classes => Math.Log(1.0 / classes))),
        Answer.NotYet("base 10", () => Guessing(classes => Math.Log10(classes))),
        Answer.NotYet("base 2", () => Guessing(classes => Math.Log2(classes))),
        Answer.NotYet("probability of the right class", () => Guessing(classes => 1.0 / classes)),
        Answer.NotYet("how often guessing is wrong", () => Guessing(classes => 1 - 1.0 / classes)),
        Answer.NotYet("whole numbers", () => Guessing(classes => -Math.Log(1 / classes))),
        Answer.NotYet("ten classes only", () => Guessing(classes => 2.302585)),
        Answer.NotYet("ten classes only", () => Guessing(classes => Math.Log(10))),
        Answer.NotYet("one term", () => Guessing(classes => Math.Log(classes) / classes)),
        Answer.NotYet("Only the right one", () => Guessing(classes => classes * Math.Log(classes))),
        Answer.NotYet("other way", () => Guessing(classes => Math.Exp(-classes))),
        Answer.NotYet("not a number", () => Guessing(classes => double.NaN)),
        Answer.NotYet("NotImplemented", () => Guessing(classes => throw new NotImplementedException())),
        Answer.Fallback("What probability", () => Guessing(classes => classes)),
    ];

    private static Answer[] Silents() =>
    [
        Answer.Right(() => Silent(o => Enumerable.Range(0, o[0].Length).Average(j => o.All(s => s[j] == 0) ? 1.0 : 0.0))),
        Answer.Right(() => Silent(o => Enumerable.Range(0, o[0].Length).Count(j => o.All(s => s[j] == 0)) / (double)o[0].Length)),
        Answer.Right(() => Silent(o => Enumerable.Range(0, o[0].Length).Count(j => o.Max(s => s[j]) <= 0) * 1f / o[0].Length)),
        Answer.Right(() => Silent(o => 1 - Enumerable.Range(0, o[0].Length).Average(j => o.Any(s => s[j] > 0) ? 1.0 : 0.0))),
        Answer.Right(() => Silent(o => Enumerable.Range(0, o[0].Length).Average(j => o.Sum(s => s[j]) == 0 ? 1.0 : 0))),
        Answer.NotYet("share of zeros", () => Silent(o => o.SelectMany(s => s).Average(v => v == 0 ? 1.0 : 0))),
        Answer.NotYet("some sample", () => Silent(o => Enumerable.Range(0, o[0].Length).Average(j => o.Any(s => s[j] == 0) ? 1.0 : 0))),
        Answer.NotYet("You ask of each sample", () => Silent(o => o.Average(s => s.All(v => v == 0) ? 1.0 : 0))),
        Answer.NotYet("those that speak", () => Silent(o => Enumerable.Range(0, o[0].Length).Average(j => o.Any(s => s[j] != 0) ? 1.0 : 0))),
        Answer.NotYet("out of all units", () => Silent(o => Enumerable.Range(0, o[0].Length).Count(j => o.All(s => s[j] == 0)))),
        Answer.NotYet("in percent", () => Silent(o => 100.0 * Enumerable.Range(0, o[0].Length).Count(j => o.All(s => s[j] == 0)) / o[0].Length)),
        Answer.NotYet("whole numbers", () => Silent(o => Enumerable.Range(0, o[0].Length).Count(j => o.All(s => s[j] == 0)) / o[0].Length)),
        Answer.NotYet("number of samples", () => Silent(o => (double)Enumerable.Range(0, o[0].Length).Count(j => o.All(s => s[j] == 0)) / o.Length)),
        Answer.NotYet("first sample alone", () => Silent(o => o[0].Average(v => v == 0 ? 1.0 : 0))),
        Answer.NotYet("speaks softly", () => Silent(o => Enumerable.Range(0, o[0].Length).Average(j => o.Sum(s => s[j]) < 1 ? 1.0 : 0))),
        Answer.NotYet("IndexOutOfRange", () => Silent(o => Enumerable.Range(0, o.Length).Average(j => o.All(s => s[j] == 0) ? 1.0 : 0))),
        Answer.NotYet("not a number", () => Silent(o => double.NaN)),
        Answer.Fallback("Which numbers belong", () => Silent(o => o.Max(s => s.Max()))),
    ];

    private static Answer[] Scales() =>
    [
        Answer.Right(() => Scale((train, unseen) => { double m = train.Average(), d = Deviation(train); return [.. unseen.Select(v => (v - m) / (d == 0 ? 1 : d))]; })),
        Answer.Right(() => Scale((train, unseen) => [.. unseen.Select(v => (v - train.Average()) / (Deviation(train) + 1e-8))])),
        Answer.Right(() => Scale((train, unseen) => [.. unseen.Select(v => (v - train.Average()) / Math.Max(Deviation(train), 1e-6))])),
        Answer.Right(() => Scale((train, unseen) => [.. unseen.Select(v => (v - train.Average()) / Math.Sqrt(train.Average(t => t * t) - Math.Pow(train.Average(), 2) + 1e-9))])),
        Answer.NotYet("come from the unseen values", () => Scale((train, unseen) => { double d = Deviation(unseen); return [.. unseen.Select(v => (v - unseen.Average()) / (d == 0 ? 1 : d))]; })),
        Answer.NotYet("unseen ones are asked for", () => Scale((train, unseen) => [.. train.Select(v => (v - train.Average()) / (Deviation(train) + 1e-9))])),
        Answer.NotYet("measure over both", () => Scale((train, unseen) => { double[] all = [.. train, .. unseen]; return [.. unseen.Select(v => (v - all.Average()) / (Deviation(all) + 1e-9))]; })),
        Answer.NotYet("deviation 0", () => Scale((train, unseen) => [.. unseen.Select(v => (v - train.Average()) / Deviation(train))])),
        Answer.NotYet("spread is as it was", () => Scale((train, unseen) => [.. unseen.Select(v => v - train.Average())])),
        Answer.NotYet("not subtracted", () => Scale((train, unseen) => [.. unseen.Select(v => v / (Deviation(train) == 0 ? 1 : Deviation(train)))])),
        Answer.NotYet("divide by the variance", () => Scale((train, unseen) => [.. unseen.Select(v => (v - train.Average()) / (Math.Pow(Deviation(train), 2) + 1e-9))])),
        Answer.NotYet("n - 1", () => Scale((train, unseen) => [.. unseen.Select(v => (v - train.Average()) / (Math.Sqrt(train.Sum(t => Math.Pow(t - train.Average(), 2)) / (train.Length - 1)) + 1e-9))])),
        Answer.NotYet("root of the sum", () => Scale((train, unseen) => [.. unseen.Select(v => (v - train.Average()) / (Math.Sqrt(train.Sum(t => Math.Pow(t - train.Average(), 2))) + 1e-9))])),
        Answer.NotYet("deviation from the unseen", () => Scale((train, unseen) => [.. unseen.Select(v => (v - train.Average()) / (Deviation(unseen) + 1e-9))])),
        Answer.NotYet("mean from the unseen", () => Scale((train, unseen) => [.. unseen.Select(v => (v - unseen.Average()) / (Deviation(train) + 1e-9))])),
        Answer.NotYet("sign is turned", () => Scale((train, unseen) => [.. unseen.Select(v => (train.Average() - v) / (Deviation(train) + 1e-9))])),
        Answer.NotYet("0 to 1", () => Scale((train, unseen) => [.. unseen.Select(v => (v - train.Min()) / (train.Max() - train.Min() + 1e-9))])),
        Answer.NotYet("mean of the distances", () => Scale((train, unseen) => [.. unseen.Select(v => (v - train.Average()) / (train.Average(t => Math.Abs(t - train.Average())) + 1e-9))])),
        Answer.NotYet("writes over", () => Scale((train, unseen) => { double m = train.Average(), d = Deviation(train) + 1e-9; for (int i = 0; i < unseen.Length; i++) unseen[i] = (unseen[i] - m) / d; return unseen; })),
        Answer.NotYet("returned null", () => Scale((train, unseen) => null!)),
        Answer.Fallback("Which two numbers", () => Scale((train, unseen) => unseen)),
    ];

    private static Answer[] Names() =>
    [
        Answer.Right(() => Diagnoses([Illness.SoftmaxTwice, Illness.LabelsMixedUp, Illness.RateTooHigh])),
        Answer.Right(() => Diagnoses([.. new[] { "SoftmaxTwice", "LabelsMixedUp", "RateTooHigh" }.Select(Enum.Parse<Illness>)])),
        Answer.NotYet("There are 3 patients", () => Diagnoses([Illness.SoftmaxTwice])),
        Answer.NotYet("not in this order", () => Diagnoses([Illness.RateTooHigh, Illness.LabelsMixedUp, Illness.SoftmaxTwice])),
        Answer.NotYet("Patient 2: A rate too low", () => Diagnoses([Illness.RateTooLow, Illness.LabelsMixedUp, Illness.RateTooHigh])),
        Answer.NotYet("Patient 3: With too few samples", () => Diagnoses([Illness.SoftmaxTwice, Illness.TooFewSamples, Illness.RateTooHigh])),
        Answer.NotYet("Patient 4: Gradients that add up", () => Diagnoses([Illness.SoftmaxTwice, Illness.LabelsMixedUp, Illness.GradientsAddUp])),
        Answer.NotYet("Patient 4: Dead units", () => Diagnoses([Illness.SoftmaxTwice, Illness.LabelsMixedUp, Illness.DeadUnits])),
        Answer.NotYet("Patient 4: Inputs", () => Diagnoses([Illness.SoftmaxTwice, Illness.LabelsMixedUp, Illness.InputsNotScaled])),
        Answer.NotYet("Patient 3: Samples in order", () => Diagnoses([Illness.SoftmaxTwice, Illness.SamplesInOrder, Illness.RateTooHigh])),
        Answer.NotYet("Patient 2: Equal weights", () => Diagnoses([Illness.EqualWeights, Illness.LabelsMixedUp, Illness.RateTooHigh])),
        Answer.NotYet("no illness of this clinic", () => Diagnoses([(Illness)99, Illness.LabelsMixedUp, Illness.RateTooHigh])),
    ];

    private static Answer[] Doctors() =>
    [
        Answer.Right(() => Doctor(patient => Solution(patient))),
        Answer.Right(() => Doctor(patient => Solution(patient) is Illness.SamplesInOrder or Illness.TooFewSamples ? Illness.TooFewSamples : Solution(patient))),
        Answer.Right(() => Doctor(patient => ByLosses(patient))),
        Answer.NotYet("same diagnosis", () => Doctor(patient => Illness.RateTooLow)),
        Answer.NotYet("are right", () => Doctor(patient => patient.Gauges.UpdateRatios[0][0] < 1e-4 ? Illness.RateTooLow : Illness.RateTooHigh)),
        Answer.NotYet("are right", () => Doctor(patient => patient.Gauges.StartLoss > 5 ? Illness.InputsNotScaled : patient.Gauges.History.Losses[^1] > 2 ? Illness.LabelsMixedUp : Illness.TooFewSamples)),
        Answer.NotYet("early enough", () => Doctor(patient => patient.Gauges.IdleShares[^1][^1] == 1 ? Illness.RateTooHigh : patient.Gauges.UpdateRatios[0][0] == 0 ? Illness.FrozenLayer : Illness.SoftmaxTwice)),
        Answer.NotYet("IndexOutOfRange", () => Doctor(patient => patient.Gauges.History.Losses[20] > 1 ? Illness.RateTooLow : Illness.RateTooHigh)),
    ];

    private static Illness Solution(Patient patient)
    {
        TrainingGauges gauges = patient.Gauges;
        double loss = gauges.History.Losses[^1], idleAtFirst = gauges.IdleShares[0][0], ratio = gauges.UpdateRatios[0][0];
        return gauges switch
        {
            _ when gauges.StartLoss > 2 * gauges.GuessingLoss => Illness.InputsNotScaled,
            _ when idleAtFirst == 1 => Illness.DeadUnits,
            _ when idleAtFirst > 0.9 => Illness.EqualWeights,
            _ when ratio == 0 => Illness.FrozenLayer,
            _ when ratio < 1e-4 => Illness.RateTooLow,
            _ when gauges.GradientNorms[^1][0] == 0 => gauges.UpdateRatios[^1][0] > 0 ? Illness.GradientsAddUp : Illness.RateTooHigh,
            _ when patient.OnTen.History.Losses[^1] > 1 => Illness.SoftmaxTwice,
            _ when loss > 2 => Illness.LabelsMixedUp,
            _ => loss < 0.2 ? Illness.TooFewSamples : Illness.SamplesInOrder,
        };
    }

    // Looks at the samples in place of the gauges where the data are to blame.
    private static Illness ByLosses(Patient patient)
    {
        int[] labels = patient.Samples.Labels;
        return patient.Samples.Count < 100 ? Illness.TooFewSamples
            : labels.SequenceEqual(labels.Order()) ? Illness.SamplesInOrder
            : patient.Samples.Inputs.Max() > 2 ? Illness.InputsNotScaled
            : Solution(patient);
    }

    private static double Deviation(double[] values) => Math.Sqrt(values.Average(v => Math.Pow(v - values.Average(), 2)));
}
