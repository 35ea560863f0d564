using MathNet.Numerics.Random;
using NeuroLab.Data;
using NeuroLab.Layers;
using NeuroLab.Losses;
using NeuroLab.Optimization;
using NeuroLab.Tensors;
using NeuroLab.Training;

namespace NeuroLab.Tests.Training;

/// <summary>Training on pictures that an augmentation changes.</summary>
public sealed class AugmentedTrainingTests
{
    private static readonly Dataset Digits = Datasets.OptDigits().Subset(..60).AsImages(1, 8, 8);

    [Fact]
    public void Each_epoch_changes_every_picture_of_the_training_and_none_of_the_validation()
    {
        Blank blank = new();
        Trainer trainer = Make();
        Epoch last = trainer.Run(Digits, new(Epochs: 3, BatchSize: 25, new MersenneTwister(1), Digits) { Augmentation = blank }).Last();
        Assert.Equal(3 * Digits.Count, blank.Changed);
        Assert.Equal(trainer.Evaluate(Digits).Loss, last.ValidationLoss!.Value, 1e-5);
        // All training pictures were the same, so nothing but how often each class occurs could be learned.
        Assert.True(last.Accuracy < 0.3, $"{last}");
    }

    [Fact]
    public void A_run_that_was_stopped_and_restored_has_the_bits_of_an_unbroken_one()
    {
        using TemporaryFolder folder = new();
        Trainer unbroken = Make(), stopped = Make(), resumed = Make();
        unbroken.Fit(Digits, Options(seed: 5));
        foreach (Epoch epoch in stopped.Run(Digits, Options(seed: 5)))
        {
            if (epoch.Number == 2)
            {
                stopped.Save(folder.At("run"));
                break;
            }
        }
        resumed.Restore(folder.At("run"));
        resumed.Fit(Digits, Options(seed: 5));
        Assert.Equal(Tasks.Bits(unbroken.Model), Tasks.Bits(resumed.Model));

        static TrainingOptions Options(int seed) => new(Epochs: 4, BatchSize: 16, new MersenneTwister(seed)) { Augmentation = new Compose(new RandomShift(1), new RandomRotation(10)) };
    }

    [Fact]
    public void A_model_takes_pictures_of_the_size_they_are_cropped_to()
    {
        TrainingOptions options = new(Epochs: 1, BatchSize: 20, new MersenneTwister(1)) { Augmentation = new RandomCrop(6) };
        Make(side: 6).Fit(Digits, options);
        Assert.Contains("36", Assert.Throws<ShapeException>(() => Make().Fit(Digits, options)).Message, StringComparison.Ordinal);
        Assert.Contains("needs a generator", Assert.Throws<ArgumentException>(() => Make().Fit(Digits, new(1, 20) { Augmentation = new RandomShift(1) })).Message, StringComparison.Ordinal);
    }

    private static Trainer Make(int side = 8)
    {
        MersenneTwister random = new(3);
        Sequential model = [new Flatten(), new Linear(side * side, 10, random)];
        return new Trainer(model, new CrossEntropyLoss(), new SGD(model.Parameters, 0.1f));
    }

    private sealed class Blank : Augmentation
    {
        internal int Changed { get; private set; }

        protected internal override void Change(ReadOnlySpan<float> picture, Size2d size, Span<float> result, Random random)
        {
            result.Clear();
            Changed++;
        }
    }
}
