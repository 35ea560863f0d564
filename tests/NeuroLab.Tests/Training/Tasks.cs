using MathNet.Numerics.Random;
using NeuroLab.Data;
using NeuroLab.Layers;
using NeuroLab.Losses;
using NeuroLab.Optimization;
using NeuroLab.Training;

namespace NeuroLab.Tests.Training;

/// <summary>Small learning tasks that several tests share.</summary>
internal static class Tasks
{
    internal static Dataset Moons { get; } = Synthetic.Moons(200, new MersenneTwister(1));

    internal static Sequential Classifier(int seed = 1)
    {
        MersenneTwister random = new(seed);
        return new Sequential { new Linear(2, 16, random), new Tanh(), new Linear(16, 2, random) };
    }

    internal static Trainer Trainer(Layer model, float learningRate = 0.3f) =>
        new(model, new CrossEntropyLoss(), new SGD(model.Parameters, learningRate, momentum: 0.9f));

    internal static float[] Bits(Layer model) => [.. model.Parameters.SelectMany(parameter => parameter.Value.ToArray())];
}
