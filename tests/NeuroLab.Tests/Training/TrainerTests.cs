using MathNet.Numerics;
using MathNet.Numerics.Random;
using NeuroLab.Data;
using NeuroLab.Layers;
using NeuroLab.Losses;
using NeuroLab.Optimization;
using NeuroLab.Tensors;
using NeuroLab.Training;

namespace NeuroLab.Tests.Training;

public sealed class TrainerTests
{
    [Fact]
    public void A_small_network_learns_two_moons()
    {
        (Dataset train, Dataset validation) = Tasks.Moons.Split(0.8, new MersenneTwister(2), stratify: true);
        Trainer trainer = Tasks.Trainer(Tasks.Classifier());

        History history = trainer.Fit(train, new(Epochs: 60, BatchSize: 16, new MersenneTwister(3), validation));

        Assert.Equal(60, history.Epochs.Count);
        Assert.Equal(60 * 10, history.StepLosses.Count);
        Assert.True(history.Losses[^1] < 0.2 * history.Losses[0], history.ToString());
        Assert.True(history.ValidationAccuracies[^1] > 0.95, history.ToString());
        Assert.Equal(trainer.Evaluate(validation).Accuracy, history.Epochs[^1].ValidationAccuracy);
    }

    [Fact]
    public void The_same_seed_gives_the_same_bits()
    {
        static float[] Run()
        {
            Sequential model = Tasks.Classifier();
            Tasks.Trainer(model).Fit(Tasks.Moons, new(Epochs: 5, BatchSize: 32, new MersenneTwister(7)));
            return Tasks.Bits(model);
        }

        Assert.Equal(Run(), Run());
    }

    [Fact]
    public void Any_number_of_threads_gives_the_same_bits()
    {
        static float[] Run(int threads)
        {
            MersenneTwister random = new(1);
            Sequential model = [new Conv2d(1, 8, 3, random, padding: 1), new BatchNorm2d(8), new ReLU(), new Flatten(), new Dropout(0.2f, random), new Linear(512, 128, random), new Tanh(), new Linear(128, 10, random)];
            Dataset digits = Datasets.OptDigits().AsImages(1, 8, 8).Subset(0..256);
            int before = Control.MaxDegreeOfParallelism;
            Control.MaxDegreeOfParallelism = threads;
            try
            {
                new Trainer(model, new CrossEntropyLoss(), new Adam(model.Parameters, 0.01f)).Fit(digits, new(Epochs: 1, BatchSize: 128, random));
            }
            finally
            {
                Control.MaxDegreeOfParallelism = before;
            }
            return Tasks.Bits(model);
        }

        float[] one = Run(1);
        Assert.Equal(one, Run(2));
        Assert.Equal(one, Run(4));
    }

    [Fact]
    public void Another_seed_gives_another_order()
    {
        Sequential one = Tasks.Classifier(), other = Tasks.Classifier();
        Tasks.Trainer(one).Fit(Tasks.Moons, new(Epochs: 1, BatchSize: 32, new MersenneTwister(1)));
        Tasks.Trainer(other).Fit(Tasks.Moons, new(Epochs: 1, BatchSize: 32, new MersenneTwister(2)));
        Assert.NotEqual(Tasks.Bits(one), Tasks.Bits(other));
    }

    [Fact]
    public void Nothing_happens_until_the_run_is_enumerated()
    {
        Sequential model = Tasks.Classifier();
        float[] before = Tasks.Bits(model);
        Trainer trainer = Tasks.Trainer(model);
        _ = trainer.Run(Tasks.Moons, new(Epochs: 3, BatchSize: 32, new MersenneTwister(1)));
        Assert.Equal(before, Tasks.Bits(model));
        Assert.Empty(trainer.History.StepLosses);
    }

    [Fact]
    public void A_run_left_early_keeps_what_was_done_and_the_next_goes_on()
    {
        Trainer trainer = Tasks.Trainer(Tasks.Classifier());
        foreach (Epoch epoch in trainer.Run(Tasks.Moons, new(Epochs: 10, BatchSize: 50, new MersenneTwister(1))))
        {
            if (epoch.Number == 3)
                break;
        }
        Assert.Equal(3, trainer.History.Epochs.Count);
        Assert.Equal(12, trainer.History.StepLosses.Count);

        int[] numbers = [.. trainer.Run(Tasks.Moons, new(Epochs: 2, BatchSize: 50, new MersenneTwister(2))).Select(epoch => epoch.Number)];
        Assert.Equal([4, 5], numbers);
        Assert.Equal(20, trainer.History.Epochs[^1].Steps);
    }

