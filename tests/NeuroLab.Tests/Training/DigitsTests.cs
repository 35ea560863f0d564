using MathNet.Numerics.Random;
using NeuroLab.Data;
using NeuroLab.Layers;
using NeuroLab.Losses;
using NeuroLab.Optimization;
using NeuroLab.Training;

namespace NeuroLab.Tests.Training;

/// <summary>How well real digits are learned. The split is fixed: seed 1, four fifths to train with, stratified.</summary>
public sealed class DigitsTests
{
    private static readonly (Dataset Train, Dataset Test) Digits = Datasets.OptDigits().Split(0.8, new MersenneTwister(1), stratify: true);

    [Fact]
    public void A_multilayer_perceptron_reads_97_percent_of_unseen_digits()
    {
        MersenneTwister random = new(1);
        Sequential model = [
            new Linear(64, 256, random), new BatchNorm1d(256), new ReLU(), new Dropout(0.4f, random),
            new Linear(256, 10, random),
        ];
        Evaluation evaluation = Trained(model, 20, Digits.Train, random).Evaluate(Digits.Test);
        Assert.True(evaluation.Accuracy >= 0.97, evaluation.ToString());
    }

    [Fact]
    public void A_convolutional_network_reads_98_and_a_half_percent_of_unseen_digits()
    {
        MersenneTwister random = new(1);
        Sequential model = [
            new Conv2d(1, 16, 3, random, padding: 1), new BatchNorm2d(16), new ReLU(), new MaxPool2d(2),
            new Conv2d(16, 48, 3, random, padding: 1), new BatchNorm2d(48), new ReLU(),
            new Dropout(0.4f, random), new Flatten(), new Linear(48 * 4 * 4, 10, random),
        ];
        Evaluation evaluation = Trained(model, 8, Digits.Train.AsImages(1, 8, 8), random).Evaluate(Digits.Test.AsImages(1, 8, 8));
        Assert.True(evaluation.Accuracy >= 0.985, evaluation.ToString());
    }

    [Fact]
    public void On_drawn_glyphs_a_convolutional_network_beats_a_linear_model_clearly()
    {
        (Dataset train, Dataset test) = Synthetic.Glyphs(2000, new MersenneTwister(1)).Split(0.8, new MersenneTwister(1), stratify: true);
        MersenneTwister random = new(1);
        double linear = Accuracy([new Flatten(), new Linear(784, 10, random)], 0.002f, epochs: 10);
        double convolutional = Accuracy([
            new Conv2d(1, 8, 5, random, stride: 2), new BatchNorm2d(8), new ReLU(), new Conv2d(8, 16, 3, random, stride: 2), new BatchNorm2d(16), new ReLU(),
            new Flatten(), new Linear(16 * 5 * 5, 10, random),
        ], 0.005f, epochs: 4);
        Assert.True(linear > 0.6, $"linear {linear}");
        Assert.True(convolutional > linear + 0.1, $"linear {linear}, convolutional {convolutional}");

        double Accuracy(Sequential model, float learningRate, int epochs)
        {
            Trainer trainer = new(model, new CrossEntropyLoss(), new Adam(model.Parameters, learningRate));
            trainer.Fit(train, new(epochs, BatchSize: 32, random));
            return trainer.Evaluate(test).Accuracy!.Value;
        }
    }

    private static Trainer Trained(Sequential model, int epochs, Dataset train, Random random)
    {
        Adam adam = new(model.Parameters, 0.005f);
        Trainer trainer = new(model, new CrossEntropyLoss(labelSmoothing: 0.1f), adam) { Schedule = new CosineAnnealing(adam, epochs) };
        trainer.Fit(train, new(epochs, BatchSize: 32, random));
        return trainer;
    }
}
