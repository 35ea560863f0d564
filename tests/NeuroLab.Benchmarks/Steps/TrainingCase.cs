using MathNet.Numerics.Random;
using NeuroLab.Layers;
using NeuroLab.Losses;
using NeuroLab.Ops;
using NeuroLab.Optimization;
using NeuroLab.Tensors;

namespace NeuroLab.Benchmarks.Steps;

/// <summary>A model that is trained on one batch: forward, loss, backward, step.</summary>
internal sealed class TrainingCase : ITimed
{
    private readonly Sequential model;
    private readonly Optimizer optimizer;
    private readonly CrossEntropyLoss criterion = new();
    private readonly StepMemory memory = new();
    private readonly Tensor inputs;
    private readonly int[] labels;

    private TrainingCase(string key, Sequential model, Func<Sequential, Optimizer> optimizer, Shape input, int classes)
    {
        MersenneTwister random = new(1);
        Key = key;
        this.model = model;
        this.optimizer = optimizer(model);
        inputs = new Tensor(input);
        labels = new int[input[0]];
        foreach (ref float x in inputs.Values)
            x = (float)random.NextDouble();
        for (int i = 0; i < labels.Length; i++)
            labels[i] = random.Next(classes);
    }

    /// <summary>The five models whose steps are measured.</summary>
    internal static IReadOnlyList<TrainingCase> All() =>
    [
        new("mlp_784_256_128_10_b64_sgdm", Perceptron(), model => new SGD(model.Parameters, 0.05f, momentum: 0.9f), new Shape(64, 784), 10),
        new("mlp_784_256_128_10_b64_adam", Perceptron(), model => new Adam(model.Parameters, 0.001f), new Shape(64, 784), 10),
        new("mlp_784_256_128_10_b512_sgdm", Perceptron(), model => new SGD(model.Parameters, 0.05f, momentum: 0.9f), new Shape(512, 784), 10),
        new("cnn_16_32_b64_sgdm", Convolutional(), model => new SGD(model.Parameters, 0.05f, momentum: 0.9f), new Shape(64, 1, 28, 28), 10),
        new("tiny_2_16_16_2_b32_sgd", Tiny(), model => new SGD(model.Parameters, 0.05f), new Shape(32, 2), 2),
    ];

    public string Key { get; }

    /// <summary>The loss of the last step.</summary>
    internal float Loss { get; private set; }

    public void Run()
    {
        using StepScope step = memory.Step();
        Tensor loss = criterion.Forward(model.Forward(inputs), labels);
        Loss = loss.ToScalar();
        optimizer.ZeroGrad();
        loss.Backward();
        optimizer.Step();
    }

    private static Sequential Perceptron()
    {
        MersenneTwister random = new(1);
        return [new Linear(784, 256, random), new ReLU(), new Linear(256, 128, random), new ReLU(), new Linear(128, 10, random)];
    }

    private static Sequential Convolutional()
    {
        MersenneTwister random = new(1);
        return
        [
            new Conv2d(1, 16, 3, random, padding: 1), new ReLU(), new MaxPool2d(2),
            new Conv2d(16, 32, 3, random, padding: 1), new ReLU(), new MaxPool2d(2),
            new Flatten(), new Linear(1568, 10, random),
        ];
    }

    private static Sequential Tiny()
    {
        MersenneTwister random = new(1);
        return [new Linear(2, 16, random), new Tanh(), new Linear(16, 16, random), new Tanh(), new Linear(16, 2, random)];
    }
}
