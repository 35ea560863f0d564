using System.Collections.Concurrent;
using MathNet.Numerics.Random;
using NeuroLab.Data;
using NeuroLab.Inspection;

namespace NeuroLab.Course.Clinic;

/// <summary>
/// A network that reads digits, and whose training has one illness. What it is, the gauges have to tell.
/// </summary>
/// <remarks>Patients have whole numbers from 1 on, and a number always brings the same patient.</remarks>
public sealed class Patient
{
    // The first each have another illness; those after them have any.
    private static readonly Illness[] first =
    [
        Illness.FrozenLayer, Illness.SoftmaxTwice, Illness.LabelsMixedUp, Illness.RateTooHigh, Illness.TooFewSamples, Illness.GradientsAddUp,
        Illness.InputsNotScaled, Illness.RateTooLow, Illness.SamplesInOrder, Illness.DeadUnits, Illness.EqualWeights,
    ];

    // Who has been examined need not train again, whichever cell admits him.
    private static readonly ConcurrentDictionary<(int Number, Regimen Regimen, bool OnTen), Lazy<TrainingGauges>> seen = new();

    private readonly Regimen regimen;
    private readonly Lazy<TrainingGauges> gauges, onTen;
    private readonly string treatments;

    private Patient(int number, Regimen regimen, string treatments)
    {
        Number = number;
        this.regimen = regimen;
        this.treatments = treatments;
        gauges = seen.GetOrAdd((number, regimen, false), new Lazy<TrainingGauges>(() => regimen.Train(number)));
        onTen = seen.GetOrAdd((number, regimen, true), new Lazy<TrainingGauges>(() => regimen.TrainOnTen(number)));
    }

    /// <summary>The patient's number.</summary>
    public int Number { get; }

    /// <summary>What was read while it trained, for ten epochs.</summary>
    public TrainingGauges Gauges => gauges.Value;

    /// <summary>What is read when it is to learn ten of its samples by heart, in two hundred steps.</summary>
    public TrainingGauges OnTen => onTen.Value;

    /// <summary>The samples that it learns from, as its network gets them and in their order.</summary>
    public Dataset Samples => regimen.Samples(Number);

    /// <summary>A patient by its number.</summary>
    /// <param name="number">1 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such patient.</exception>
    public static Patient Admit(int number) => Of(number, new Regimen().With(IllnessOf(number)));

    /// <summary>Somebody who is well, to compare with.</summary>
    /// <param name="number">Another number is another start; 1 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such patient.</exception>
    public static Patient Healthy(int number = 1) => Of(number, new Regimen());

    /// <summary>A patient with the illness that is given, to learn its signs from.</summary>
    /// <param name="illness">The illness.</param>
    /// <param name="number">Another number is another start; 1 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such illness or patient.</exception>
    public static Patient With(Illness illness, int number = 1) => Of(number, new Regimen().With(illness));

    /// <summary>The same patient from the same start, treated for an illness, whether it has it or not.</summary>
    /// <param name="illness">What it is treated for; the treatment of a wrong illness may do harm.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such illness.</exception>
    public Patient Treat(Illness illness) => new(Number, regimen.Without(illness), $"{treatments}, treated for {illness}");

    /// <summary>Who it is, such as <c>patient 3, treated for RateTooLow</c>.</summary>
    public override string ToString() => $"patient {Number}{treatments}";

    /// <summary>What a patient really has, for the check of a diagnosis.</summary>
    internal static Illness IllnessOf(int number)
    {
        RequireNumber(number);
        return number <= first.Length ? first[number - 1] : first[new MersenneTwister(number).Next(first.Length)];
    }

    private static Patient Of(int number, Regimen regimen)
    {
        RequireNumber(number);
        return new(number, regimen, "");
    }

    private static void RequireNumber(int number)
    {
        if (number < 1)
            throw new ArgumentOutOfRangeException(nameof(number), $"Patients are numbered from 1 on; there is no patient {number}.");
    }
}
