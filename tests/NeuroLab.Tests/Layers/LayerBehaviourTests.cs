using MathNet.Numerics.Random;
using NeuroLab.Layers;
using NeuroLab.Tensors;

namespace NeuroLab.Tests.Layers;

public sealed class LayerBehaviourTests
{
    private readonly MersenneTwister random = new(1);

    [Fact]
    public void Tanh_is_exact_around_zero()
    {
        float[] x = [.. Enumerable.Range(-60, 121).Select(i => i * 1e-3f)];
        Tensor y = new Tanh().Forward(Tensor.Vector(x));
        Assert.Equal(0f, y[60]);
        for (int i = 0; i < x.Length; i++)
            Assert.InRange(y[i] - Math.Tanh(x[i]), -2e-6 * Math.Abs(x[i]), 2e-6 * Math.Abs(x[i]));
    }

    [Fact]
    public void An_embedding_takes_words_as_whole_numbers()
    {
        Embedding table = new(5, 2, random);
        Tensor rows = table.Forward([4, 0, 4]);
        Assert.Equal("(words 3, dim 2)", rows.Shape.ToString());
        Assert.Equal(table.Weight.Value.Rows(4, 0, 4).ToArray(), rows.ToArray());
        rows.SumAll().Backward();
        Assert.Equal([1, 1, 0, 0, 0, 0, 0, 0, 2, 2], table.Weight.Gradient.ToArray());

        Tensor texts = table.Forward(new[,] { { 1, 2, 0 }, { 3, 4, 4 } });
        Assert.Equal("(batch 2, time 3, dim 2)", texts.Shape.ToString());
        Assert.Equal(table.Forward(new float[,] { { 1, 2, 0 }, { 3, 4, 4 } }).ToArray(), texts.ToArray());
    }

    [Fact]
    public void Linear_sums_its_inputs_by_hand()
    {
        Linear layer = new(2, 1, random);
        layer.Weight.Value.CopyFrom(new float[,] { { 2, -1 } });
        layer.Bias!.Value[0] = 0.5f;
        Assert.Equal([2 * 3 - 4 + 0.5f], layer.Forward(new float[,] { { 3, 4 } }).ToArray());
    }

    [Fact]
    public void One_seed_gives_one_start()
    {
        Linear first = new(5, 4, new MersenneTwister(7)), second = new(5, 4, new MersenneTwister(7));
        Assert.Equal(first.Weight.Value.ToArray(), second.Weight.Value.ToArray());
        Assert.NotEqual(first.Weight.Value.ToArray(), new Linear(5, 4, new MersenneTwister(8)).Weight.Value.ToArray());
        Assert.All(first.Weight.Value.ToArray(), weight => Assert.InRange(weight, -1 / MathF.Sqrt(5), 1 / MathF.Sqrt(5)));
    }

    [Theory]
    [InlineData(8, 3, 1, 0, 1, 6)]
    [InlineData(8, 3, 1, 1, 1, 8)]
    [InlineData(8, 3, 2, 1, 1, 4)]
    [InlineData(7, 2, 2, 0, 1, 3)]
    [InlineData(9, 3, 1, 0, 3, 3)]
    [InlineData(3, 3, 5, 0, 1, 1)]
    public void Convolution_has_the_output_size_of_the_formula(int size, int kernel, int stride, int padding, int dilation, int expected)
    {
        Conv2d layer = new(1, 2, kernel, random, stride, padding, dilation);
        Assert.Equal($"(batch 5, channels 2, height {expected}, width {expected})", layer.OutputShape(new Shape(5, 1, size, size)).ToString());
    }

    [Theory]
    [InlineData(4, 3, 1, 0, 0, 1, 6)]
    [InlineData(7, 4, 2, 1, 0, 1, 14)]
    [InlineData(7, 3, 2, 1, 1, 1, 14)]
    [InlineData(5, 2, 3, 0, 2, 1, 16)]
    [InlineData(3, 3, 1, 1, 0, 2, 5)]
    public void Transposed_convolution_has_the_output_size_of_the_formula_and_a_convolution_makes_the_input_size_of_it(
        int size, int kernel, int stride, int padding, int outputPadding, int dilation, int expected)
    {
        ConvTranspose2d layer = new(1, 2, kernel, random, stride, padding, outputPadding, dilation);
        Shape shape = layer.OutputShape(new Shape(5, 1, size, size));
        Assert.Equal($"(batch 5, channels 2, height {expected}, width {expected})", shape.ToString());
        Assert.Equal(new Shape(5, 1, size, size), new Conv2d(2, 1, kernel, random, stride, padding, dilation).OutputShape(shape));
    }

