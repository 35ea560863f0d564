using MathNet.Numerics.Random;
using NeuroLab.Data;
using NeuroLab.Layers;
using NeuroLab.Training;

namespace NeuroLab.Tests.Training;

public sealed class StoppingTests
{
    [Fact]
    public void Training_stops_when_the_loss_has_not_got_better_for_some_epochs()
    {
        EarlyStopping stopping = new(patience: 2);
        double[] losses = [1, 0.8, 0.9, 0.7, 0.7, 0.71, 0.1];
        bool[] stops = [.. losses.Select((loss, i) => stopping.ShouldStop(With(i + 1, loss, null)))];
        Assert.Equal([false, false, false, false, false, true], stops[..6]);
        Assert.Equal(2, stopping.Patience);
    }

    [Fact]
    public void The_best_epoch_is_remembered()
    {
        EarlyStopping stopping = new(patience: 3, WatchedMetric.ValidationAccuracy, minImprovement: 0.1);
        foreach ((int number, double accuracy) in new[] { (1, 0.5), (2, 0.55), (3, 0.7), (4, 0.75) })
            stopping.ShouldStop(With(number, 1, accuracy));
        Assert.Equal(3, stopping.Best!.Number);
        Assert.Equal(1, stopping.EpochsWithoutImprovement);
    }

    [Fact]
    public void A_loss_that_is_no_number_is_no_improvement()
    {
        EarlyStopping stopping = new(patience: 1);
        Assert.False(stopping.ShouldStop(With(1, 0.5, null)));
        Assert.True(stopping.ShouldStop(With(2, double.NaN, null)));
    }

    [Fact]
    public void The_best_model_is_kept_and_put_back_buffers_too()
    {
        using TemporaryFolder folder = new();
        MersenneTwister random = new(1);
        Sequential model = [new Linear(2, 8, random), new BatchNorm1d(8), new Tanh(), new Linear(8, 2, random)];
        (Dataset train, Dataset validation) = Tasks.Moons.Split(0.5, new MersenneTwister(2));
        Trainer trainer = Tasks.Trainer(model, learningRate: 1f);
        BestCheckpoint best = new(model, folder.At("best.safetensors"), WatchedMetric.ValidationLoss);
        foreach (Epoch epoch in trainer.Run(train, new(Epochs: 12, BatchSize: 10, random, validation)))
            best.Keep(epoch);

        Assert.Equal(trainer.History.Epochs.MinBy(epoch => epoch.ValidationLoss), best.Epoch);
        Assert.NotEqual(best.Epoch!.ValidationLoss, trainer.Evaluate(validation).Loss);
        best.Restore();
        Assert.Equal(best.Epoch.ValidationLoss!.Value, trainer.Evaluate(validation).Loss, 1e-6);

        Sequential loaded = [new Linear(2, 8, random), new BatchNorm1d(8), new Tanh(), new Linear(8, 2, random)];
        Checkpoint.Load(best.Path!, loaded);
        Assert.Equal(model.Predict(validation.Inputs).ToArray(), loaded.Predict(validation.Inputs).ToArray());
    }

    [Fact]
    public void Mistakes_are_told()
    {
        Assert.Contains("1 or more, but 0 was given", Assert.Throws<ArgumentOutOfRangeException>(() => new EarlyStopping(0)).Message, StringComparison.Ordinal);
        Epoch bare = new(1, 0.5, null, null, null, 0.1f, 10);
        Assert.Contains("give the run validation samples", Assert.Throws<InvalidOperationException>(() => new EarlyStopping(1).ShouldStop(bare)).Message, StringComparison.Ordinal);
        BestCheckpoint best = new(Tasks.Classifier());
        Assert.Contains("accuracy is counted where the targets are classes", Assert.Throws<InvalidOperationException>(() => best.Keep(With(1, 0.5, null))).Message, StringComparison.Ordinal);
        Assert.Contains("call Keep(epoch)", Assert.Throws<InvalidOperationException>(best.Restore).Message, StringComparison.Ordinal);
    }

    private static Epoch With(int number, double validationLoss, double? validationAccuracy) => new(number, 0, null, validationLoss, validationAccuracy, 0.1f, number);
}
