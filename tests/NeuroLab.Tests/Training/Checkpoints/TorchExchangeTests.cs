using System.Runtime.InteropServices;
using MathNet.Numerics.Random;
using NeuroLab.Layers;
using NeuroLab.Losses;
using NeuroLab.Optimization;
using NeuroLab.Tensors;
using NeuroLab.Training;

namespace NeuroLab.Tests.Training.Checkpoints;

public sealed class TorchExchangeTests : IDisposable
{
    private const string Script = "Training/Checkpoints/exchange.py";
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [TorchFact]
    public async Task PyTorch_loads_what_was_saved_here_and_predicts_the_same()
    {
        Sequential model = Model(1);
        NeuroLab.Data.Dataset digits = NeuroLab.Data.Datasets.OptDigits().AsImages(1, 8, 8).Subset(0..100);
        new Trainer(model, new CrossEntropyLoss(), new SGD(model.Parameters, 0.1f)).Fit(digits, new(Epochs: 2, BatchSize: 20, new MersenneTwister(1)));
        Checkpoint.Save(folder.At("model"), model);
        folder.Write("input", MemoryMarshal.AsBytes(digits.Inputs.Values).ToArray());

        await Torch.RunAsync(Script, "read", folder.At("model"), folder.At("input"), folder.At("output"));

        AssertClose(Numbers("output"), model.Predict(digits.Inputs).ToArray());
    }

    [TorchFact]
    public async Task What_PyTorch_saved_is_loaded_here_and_predicts_the_same()
    {
        await Torch.RunAsync(Script, "write", folder.At("model"), folder.At("input"), folder.At("output"));
        Sequential model = Model(2);
        Checkpoint.Load(folder.At("model"), model);
        AssertClose(Numbers("output"), model.Predict(new Tensor(new Shape(20, 1, 8, 8), Numbers("input"))).ToArray());
    }

    private static Sequential Model(int seed)
    {
        MersenneTwister random = new(seed);
        return [
            new Conv2d(1, 4, 3, random, padding: 1), new BatchNorm2d(4), new ReLU(), new MaxPool2d(2), new Flatten(),
            new Sequential { new Linear(64, 16, random), new LayerNorm(16), new Tanh() }, new Dropout(0.5f, random), new Linear(16, 10, random),
        ];
    }

    private static void AssertClose(float[] expected, float[] actual)
    {
        Assert.Equal(expected.Length, actual.Length);
        for (int i = 0; i < expected.Length; i++)
            Assert.Equal(expected[i], actual[i], 1e-4f);
    }

    private float[] Numbers(string file) => MemoryMarshal.Cast<byte, float>(File.ReadAllBytes(folder.At(file))).ToArray();
}
