using MathNet.Numerics.Random;
using NeuroLab.Data;
using NeuroLab.Layers;
using NeuroLab.Losses;
using NeuroLab.Optimization;
using NeuroLab.Training;

namespace NeuroLab.Tests.Training;

/// <summary>What can be added to a trainer: schedules, penalties, what is done after the backward pass.</summary>
public sealed class TrainerPartsTests
{
    [Fact]
    public void A_schedule_changes_the_rate_after_each_epoch()
    {
        Sequential model = Tasks.Classifier();
        SGD sgd = new(model.Parameters, 0.8f);
        Trainer trainer = new(model, new CrossEntropyLoss(), sgd) { Schedule = new ExponentialDecay(sgd, 0.5f) };
        History history = trainer.Fit(Tasks.Moons, new(Epochs: 3, BatchSize: 100));
        Assert.Equal([0.8f, 0.8f, 0.4f, 0.4f, 0.2f, 0.2f], history.StepLearningRates);
        Assert.Equal(0.1f, sgd.LearningRate, 1e-6f);
    }

    [Fact]
    public void A_plateau_is_seen_in_the_training_loss_where_nothing_is_validated()
    {
        Sequential model = Tasks.Classifier();
        SGD still = new(model.Parameters, 0);
        Trainer trainer = new(model, new CrossEntropyLoss(), still) { Schedule = new ReduceOnPlateau(still, patience: 1) };
        trainer.Fit(Tasks.Moons, new(Epochs: 2, BatchSize: 200));
        Assert.Equal(2, trainer.Schedule.Epoch);
    }

    [Fact]
    public void A_penalty_shrinks_weights_and_stays_out_of_the_losses()
    {
        Sequential plain = Tasks.Classifier(), small = Tasks.Classifier();
        History without = Trained(plain, []), with = Trained(small, [new L2Penalty(small.Parameters, 0.05f)]);
        Assert.Equal(without.StepLosses[0], with.StepLosses[0]);
        Assert.True(Norm(small) < 0.7 * Norm(plain), $"{Norm(small)} {Norm(plain)}");

        static History Trained(Sequential model, Penalty[] penalties) =>
            new Trainer(model, new CrossEntropyLoss(), new SGD(model.Parameters, 0.1f)) { Penalties = penalties }
                .Fit(Tasks.Moons, new(Epochs: 30, BatchSize: 20, new MersenneTwister(1)));

        static double Norm(Layer model) => Math.Sqrt(Tasks.Bits(model).Sum(value => (double)value * value));
    }

    [Fact]
    public void What_is_done_after_backward_reaches_the_step()
    {
        Sequential model = Tasks.Classifier();
        float[] before = Tasks.Bits(model);
        Trainer trainer = Tasks.Trainer(model);
        trainer.AfterBackward = model.ZeroGrad;
        trainer.Fit(Tasks.Moons, new(Epochs: 1, BatchSize: 50));
        Assert.Equal(before, Tasks.Bits(model));
    }

    [Fact]
    public void A_single_output_is_judged_by_the_threshold()
    {
        Dataset dice = Synthetic.DiceRolls().WithTargetColumn();
        MersenneTwister random = new(1);
        Sequential model = [new Linear(3, 1, random), new Sigmoid()];
        Trainer trainer = new(model, new MSELoss(), new SGD(model.Parameters, 0.1f));
        History history = trainer.Fit(dice, new(Epochs: 200, BatchSize: 16, random));
        Assert.True(history.Accuracies[^1] > 0.9, history.ToString());
    }

    [Fact]
    public void A_logit_changes_class_at_zero()
    {
        Dataset dice = Synthetic.DiceRolls().WithTargetColumn();
        MersenneTwister random = new(1);
        Sequential model = [new Linear(3, 1, random)];
        Trainer trainer = new(model, new BCEWithLogitsLoss(), new Adam(model.Parameters, 0.05f));
        Assert.Equal(0, trainer.Threshold);
        trainer.Fit(dice, new(Epochs: 150, BatchSize: 16, random));
        Assert.Equal(1, trainer.Evaluate(dice).Accuracy);
        Assert.Equal(dice.Labels, model.PredictClasses(dice.Inputs, threshold: 0));
    }

    [Fact]
    public void Progress_and_epochs_print_as_one_line()
    {
        Assert.Equal("epoch 3: loss 0.1284, accuracy 96.9 %, validation loss 0.1533, validation accuracy 95.8 %", new Epoch(3, 0.1284, 0.969, 0.1533, 0.958, 0.1f, 60).ToString());
        Assert.Equal("epoch 3: loss 0.1284", new Epoch(3, 0.1284, null, null, null, 0.1f, 60).ToString());
        Assert.Equal("epoch 3 of 30, step 60 of 690, loss 0.1284, 4 s left", new TrainingProgress(60, 690, 3, 30, 0.1284f, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(3.2)).ToString());
        Assert.Equal("loss 0.1533, accuracy 95.8 % of 360 samples", new Evaluation(0.1533, 0.958, 360).ToString());
    }

    [Fact]
    public void The_history_of_a_long_run_is_shown_in_part()
    {
        History history = Tasks.Trainer(Tasks.Classifier()).Fit(Tasks.Moons, new(Epochs: 100, BatchSize: 100, new MersenneTwister(1)));
        string[] lines = history.ToString().Split('\n');
        Assert.InRange(lines.Length, 20, 26);
        Assert.StartsWith("    1", lines[2], StringComparison.Ordinal);
        Assert.StartsWith("  100", lines[^2], StringComparison.Ordinal);
        Assert.Equal("200 steps, 100 finished epochs", lines[^1]);
    }
}
