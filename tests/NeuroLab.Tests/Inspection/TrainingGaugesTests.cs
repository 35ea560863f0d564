using MathNet.Numerics.Random;
using NeuroLab.Data;
using NeuroLab.Initialization;
using NeuroLab.Inspection;
using NeuroLab.Layers;
using NeuroLab.Losses;
using NeuroLab.Optimization;
using NeuroLab.Tensors;
using NeuroLab.Training;

namespace NeuroLab.Tests.Inspection;

public sealed class TrainingGaugesTests
{
    [Fact]
    public void A_step_is_measured_beside_the_weights_and_the_gradient_after_it()
    {
        // One weight, y = 2x on x = 1: the loss is (w - 2)², its slope 2 (w - 2).
        Linear model = new(1, 1, new MersenneTwister(1), bias: false);
        model.Weight.Value.Values[0] = 1;
        Dataset train = new(new Tensor(new Shape(1, 1), [1]), new Tensor(new Shape(1, 1), [2]));

        TrainingGauges gauges = TrainingGauges.Watch(new Trainer(model, new MSELoss(), new SGD(model.Parameters, 0.25f)), train, new(2, 1));

        Assert.Equal(1, gauges.StartLoss);
        Assert.Null(gauges.GuessingLoss);
        Assert.Equal([2, 1, 0.5], gauges.GradientNorms.Select(layers => Assert.Single(layers)));
        Assert.Equal([0.5 / 1.5, 0.25 / 1.75], gauges.UpdateRatios.Select(layers => Assert.Single(layers)));
        Assert.Equal([1, 0.25], gauges.History.Losses);
        Assert.Null(gauges.Breakdown);
    }

    [Fact]
    public void Units_that_are_silent_or_copies_are_idle()
    {
        Linear first = new(1, 4, new MersenneTwister(1), bias: false);
        first.Weight.Value.CopyFrom(new float[,] { { 1 }, { 1 }, { 2 }, { -1 } });
        Sequential model = [first, new ReLU(), new Linear(4, 2, new MersenneTwister(1))];

        TrainingGauges gauges = Watch(model, rate: 1e-6f);

        Assert.Equal([0.5], gauges.IdleShares[0]);
        Assert.Equal(Math.Log(2), gauges.GuessingLoss);
    }

    [Fact]
    public void Units_of_a_convolution_are_its_channels_and_those_of_a_sequence_its_last_axis()
    {
        Conv2d convolution = new(1, 3, 1, new MersenneTwister(1), bias: false);
        convolution.Weight.Value.Values.Fill(1);
        convolution.Weight.Value.Values[2] = -1;
        Dataset pictures = new(new Uniform(0.5f, 1).Create(new Shape(4, 1, 2, 2), new MersenneTwister(2)), [0, 1, 0, 1]);
        Sequential model = [convolution, new ReLU(), new Flatten(), new Linear(12, 2, new MersenneTwister(1))];
        Assert.Equal(2 / 3d, TrainingGauges.Watch(TrainerOf(model, 1e-6f), pictures, new(1, 4)).IdleShares[0][0]);

        Dataset sequences = new(new Uniform(0.5f, 1).Create(new Shape(4, 3, 2), new MersenneTwister(2)), [0, 1, 0, 1]);
        RNN recurrent = new(2, 5, new MersenneTwister(1));
        Sequential reader = [recurrent, new LastStep(), new Linear(5, 2, new MersenneTwister(1))];
        Assert.Equal([0.0], TrainingGauges.Watch(TrainerOf(reader, 1e-6f), sequences, new(1, 4)).IdleShares[0]);
    }

    [Fact]
    public void Looking_changes_nothing_in_the_training()
    {
        Sequential Net() => [new Linear(1, 8, new MersenneTwister(3)), new BatchNorm1d(8), new ReLU(), new Dropout(0.5f, new MersenneTwister(4)), new Linear(8, 2, new MersenneTwister(5))];
        Sequential watched = Net(), alone = Net();

        TrainingGauges gauges = Watch(watched, rate: 0.1f, epochs: 3);
        TrainerOf(alone, 0.1f).Fit(Signs, new(3, 2, new MersenneTwister(1)));

        Assert.All(watched.Parameters.Zip(alone.Parameters), pair => Assert.Equal(pair.Second.Value.ToArray(), pair.First.Value.ToArray()));
        Assert.Equal(4, gauges.GradientNorms.Count);
        Assert.Equal(3, gauges.UpdateRatios.Count);
        Assert.True(watched.IsTraining);
    }

    [Fact]
    public void A_layer_that_the_optimizer_does_not_hold_makes_no_step()
    {
        Sequential model = [new Linear(1, 4, new MersenneTwister(3)), new Tanh(), new Linear(4, 2, new MersenneTwister(5))];
        Trainer trainer = new(model, new CrossEntropyLoss(), new SGD(model[2].Parameters, 0.1f)) { AllowsFrozenParameters = true };

        TrainingGauges gauges = TrainingGauges.Watch(trainer, Signs, new(1, 2));

        Assert.Equal(0, gauges.UpdateRatios[0][0]);
        Assert.True(gauges.UpdateRatios[0][1] > 0);
        Assert.True(gauges.GradientNorms[0][0] > 0);
    }

    [Fact]
    public void A_training_that_breaks_down_keeps_what_was_read_and_says_why()
    {
        Linear model = new(1, 1, new MersenneTwister(1));
        Dataset train = new(new Tensor(new Shape(1, 1), [1000]), new Tensor(new Shape(1, 1), [2]));

        TrainingGauges gauges = TrainingGauges.Watch(new Trainer(model, new MSELoss(), new SGD(model.Parameters, 100)), train, new(20, 1));

        Assert.Contains("learning rate", gauges.Breakdown, StringComparison.Ordinal);
        Assert.InRange(gauges.History.Epochs.Count, 1, 19);
        Assert.Equal(gauges.History.Epochs.Count + 1, gauges.GradientNorms.Count);
    }

    [Fact]
    public void A_model_without_weights_has_nothing_to_read()
    {
        Sequential model = [new BatchNorm1d(1)];
        var error = Assert.Throws<ArgumentException>(() => TrainingGauges.Watch(TrainerOf(model, 0.1f), Signs, new(1, 2)));
        Assert.Contains("such as Linear", error.Message, StringComparison.Ordinal);
    }

    private static Dataset Signs => new(new Tensor(new Shape(4, 1), [1, 2, 3, 4]), [0, 1, 0, 1]);

    private static TrainingGauges Watch(Layer model, float rate, int epochs = 1) => TrainingGauges.Watch(TrainerOf(model, rate), Signs, new(epochs, 2, new MersenneTwister(1)));

    private static Trainer TrainerOf(Layer model, float rate) => new(model, new CrossEntropyLoss(), new SGD(model.Parameters, rate));
}
