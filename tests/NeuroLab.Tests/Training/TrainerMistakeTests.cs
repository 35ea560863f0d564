using MathNet.Numerics.Random;
using NeuroLab.Data;
using NeuroLab.Layers;
using NeuroLab.Losses;
using NeuroLab.Optimization;
using NeuroLab.Tensors;
using NeuroLab.Training;

namespace NeuroLab.Tests.Training;

public sealed class TrainerMistakeTests
{
    private static readonly MersenneTwister Random = new(1);

    [Fact]
    public void Too_large_a_rate_is_named_with_a_smaller_one()
    {
        Sequential model = [new Linear(1, 1, Random)];
        Trainer trainer = new(model, new MSELoss(), new SGD(model.Parameters, 50f));
        TrainingException error = Assert.Throws<TrainingException>(() => trainer.Fit(Synthetic.NoisyLine(20, Random), new(100, 20, Random)));
        Assert.Contains("At step ", error.Message, StringComparison.Ordinal);
        Assert.Contains("smaller learning rate, such as 5 instead of 50", error.Message, StringComparison.Ordinal);
        Assert.NotEmpty(trainer.History.Epochs);
    }

    [Fact]
    public void Bad_data_is_told_apart_from_bad_training()
    {
        Tensor inputs = new(new Shape(4, 1), [1, 2, float.NaN, 4]);
        Sequential model = [new Linear(1, 1, Random)];
        Trainer trainer = new(model, new MSELoss(), new SGD(model.Parameters, 0.1f));
        TrainingException error = Assert.Throws<TrainingException>(() => trainer.Fit(new Dataset(inputs, new Tensor(4, 1)), new(1, 4)));
        Assert.Equal("At step 1 (epoch 1) the loss is not a number (NaN). The data is the cause: an input of the batch holds NaN. Replace or leave out such samples.", error.Message);
    }

