using MathNet.Numerics.Random;
using NeuroLab.Data;
using NeuroLab.Layers;
using NeuroLab.Losses;
using NeuroLab.Optimization;
using NeuroLab.Tensors;

namespace NeuroLab.Tests.Optimization;

public sealed class LearningRateFinderTests
{
    private readonly MersenneTwister random = new(1);

    [Fact]
    public void The_suggested_rate_trains_and_the_highest_ran_away()
    {
        (Sequential model, Batch batch) = Task();
        LearningRateCurve curve = LearningRateFinder.Find(model, new MSELoss(), new SGD(model.Parameters, 0.5f), [batch]);
        Assert.Equal(curve.Rates.Count, curve.Losses.Count);
        Assert.True(curve.Rates.Count < 100);
        Assert.InRange(curve.SuggestedRate, 0.001f, 0.8f);

        SGD optimizer = new(model.Parameters, curve.SuggestedRate);
        MSELoss loss = new();
        Tensor Now() => loss.Forward(model.Forward(batch.Inputs), batch.Targets);
        float first = Now().ToScalar();
        for (int step = 0; step < 100; step++)
        {
            Tensor now = Now();
            optimizer.ZeroGrad();
            now.Backward();
            optimizer.Step();
        }
        Assert.True(Now().ToScalar() < first / 2);
    }

    [Fact]
    public void Model_and_optimizer_are_as_they_were()
    {
        (Sequential model, Batch batch) = Task();
        model[1].Eval();
        Adam optimizer = new(model.Parameters, 0.25f);
        Tensor[] tensors = [.. model.Parameters.Select(parameter => parameter.Value), .. model.Buffers.Select(buffer => buffer.Value), .. optimizer.State.Values];
        float[][] before = [.. tensors.Select(tensor => tensor.ToArray())];
        LearningRateFinder.Find(model, new MSELoss(), optimizer, [batch, batch], steps: 20);
        Assert.Equal(before, tensors.Select(tensor => tensor.ToArray()));
        Assert.True(model[0].IsTraining);
        Assert.False(model[1].IsTraining);
        Assert.Equal(0, optimizer.StepCount);
    }

    [Fact]
    public void Wrong_settings_are_refused()
    {
        (Sequential model, Batch batch) = Task();
        SGD optimizer = new(model.Parameters, 0.5f);
        Assert.Contains("no batches", Assert.Throws<ArgumentException>(() => LearningRateFinder.Find(model, new MSELoss(), optimizer, [])).Message);
        Assert.Throws<ArgumentOutOfRangeException>(() => LearningRateFinder.Find(model, new MSELoss(), optimizer, [batch], lowest: 1, highest: 0.1f));
        Assert.Throws<ArgumentOutOfRangeException>(() => LearningRateFinder.Find(model, new MSELoss(), optimizer, [batch], steps: 1));
        Assert.Contains("ran away", Assert.Throws<InvalidOperationException>(() => new LearningRateCurve([], []).SuggestedRate).Message);
    }

    private (Sequential Model, Batch Batch) Task()
    {
        Tensor x = FiniteDifferences.Distinct(new Shape(32, 3), random);
        Tensor target = x.MatMul(new float[,] { { 1 }, { -2 }, { 0.5f } });
        return (new Sequential(new Linear(3, 8, random), new BatchNorm1d(8), new Tanh(), new Linear(8, 1, random)), new Batch(x, target));
    }

    [Fact]
    public void What_falls_past_the_lowest_loss_is_noise() =>
        Assert.Equal(0.1f, new LearningRateCurve([0.01f, 0.1f, 1, 10, 100], [2.3f, 2.2f, 1.1f, 4, 2]).SuggestedRate);
}