    [Fact]
    public void Steps_tell_where_an_epoch_ends()
    {
        Trainer trainer = Tasks.Trainer(Tasks.Classifier());
        TrainingStep[] steps = [.. trainer.Steps(Tasks.Moons, new(Epochs: 2, BatchSize: 80, new MersenneTwister(1)))];
        Assert.Equal([false, false, true, false, false, true], steps.Select(step => step.EndsEpoch));
        Assert.Equal([1, 2, 3, 4, 5, 6], steps.Select(step => step.Number));
        Assert.Equal(steps.Select(step => step.Loss), trainer.History.StepLosses);
        double mean = (80.0 * steps[0].Loss + 80.0 * steps[1].Loss + 40.0 * steps[2].Loss) / 200;
        Assert.Equal(mean, trainer.History.Epochs[0].Loss, 6);
    }

    [Fact]
    public void The_mode_is_as_it_was_between_steps()
    {
        Sequential model = Tasks.Classifier();
        model.Eval();
        Trainer trainer = Tasks.Trainer(model);
        foreach (TrainingStep _ in trainer.Steps(Tasks.Moons, new(Epochs: 1, BatchSize: 80, Validation: Tasks.Moons)))
            Assert.False(model.IsTraining || model[0].IsTraining);
    }

    [Fact]
    public void Results_taken_between_steps_are_not_written_over()
    {
        Sequential model = Tasks.Classifier();
        Tensor inputs = Tasks.Moons.Subset(0..50).Inputs;
        List<(Tensor Result, float[] Copy)> taken = [];
        foreach (TrainingStep _ in Tasks.Trainer(model).Steps(Tasks.Moons, new(Epochs: 1, BatchSize: 50)))
        {
            Tensor result = model.Forward(inputs);
            taken.Add((result, result.ToArray()));
        }
        Assert.All(taken, each => Assert.Equal(each.Copy, each.Result.ToArray()));
    }

    [Fact]
    public void A_step_allocates_nothing_of_its_own_after_warm_up()
    {
        MersenneTwister random = new(1);
        Sequential model = [new Tanh(), new Linear(2, 4, random), new Residual(new Linear(4, 4, random), new ReLU()), new Dropout(0.1f, random), new Linear(4, 2, random)];
        Trainer trainer = new(model, new CrossEntropyLoss(), new SGD(model.Parameters, 0.1f, momentum: 0.9f)) { Penalties = [new L2Penalty(model.Parameters, 1e-4f), new L1Penalty(model.Parameters, 1e-4f)] };
        using IEnumerator<TrainingStep> steps = trainer.Steps(Tasks.Moons, new(Epochs: 200, BatchSize: 60, new MersenneTwister(1), Tasks.Moons)).GetEnumerator();
        for (int i = 0; i < 8; i++)
            steps.MoveNext();
        // The fewest of several epochs: what the runtime does once on this thread is not a step's.
        Assert.Equal(0, Enumerable.Range(0, 5).Min(_ =>
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            for (int i = 0; i < 3; i++)
                steps.MoveNext();
            long ofSteps = GC.GetAllocatedBytesForCurrentThread() - before;
            // The smaller last batch, the validation, and one line for the history.
            steps.MoveNext();
            Assert.True(steps.Current.EndsEpoch);
            Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 2000);
            return ofSteps;
        }));
    }

    [Fact]
    public void Plain_values_have_no_accuracy()
    {
        MersenneTwister random = new(1);
        Sequential model = [new Linear(1, 1, random)];
        Dataset line = Synthetic.NoisyLine(50, random);
        Trainer trainer = new(model, new MSELoss(), new SGD(model.Parameters, 0.1f));
        History history = trainer.Fit(line, new(Epochs: 50, BatchSize: 10, random, line));
        Assert.Empty(history.Accuracies);
        Assert.Equal(2, model.Parameters[0].Value.Values[0], 0.1);
        Assert.Equal(1, model.Parameters[1].Value.Values[0], 0.1);
        Assert.Same(history.Epochs.MinBy(epoch => epoch.ValidationLoss), history.Best);
    }
}
