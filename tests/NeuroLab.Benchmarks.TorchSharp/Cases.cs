using System.Globalization;
using TorchSharp;
using static TorchSharp.torch;

namespace NeuroLab.Benchmarks.TorchSharp;

/// <summary>The training steps and products that NeuroLab is measured by, in TorchSharp.</summary>
internal static class Cases
{
    /// <summary>What is done for a key.</summary>
    internal static Action Of(string key) => key switch
    {
        "mlp_784_256_128_10_b64_sgdm" => Training(Perceptron(), Momentum, [64, 784], 10),
        "mlp_784_256_128_10_b64_adam" => Training(Perceptron(), model => optim.Adam(model.parameters(), 0.001), [64, 784], 10),
        "mlp_784_256_128_10_b512_sgdm" => Training(Perceptron(), Momentum, [512, 784], 10),
        "cnn_16_32_b64_sgdm" => Training(Convolutional(), Momentum, [64, 1, 28, 28], 10),
        "tiny_2_16_16_2_b32_sgd" => Training(Tiny(), model => optim.SGD(model.parameters(), 0.05), [32, 2], 2),
        _ => Product(int.Parse(key.Split('_')[1], CultureInfo.InvariantCulture)),
    };

    private static Action Training(nn.Module<Tensor, Tensor> model, Func<nn.Module, optim.Optimizer> makeOptimizer, long[] shape, int classes)
    {
        optim.Optimizer optimizer = makeOptimizer(model);
        nn.Module<Tensor, Tensor, Tensor> loss = nn.CrossEntropyLoss();
        Tensor x = rand(shape), labels = randint(classes, [shape[0]], ScalarType.Int64);
        return () =>
        {
            using DisposeScope scope = NewDisposeScope();
            Tensor error = loss.call(model.call(x), labels);
            optimizer.zero_grad();
            error.backward();
            optimizer.step();
        };
    }

    private static Action Product(int size)
    {
        Tensor a = rand(size, size), b = rand(size, size);
        return () => a.mm(b).Dispose();
    }

    private static optim.Optimizer Momentum(nn.Module model) => optim.SGD(model.parameters(), 0.05, momentum: 0.9);

    private static nn.Module<Tensor, Tensor> Perceptron() =>
        nn.Sequential(nn.Linear(784, 256), nn.ReLU(), nn.Linear(256, 128), nn.ReLU(), nn.Linear(128, 10));

    private static nn.Module<Tensor, Tensor> Convolutional() => nn.Sequential(
        nn.Conv2d(1, 16, 3, padding: 1), nn.ReLU(), nn.MaxPool2d(2),
        nn.Conv2d(16, 32, 3, padding: 1), nn.ReLU(), nn.MaxPool2d(2),
        nn.Flatten(), nn.Linear(1568, 10));

    private static nn.Module<Tensor, Tensor> Tiny() => nn.Sequential(nn.Linear(2, 16), nn.Tanh(), nn.Linear(16, 16), nn.Tanh(), nn.Linear(16, 2));
}
