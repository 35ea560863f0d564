using MathNet.Numerics.Random;
using NeuroLab.Layers;
using NeuroLab.Tensors;

namespace NeuroLab.Tests.Layers;

public sealed class LayerTreeTests
{
    private readonly MersenneTwister random = new(1);

    [Fact]
    public void Parameters_and_buffers_are_found_in_order_with_PyTorch_names()
    {
        Sequential model = new()
        {
            new Conv2d(1, 4, 3, random),
            new BatchNorm2d(4),
            new Residual { new Conv2d(4, 4, 3, random, padding: 1), new ReLU() },
            new Flatten(),
            new Linear(16, 2, random, bias: false),
        };
        Assert.Equal(["0.weight", "0.bias", "1.weight", "1.bias", "2.0.weight", "2.0.bias", "4.weight"], model.Parameters.Select(parameter => parameter.Path));
        Assert.Equal(["1.running_mean", "1.running_var"], model.Buffers.Select(buffer => buffer.Path));
        Assert.Equal("1.num_batches_tracked 0", Assert.Single(model.Counters).ToString());
        Assert.Equal(36 + 4 + 8 + 144 + 4 + 32, model.ParameterCount);
        Assert.Equal("1.running_mean (channels 4)", model.Buffers[0].ToString());
        Assert.Equal("0.weight (out channels 4, in channels 1, kernel height 3, kernel width 3)", model.Parameters[0].ToString());
    }

    [Fact]
    public void Dropout_counts_its_masks_outside_the_model() =>
        Assert.False(Assert.Single(new Dropout(0.5f, random).Counters).IsPersistent);

    [Fact]
    public void Modes_reach_every_layer()
    {
        Dropout dropout = new(0.5f, random);
        Sequential model = new(new Sequential(dropout));
        Assert.True(dropout.IsTraining);
        model.Eval();
        Assert.False(dropout.IsTraining);
        model.Train();
        Assert.True(dropout.IsTraining);
    }

    [Fact]
    public void A_layer_belongs_to_one_model()
    {
        ReLU layer = new();
        Sequential model = new(layer);
        Assert.Contains("second layer", Assert.Throws<ArgumentException>(() => new Sequential(layer)).Message);
        Assert.Throws<ArgumentException>(() => model.Add(model));
    }

    [Fact]
    public void A_layer_that_was_never_added_is_found_out_when_it_runs()
    {
        Assert.Contains("never train", Assert.Throws<InvalidOperationException>(() => new Forgetful(random).Forward(new Tensor(1, 2))).Message);
        Assert.Contains("never train", Assert.Throws<InvalidOperationException>(() => new ForgetfulReader(random).Forward(new Tensor(1, 2))).Message);
    }

    [Fact]
    public void Names_are_given_once()
    {
        Assert.Contains("'weight'", Assert.Throws<ArgumentException>(() => new Doubled(parameters: true)).Message);
        Assert.Contains("'weight'", Assert.Throws<ArgumentException>(() => new Doubled(parameters: false)).Message);
    }

    private sealed class Forgetful(Random random) : Layer
    {
        private readonly Linear hidden = new(2, 2, random);

        public override Shape OutputShape(Shape input) => input;

        protected override Tensor ForwardCore(Tensor x) => hidden.Forward(x);
    }

    private sealed class ForgetfulReader(Random random) : Layer
    {
        private readonly Embedding words = new(2, 2, random);

        public override Shape OutputShape(Shape input) => input;

        protected override Tensor ForwardCore(Tensor x) => words.Forward([0, 1]);
    }

    private sealed class Doubled : Layer
    {
        internal Doubled(bool parameters)
        {
            AddParameter("weight", new Tensor(1));
            if (parameters)
                AddParameter("weight", new Tensor(1));
            else
                AddBuffer("weight", new Tensor(1));
        }

        public override Shape OutputShape(Shape input) => input;

        protected override Tensor ForwardCore(Tensor x) => x;
    }
}
