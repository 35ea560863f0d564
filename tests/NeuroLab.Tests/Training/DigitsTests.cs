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
        Sequential model = [new Linear(64, 64, random), new ReLU(), new Linear(64, 10, random)];
        Trainer trainer = new(model, new CrossEntropyLoss(), new Sgd(model.Parameters, 0.1f, momentum: 0.9f));
        trainer.Fit(Digits.Train, epochs: 40, batchSize: 32, random);
        Evaluation evaluation = trainer.Evaluate(Digits.Test);
        Assert.True(evaluation.Accuracy >= 0.97, evaluation.ToString());
    }
}
