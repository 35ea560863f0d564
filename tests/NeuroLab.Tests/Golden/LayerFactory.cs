using MathNet.Numerics.Random;
using NeuroLab.Layers;
using NeuroLab.Tensors;

namespace NeuroLab.Tests.Golden;

/// <summary>Makes the layer that a case, or a line of a training run, describes.</summary>
internal static class LayerFactory
{
    private static readonly Random Start = new MersenneTwister(1);

    private static readonly Dictionary<string, Func<GoldenCase, Layer>> Makers = new()
    {
        ["linear"] = c => new Linear(c.Int("in_features"), c.Int("out_features"), Start, c.Bool("bias", true)),
        ["conv2d"] = c => new Conv2d(c.Int("in_channels"), c.Int("out_channels"), c.Size("kernel_size")!.Value, Start, c.Size("stride"), c.Size("padding"), c.Size("dilation"), c.Bool("bias", true)),
        ["conv_transpose2d"] = c => new ConvTranspose2d(c.Int("in_channels"), c.Int("out_channels"), c.Size("kernel_size")!.Value, Start, c.Size("stride"), c.Size("padding"), c.Size("output_padding"), c.Size("dilation"), c.Bool("bias", true)),
        ["maxpool2d"] = c => new MaxPool2d(c.Size("kernel_size")!.Value, c.Size("stride"), c.Size("padding")),
        ["avgpool2d"] = c => new AvgPool2d(c.Size("kernel_size")!.Value, c.Size("stride"), c.Size("padding"), c.Bool("count_include_pad", true)),
        ["batchnorm1d"] = c => Mode(new BatchNorm1d(c.Int("num_features"), c.Float("eps", 1e-5f), c.Float("momentum", 0.1f)), c),
        ["batchnorm2d"] = c => Mode(new BatchNorm2d(c.Int("num_features"), c.Float("eps", 1e-5f), c.Float("momentum", 0.1f)), c),
        ["layernorm"] = c => new LayerNorm(new Shape([.. c.Floats("normalized_shape")!.Select(size => (int)size)]), c.Float("eps", 1e-5f)),
        ["rnn"] = c => Only(c.Bool("batch_first", false), "batch_first", new RNN(c.Int("input_size"), c.Int("hidden_size"), Start)),
        ["embedding"] = c => new Embedding(c.Int("num_embeddings"), c.Int("embedding_dim"), Start),
        ["lstm"] = c => Only(c.Bool("batch_first", false), "batch_first", new LSTM(c.Int("input_size"), c.Int("hidden_size"), Start)),
        ["gru"] = c => Only(c.Bool("batch_first", false), "batch_first", new GRU(c.Int("input_size"), c.Int("hidden_size"), Start)),
        ["groupnorm"] = c => new GroupNorm(c.Int("num_groups"), c.Int("num_channels"), c.Float("eps", 1e-5f)),
        ["multihead_attention"] = c => Only(c.Bool("batch_first", false), "batch_first", new MultiheadAttention(c.Int("embed_dim"), c.Int("num_heads"), Start, c.Bool("causal", false))),
        ["global_avg_pool2d"] = _ => new GlobalAveragePool2d(),
        ["flatten"] = _ => new Flatten(),
        ["relu"] = _ => new ReLU(),
        ["leaky_relu"] = c => new LeakyReLU(c.Float("negative_slope", 0.01f)),
        ["elu"] = c => new ELU(c.Float("alpha", 1)),
        ["gelu"] = _ => new GELU(),
        ["sigmoid"] = _ => new Sigmoid(),
        ["tanh"] = _ => new Tanh(),
        ["softmax"] = _ => new Softmax(),
        ["log_softmax"] = _ => new LogSoftmax(),
    };

    internal static IEnumerable<string> Ops => Makers.Keys;

    internal static Layer Make(GoldenCase golden) => Makers[golden.Op](golden);

    /// <summary>A layer from a line such as <c>conv2d 1 4 3 pad=1</c>.</summary>
    internal static Layer Make(string line)
    {
        string[] words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        int[] numbers = [.. words.Skip(1).Where(word => !word.Contains('=')).Select(int.Parse)];
        Dictionary<string, string> named = words.Where(word => word.Contains('=')).Select(word => word.Split('=')).ToDictionary(pair => pair[0], pair => pair[1]);
        Size2d? Take(string shortName, string name) => named.Remove(shortName, out string? value) || named.Remove(name, out value) ? (Size2d)int.Parse(value) : null;
        Layer layer = words[0] switch
        {
            "linear" => new Linear(numbers[0], numbers[1], Start),
            "conv2d" => new Conv2d(numbers[0], numbers[1], numbers[2], Start, Take("stride", "s"), Take("pad", "padding"), Take("dilation", "d")),
            "maxpool2d" => new MaxPool2d(numbers[0], Take("stride", "s"), Take("pad", "padding")),
            "avgpool2d" => new AvgPool2d(numbers[0], Take("stride", "s"), Take("pad", "padding")),
            "batchnorm1d" => new BatchNorm1d(numbers[0]),
            "batchnorm2d" => new BatchNorm2d(numbers[0]),
            "layernorm" => new LayerNorm(new Shape(numbers)),
            "leaky_relu" => new LeakyReLU(),
            "elu" => new ELU(),
            "gelu" => new GELU(),
            "relu" => new ReLU(),
            "sigmoid" => new Sigmoid(),
            "tanh" => new Tanh(),
            "softmax" => new Softmax(),
            "log_softmax" => new LogSoftmax(),
            "flatten" => new Flatten(),
            _ => throw new InvalidDataException($"The layer '{line}' is not known to this test."),
        };
        Assert.True(named.Count == 0, $"'{line}': the settings {string.Join(", ", named.Keys)} are not known to this test.");
        return layer;
    }

    private static Layer Mode(Layer layer, GoldenCase golden)
    {
        if (!golden.Bool("training", true))
            layer.Eval();
        return layer;
    }

    private static Layer Only(bool supported, string setting, Layer layer)
    {
        Assert.True(supported, $"This test knows the layer only with {setting}.");
        return layer;
    }
}
