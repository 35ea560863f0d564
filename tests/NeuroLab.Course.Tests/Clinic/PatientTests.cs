using NeuroLab.Course.Clinic;
using NeuroLab.Data;
using NeuroLab.Inspection;

namespace NeuroLab.Course.Tests.Clinic;

public sealed class PatientTests
{
    public static TheoryData<Illness> Illnesses => [.. Enum.GetValues<Illness>()];

    [Theory]
    [MemberData(nameof(Illnesses))]
    public void The_right_treatment_makes_a_patient_as_one_who_was_never_ill(Illness illness)
    {
        TrainingGauges ill = Patient.With(illness, 5).Gauges, treated = Patient.With(illness, 5).Treat(illness).Gauges, well = Patient.Healthy(5).Gauges;

        Assert.Equal(well.History.ValidationAccuracies[^1], treated.History.ValidationAccuracies[^1], 0.02);
        Assert.True(ill.History.ValidationAccuracies[^1] < well.History.ValidationAccuracies[^1] - 0.1, $"{illness} does no harm: {ill.History.ValidationAccuracies[^1]}");
    }

    [Fact]
    public void A_wrong_treatment_leaves_the_illness()
    {
        Patient treated = Patient.With(Illness.DeadUnits).Treat(Illness.LabelsMixedUp);

        Assert.Equal(1, treated.Gauges.IdleShares[^1][0]);
        Assert.Equal("patient 1, treated for LabelsMixedUp", treated.ToString());
    }

    [Fact]
    public void A_number_always_brings_the_same_patient()
    {
        Regimen regimen = new Regimen().With(Patient.IllnessOf(14));

        Assert.Equal(Patient.Admit(14).Gauges.History.Losses, regimen.Train(14).History.Losses);
        Assert.Equal(Patient.Admit(14).OnTen.History.Losses, regimen.TrainOnTen(14).History.Losses);
    }

    [Fact]
    public void The_first_eleven_have_different_illnesses_and_those_after_them_any()
    {
        Assert.Equal(Enum.GetValues<Illness>().Length, Enumerable.Range(1, 11).Select(Patient.IllnessOf).Distinct().Count());
        Assert.InRange(Enumerable.Range(12, 40).Select(Patient.IllnessOf).Distinct().Count(), 9, 11);
    }

    [Fact]
    public void Samples_are_as_the_network_gets_them()
    {
        Dataset bright = Patient.With(Illness.InputsNotScaled).Samples, few = Patient.With(Illness.TooFewSamples).Samples;
        Dataset mixed = Patient.With(Illness.LabelsMixedUp).Samples, sorted = Patient.With(Illness.SamplesInOrder).Samples, well = Patient.Healthy().Samples;

        Assert.Equal(255, bright.Inputs.Max());
        Assert.Equal(30, few.Count);
        Assert.Equal(well.CountByClass(), mixed.CountByClass());
        Assert.NotEqual(well.Labels, mixed.Labels);
        Assert.Equal(well.Labels.Order(), sorted.Labels);
    }

    [Fact]
    public void A_number_or_an_illness_that_is_none_is_told()
    {
        Assert.Contains("from 1 on", Assert.Throws<ArgumentOutOfRangeException>(() => Patient.Admit(0)).Message, StringComparison.Ordinal);
        Assert.Contains("from 1 on", Assert.Throws<ArgumentOutOfRangeException>(() => Patient.Healthy(-1)).Message, StringComparison.Ordinal);
        Assert.Contains("RateTooLow", Assert.Throws<ArgumentOutOfRangeException>(() => Patient.With((Illness)99)).Message, StringComparison.Ordinal);
    }
}