    [Fact]
    public void The_first_layer_that_overflows_is_named()
    {
        Sequential model = [new Linear(1, 1, Random), new Linear(1, 1, Random)];
        model.Parameters[2].Value.Values[0] = 1e38f;
        model.Parameters[0].Value.Values[0] = 1e10f;
        Trainer trainer = new(model, new MSELoss(), new SGD(model.Parameters, 0.1f));
        TrainingException error = Assert.Throws<TrainingException>(() => trainer.Fit(Synthetic.NoisyLine(5, Random), new(1, 5)));
        Assert.Contains("first layer that gives an infinite number is layer 1, Linear(1, 1)", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_last_batch_of_one_sample_is_left_out_as_batch_normalization_advises()
    {
        Sequential model = [new Linear(2, 4, Random), new BatchNorm1d(4), new Linear(4, 2, Random)];
        Dataset odd = Synthetic.Moons(129, new MersenneTwister(1));
        Trainer keeps = new(model, new CrossEntropyLoss(), new SGD(model.Parameters, 0.1f));
        ShapeException error = Assert.Throws<ShapeException>(() => keeps.Fit(odd, new(Epochs: 1, BatchSize: 64, Random)));
        Assert.Contains("options' DropLast", error.Message, StringComparison.Ordinal);
        Assert.Contains("dropLast: true", error.Message, StringComparison.Ordinal);

        Trainer drops = new(model, new CrossEntropyLoss(), new SGD(model.Parameters, 0.1f));
        History history = drops.Fit(odd, new(Epochs: 3, BatchSize: 64, Random, odd) { DropLast = true });
        Assert.Equal(6, history.StepLosses.Count);
        Assert.True(double.IsFinite(history.Epochs[^1].ValidationLoss!.Value));
    }

    [Fact]
    public void An_optimizer_of_another_model_would_train_nothing()
    {
        Trainer trainer = new(Tasks.Classifier(), new CrossEntropyLoss(), new SGD(Tasks.Classifier().Parameters, 0.1f));
        TrainingException error = Assert.Throws<TrainingException>(() => trainer.Run(Tasks.Moons, new(1, 10, Random)));
        Assert.Contains("none of the model's 4 parameters", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Parameters_left_out_are_listed_unless_that_is_meant()
    {
        Sequential model = Tasks.Classifier();
        SGD part = new(model.Parameters.Take(2), 0.1f);
        TrainingException error = Assert.Throws<TrainingException>(() => new Trainer(model, new CrossEntropyLoss(), part).Run(Tasks.Moons, new(1, 10, Random)));
        Assert.Contains("2.weight, 2.bias", error.Message, StringComparison.Ordinal);

        float[] frozen = model.Parameters[2].Value.ToArray();
        new Trainer(model, new CrossEntropyLoss(), part) { AllowsFrozenParameters = true }.Fit(Tasks.Moons, new(1, 10, Random));
        Assert.Equal(frozen, model.Parameters[2].Value.ToArray());
    }

    [Theory]
    [InlineData(0, 10, "0 epochs")]
    [InlineData(1, 0, "batch size of 0")]
    [InlineData(1, -3, "batch size of -3")]
    public void Numbers_that_make_no_sense_are_told_at_once(int epochs, int batchSize, string expected)
    {
        Trainer trainer = Tasks.Trainer(Tasks.Classifier());
        ArgumentException error = Assert.Throws<ArgumentOutOfRangeException>(() => trainer.Run(Tasks.Moons, new(epochs, batchSize, Random)));
        Assert.Contains(expected, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_empty_data_set_is_told_at_once()
    {
        Trainer trainer = Tasks.Trainer(Tasks.Classifier());
        Dataset empty = Tasks.Moons.Subset([]);
        Assert.Contains("no samples in 'train'", Assert.Throws<ArgumentException>(() => trainer.Run(empty, new(1, 10, Random))).Message, StringComparison.Ordinal);
        Assert.Contains("no samples in 'validation'", Assert.Throws<ArgumentException>(() => trainer.Run(Tasks.Moons, new(1, 10, Random, empty))).Message, StringComparison.Ordinal);
        Assert.Contains("no samples", Assert.Throws<ArgumentException>(() => trainer.Evaluate(empty)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Inputs_the_model_cannot_take_are_told_at_once()
    {
        Trainer trainer = Tasks.Trainer(Tasks.Classifier());
        ShapeException error = Assert.Throws<ShapeException>(() => trainer.Run(Synthetic.DiceRolls(), new(1, 10, Random)));
        Assert.Contains("layer 0, Linear(2, 16)", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Cancelling_stops_between_two_steps()
    {
        using CancellationTokenSource source = new();
        Trainer trainer = Tasks.Trainer(Tasks.Classifier());
        Assert.Throws<OperationCanceledException>(() =>
        {
            foreach (TrainingStep step in trainer.Steps(Tasks.Moons, new(10, 20, Random) { Cancellation = source.Token }))
            {
                if (step.Number == 13)
                    source.Cancel();
            }
        });
        Assert.Equal(13, trainer.History.StepLosses.Count);
        Assert.Single(trainer.History.Epochs);
        Assert.Equal(13, trainer.Optimizer.StepCount);
    }

    [Fact]
    public void Progress_counts_up_to_the_end()
    {
        Recording recording = new();
        Tasks.Trainer(Tasks.Classifier()).Fit(Tasks.Moons, new(2, 60, Random) { Progress = recording });
        Assert.Equal([1, 2, 3, 4, 5, 6, 7, 8], recording.Reports.Select(report => report.Step));
        Assert.All(recording.Reports, report => Assert.Equal((8, 2), (report.StepCount, report.EpochCount)));
        Assert.Equal(TimeSpan.Zero, recording.Reports[^1].Remaining);
        Assert.Equal(1, recording.Reports[^1].Fraction);
    }

    private sealed class Recording : IProgress<TrainingProgress>
    {
        internal List<TrainingProgress> Reports { get; } = [];

        public void Report(TrainingProgress value) => Reports.Add(value);
    }
}
