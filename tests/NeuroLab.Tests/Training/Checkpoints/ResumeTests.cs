using MathNet.Numerics.Random;
using NeuroLab.Data;
using NeuroLab.Layers;
using NeuroLab.Losses;
using NeuroLab.Optimization;
using NeuroLab.Training;

namespace NeuroLab.Tests.Training.Checkpoints;

public sealed class ResumeTests : IDisposable
{
    private static readonly (Dataset Train, Dataset Test) Moons = Tasks.Moons.Split(0.8, new MersenneTwister(1));
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("momentum")]
    [InlineData("adagrad")]
    [InlineData("rmsprop")]
    [InlineData("adam")]
    [InlineData("adamw")]
    public void A_run_that_was_stopped_goes_on_bit_for_bit(string name)
    {
        Optimizer Make(Layer model) => name switch
        {
            "momentum" => new SGD(model.Parameters, 0.1f, momentum: 0.9f, nesterov: true),
            "adagrad" => new Adagrad(model.Parameters, 0.1f),
            "rmsprop" => new RMSprop(model.Parameters, 0.01f),
            "adam" => new Adam(model.Parameters, 0.01f),
            _ => new AdamW(model.Parameters, 0.01f),
        };

        Trainer unbroken = Trainer(Make);
        History expected = unbroken.Fit(Moons.Train, new(Epochs: 6, BatchSize: 30, new MersenneTwister(5), Moons.Test));

        string path = folder.At(name);
        Trainer stopped = Trainer(Make);
        foreach (Epoch epoch in stopped.Run(Moons.Train, new(Epochs: 6, BatchSize: 30, new MersenneTwister(5), Moons.Test)))
        {
            stopped.Save(path);
            if (epoch.Number == 4)
                break;
        }

        Trainer resumed = Trainer(Make);
        resumed.Restore(path);
        Assert.Equal(4, resumed.History.Epochs.Count);
        int[] left = [.. resumed.Run(Moons.Train, new(Epochs: 6, BatchSize: 30, new MersenneTwister(5), Moons.Test)).Select(epoch => epoch.Number)];

        Assert.Equal([5, 6], left);
        Assert.Equal(Tasks.Bits(unbroken.Model), Tasks.Bits(resumed.Model));
        Assert.Equal(expected.Epochs, resumed.History.Epochs);
        Assert.Equal(expected.StepLosses, resumed.History.StepLosses);
        Assert.Equal(unbroken.Optimizer.LearningRate, resumed.Optimizer.LearningRate);
    }

    [Fact]
    public void The_model_in_a_saved_run_can_be_loaded_alone()
    {
        Trainer trainer = Trainer(model => new Adam(model.Parameters));
        trainer.Fit(Moons.Train, new(Epochs: 1, BatchSize: 30, new MersenneTwister(1)));
        trainer.Save(folder.At("run"));
        Sequential model = Model(9);
        Checkpoint.Load(folder.At("run"), model);
        Assert.Equal(Tasks.Bits(trainer.Model), Tasks.Bits(model));
    }

    [Fact]
    public void Another_optimizer_is_refused_and_everything_stays_as_it_was()
    {
        Trainer saved = Trainer(model => new Adam(model.Parameters));
        saved.Fit(Moons.Train, new(Epochs: 1, BatchSize: 30, new MersenneTwister(1)));
        saved.Save(folder.At("run"));

        Trainer other = Trainer(model => new SGD(model.Parameters, 0.1f, momentum: 0.9f));
        float[] before = Tasks.Bits(other.Model);
        CheckpointException error = Assert.Throws<CheckpointException>(() => other.Restore(folder.At("run")));
        Assert.Contains("saved with the optimizer Adam, but this trainer has SGD", error.Message, StringComparison.Ordinal);
        Assert.Equal(before, Tasks.Bits(other.Model));
        Assert.Empty(other.History.StepLosses);

        Sequential model = Model(1);
        Trainer without = new(model, new CrossEntropyLoss(), new SGD(model.Parameters, 0.1f, momentum: 0.9f));
        without.Save(folder.At("plain"));
        Sequential again = Model(1);
        Trainer still = new(again, new CrossEntropyLoss(), new SGD(again.Parameters, 0.1f));
        Assert.Contains("training.optimizer.0.momentum_buffer", Assert.Throws<CheckpointException>(() => still.Restore(folder.At("plain"))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_model_alone_is_no_run()
    {
        Trainer trainer = Trainer(model => new Adam(model.Parameters));
        Checkpoint.Save(folder.At("model"), trainer.Model);
        Assert.Contains("holds a model, but not the state of a training run", Assert.Throws<CheckpointException>(() => trainer.Restore(folder.At("model"))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void In_the_middle_of_an_epoch_nothing_is_saved()
    {
        Trainer trainer = Trainer(model => new Adam(model.Parameters));
        InvalidOperationException error = Assert.Throws<InvalidOperationException>(() =>
        {
            foreach (TrainingStep _ in trainer.Steps(Moons.Train, new(Epochs: 1, BatchSize: 30)))
                trainer.Save(folder.At("run"));
        });
        Assert.Contains("from the end of an epoch only", error.Message, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(folder.Path));
    }

    private static Sequential Model(int seed)
    {
        MersenneTwister random = new(seed);
        return [new Linear(2, 12, random), new BatchNorm1d(12), new Tanh(), new Dropout(0.3f, random), new Linear(12, 2, random)];
    }

    private static Trainer Trainer(Func<Layer, Optimizer> make)
    {
        Sequential model = Model(1);
        Optimizer optimizer = make(model);
        return new Trainer(model, new CrossEntropyLoss(), optimizer)
        {
            Schedule = new ReduceOnPlateau(optimizer, factor: 0.5f, patience: 0),
            Penalties = [new L2Penalty(model.Parameters, 0.001f)],
        };
    }
}
