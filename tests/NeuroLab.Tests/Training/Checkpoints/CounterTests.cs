using MathNet.Numerics.Random;
using NeuroLab.Layers;
using NeuroLab.Losses;
using NeuroLab.Optimization;
using NeuroLab.Training;

namespace NeuroLab.Tests.Training.Checkpoints;

/// <summary>What is counted is a whole number, in memory and in files, also past 2^24, where a float stands still.</summary>
public sealed class CounterTests : IDisposable
{
    private const long Past = 1L << 24;
    private static readonly string[] Names = ["1.num_batches_tracked", "training.buffers.2.masks_drawn", "training.optimizer.step", "training.schedule.epoch"];
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Counting_goes_on_past_16_million()
    {
        Trainer trainer = Run();
        Overwrite(name => SafetensorsEntry.OfLongs(name, [], [Past]));
        trainer.Restore(folder.At("run"));
        trainer.Fit(Tasks.Moons, new(Epochs: 2, BatchSize: 200));
        Assert.Equal([Past + 1, Past + 1, Past + 1, Past + 1], Counts(trainer));
    }

    [Fact]
    public void Files_that_hold_counts_as_floats_are_read()
    {
        Trainer trainer = Run();
        Overwrite(name => SafetensorsEntry.OfSingles(name, [], [12]));
        trainer.Restore(folder.At("run"));
        Assert.Equal([12, 12, 12, 12], Counts(trainer));
    }

    [Theory]
    [InlineData(1.5f)]
    [InlineData(-1f)]
    [InlineData(float.NaN)]
    [InlineData(float.PositiveInfinity)]
    [InlineData(1e30f)]
    public void A_count_that_is_none_is_refused_and_everything_stays(float count)
    {
        Trainer trainer = Run();
        long[] before = Counts(trainer);
        Overwrite(name => SafetensorsEntry.OfSingles(name, [], [count]));
        CheckpointException error = Assert.Throws<CheckpointException>(() => trainer.Restore(folder.At("run")));
        Assert.Contains("A count that is no whole number of 0 or more: 1.num_batches_tracked", error.Message, StringComparison.Ordinal);
        Assert.Equal(before, Counts(trainer));
    }

    [Fact]
    public void Masks_differ_past_16_million_too()
    {
        Trainer trainer = Run();
        Overwrite(name => SafetensorsEntry.OfLongs(name, [], [Past]));
        trainer.Restore(folder.At("run"));
        trainer.Model.Train();
        float[][] masks = [.. Enumerable.Range(0, 3).Select(_ => trainer.Model.Forward(Tasks.Moons.Inputs).ToArray())];
        Assert.NotEqual(masks[0], masks[1]);
        Assert.NotEqual(masks[1], masks[2]);
    }

    private Trainer Run()
    {
        MersenneTwister random = new(1);
        Sequential model = [new Linear(2, 16, random), new BatchNorm1d(16), new Dropout(0.5f, random), new Linear(16, 2, random)];
        SGD optimizer = new(model.Parameters, 0.1f);
        Trainer trainer = new(model, new CrossEntropyLoss(), optimizer) { Schedule = new StepDecay(optimizer, 5) };
        trainer.Fit(Tasks.Moons, new(Epochs: 1, BatchSize: 200));
        trainer.Save(folder.At("run"));
        return trainer;
    }

    private void Overwrite(Func<string, SafetensorsEntry> entry)
    {
        SafetensorsFile file = SafetensorsFile.Read(folder.At("run"));
        SafetensorsFile.Write(folder.At("run"), [.. file.Entries.Select(old => Names.Contains(old.Name) ? entry(old.Name) : old)], file.Metadata);
    }

    private long[] Counts(Trainer trainer)
    {
        trainer.Save(folder.At("after"));
        Dictionary<string, SafetensorsEntry> entries = SafetensorsFile.Read(folder.At("after")).Entries.ToDictionary(entry => entry.Name);
        return [.. Names.Select(name => entries[name]).Select(entry =>
        {
            Assert.Equal("I64", entry.Type);
            return (long)entry.Numbers()[0];
        })];
    }
}