    [Fact]
    public void Transposed_convolution_puts_a_kernel_for_every_number_by_hand()
    {
        ConvTranspose2d layer = new(1, 1, 2, random);
        layer.Weight.Value.CopyFrom(new Tensor(new Shape(1, 1, 2, 2), [1, 2, 3, 4]));
        layer.Bias!.Value[0] = 0.5f;
        Tensor y = layer.Forward(new Tensor(new Shape(1, 1, 1, 2), [10, 100]));
        Assert.Equal([10.5f, 120.5f, 200.5f, 30.5f, 340.5f, 400.5f], y.ToArray());
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Transposed_convolution_is_the_way_back_of_a_convolution(int stride)
    {
        Conv2d there = new(2, 3, 3, random, stride, padding: 1, bias: false);
        ConvTranspose2d back = new(3, 2, 3, random, stride, padding: 1, outputPadding: stride - 1, bias: false);
        back.Weight.Value.CopyFrom(there.Weight.Value);
        Tensor x = FiniteDifferences.Distinct(new Shape(2, 2, 6, 8), random);
        (Tensor y, Tensor dx) = there.Pass(x, y => y.Clone());
        Assert.Equal(dx.ToArray(), back.Forward(y.Clone()).ToArray());
    }

    [Fact]
    public void Settings_are_printed()
    {
        Assert.Equal("ConvTranspose2d(1, 8, 3, stride: 2, padding: 1, outputPadding: (1, 0), bias: false)", new ConvTranspose2d(1, 8, 3, random, 2, 1, (1, 0), bias: false).ToString());
        Assert.Equal("Conv2d(1, 8, (3, 5), stride: 2, padding: (1, 2), dilation: 3, bias: false)", new Conv2d(1, 8, (3, 5), random, 2, (1, 2), 3, bias: false).ToString());
        Assert.Equal("MaxPool2d(3, stride: 1, padding: 1)", new MaxPool2d(3, 1, 1).ToString());
        Assert.Equal("Sequential(Linear(2, 1, bias: false), Dropout(0.25), RNN(1, 2), LayerNorm(features 3), ELU(1), LeakyReLU(0.01))",
            new Sequential(new Linear(2, 1, random, bias: false), new Dropout(0.25f, random), new RNN(1, 2, random), new LayerNorm(3), new ELU(), new LeakyReLU()).ToString());
    }

    [Fact]
    public void Normalization_centres_and_scales()
    {
        Tensor x = 3 * FiniteDifferences.Distinct(new Shape(16, 4), random) + 5;
        Tensor byBatch = new BatchNorm1d(4).Forward(x), bySample = new LayerNorm(4).Forward(x);
        Assert.True(byBatch.Mean(0).AllClose(new Tensor(4)));
        Assert.True(byBatch.Variance(0, unbiased: false).AllClose(Tensor.Ones(4), 1e-4f));
        Assert.True(bySample.Mean(1).AllClose(new Tensor(16)));
        Assert.True(bySample.Variance(1, unbiased: false).AllClose(Tensor.Ones(16), 1e-3f));
    }

    [Fact]
    public void Batch_normalization_counts_batches_only_while_training()
    {
        BatchNorm1d layer = new(2);
        layer.Forward(Tensor.Ones(3, 2));
        layer.Eval();
        layer.Forward(Tensor.Ones(1, 2));
        Assert.Equal(1, layer.Counters[0].Value.Value);
    }

    [Fact]
    public void Softmax_bears_huge_numbers()
    {
        Tensor x = new float[,] { { 1000, -1000, 999 } };
        Assert.Equal(1, new Softmax().Forward(x).Sum(), 1e-6f);
        Assert.True(new LogSoftmax().Forward(x).AllClose(new float[,] { { -0.3132617f, -2000.3132f, -1.3132617f } }));
    }

    [Fact]
    public void Padding_never_wins_a_max_pool() =>
        Assert.Equal([-1, -1, -2, -1, -1, -2, -3, -3, -4], new MaxPool2d(2, 1, 1).Forward(new Tensor(new Shape(1, 1, 2, 2), [-1, -2, -3, -4])).ToArray());

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(3)]
    public void Not_a_number_wins_a_max_pool_wherever_it_stands(int place)
    {
        Tensor x = new(new Shape(1, 1, 2, 2), [1, 2, 3, 4]);
        x.Values[place] = float.NaN;
        Assert.True(float.IsNaN(new MaxPool2d(2).Forward(x).ToScalar()));
    }

    [Fact]
    public void Not_a_number_passes_through_and_does_not_vanish()
    {
        Tensor x = Tensor.Full(new Shape(1, 1, 2, 2), float.NaN);
        foreach (Layer layer in new Layer[] { new ReLU(), new LeakyReLU(), new ELU(), new GELU(), new Sigmoid(), new Tanh(), new MaxPool2d(2), new AvgPool2d(2), new Softmax() })
            Assert.True(float.IsNaN(layer.Forward(x).Values[0]), layer.ToString());
    }

    [Fact]
    public void An_empty_batch_gives_an_empty_result()
    {
        Assert.Equal(new Shape(0, 3), new Linear(4, 3, random).Forward(new Tensor(0, 4)).Shape);
        Assert.Equal(new Shape(0, 2, 3, 3), new Conv2d(1, 2, 3, random).Forward(new Tensor(0, 1, 5, 5)).Shape);
        Assert.Equal(new Shape(0, 5, 3), new RNN(2, 3, random).Forward(new Tensor(0, 5, 2)).Shape);
    }
}
