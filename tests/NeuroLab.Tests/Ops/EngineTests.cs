using MathNet.Numerics.Random;
using NeuroLab.Layers;
using NeuroLab.Losses;
using NeuroLab.Ops;
using NeuroLab.Optimization;
using NeuroLab.Tensors;

namespace NeuroLab.Tests.Ops;

/// <summary>What an engine that records gives: any graph has the right gradients.</summary>
public sealed class EngineTests
{
    private readonly MersenneTwister random = new(1);

    [Fact]
    public void A_layer_used_twice_gets_both_gradients()
    {
        TwiceTheSame model = new(random);
        FiniteDifferences.AssertLayer(model, FiniteDifferences.Distinct(new Shape(4, 3), random), random);
    }

    [Fact]
    public void A_weight_shared_by_two_layers_gets_the_sum_of_their_gradients()
    {
        // Down with W, up again with its transpose: an autoencoder with tied weights.
        Linear down = new(5, 2, random, bias: false);
        Tensor x = FiniteDifferences.Distinct(new Shape(3, 5), random);
        Tensor Loss() => new MSELoss().Forward(down.Forward(x).Tanh().MatMul(down.Weight.Value), x);
        Loss().Backward();
        FiniteDifferences.AssertGradient(() => Loss().ToScalar(), down.Weight.Value, down.Weight.Gradient, 0.01f, "W");
    }

    [Fact]
    public void Two_losses_are_added_and_gone_back_over_once()
    {
        Linear trunk = new(3, 4, random), left = new(4, 2, random), right = new(4, 1, random);
        Tensor x = FiniteDifferences.Distinct(new Shape(5, 3), random), values = FiniteDifferences.Distinct(new Shape(5, 1), random);
        int[] labels = [0, 1, 1, 0, 1];
        Tensor Loss()
        {
            Tensor hidden = trunk.Forward(x).Tanh();
            return new CrossEntropyLoss().Forward(left.Forward(hidden), labels) + 0.5f * new MSELoss().Forward(right.Forward(hidden), values);
        }
        Loss().Backward();
        foreach (Parameter parameter in new[] { trunk.Weight, trunk.Bias!, left.Weight, right.Weight })
            FiniteDifferences.AssertGradient(() => Loss().ToScalar(), parameter.Value, parameter.Gradient, 0.01f, parameter.ToString());
    }

    [Fact]
    public void A_gradient_goes_through_a_frozen_network()
    {
        Linear generator = new(2, 3, random), judge = new(3, 1, random);
        foreach (Parameter parameter in judge.Parameters)
            parameter.RequiresGrad = false;
        Tensor x = FiniteDifferences.Distinct(new Shape(4, 2), random), wanted = Tensor.Ones(4, 1);
        Tensor Loss() => new BCEWithLogitsLoss().Forward(judge.Forward(generator.Forward(x).Tanh()), wanted);
        Loss().Backward();
        FiniteDifferences.AssertGradient(() => Loss().ToScalar(), generator.Weight.Value, generator.Weight.Gradient, 0.01f, "generator");
        Assert.Equal(0, judge.Weight.Gradient.Norm());

        float[] frozen = judge.Weight.Value.ToArray();
        new SGD([.. generator.Parameters, .. judge.Parameters], 0.1f, momentum: 0.9f, weightDecay: 0.1f).Step();
        Assert.Equal(frozen, judge.Weight.Value.ToArray());
    }

    [Fact]
    public void A_second_backward_after_a_second_forward_adds_the_same_again()
    {
        Linear layer = new(3, 2, random);
        Tensor x = FiniteDifferences.Distinct(new Shape(4, 3), random);
        layer.Forward(x).SumAll().Backward();
        Tensor once = layer.Weight.Gradient.Clone();
        layer.Forward(x).SumAll().Backward();
        Assert.Equal((2 * once).ToArray(), layer.Weight.Gradient.ToArray());
    }

    [Fact]
    public void An_operation_of_ones_own_takes_fifteen_lines()
    {
        Tensor x = FiniteDifferences.Distinct(new Shape(2, 3), random);
        x.RequiresGrad = true;
        Tensor Loss() => (new Cube().Of(x) * x).SumAll();
        Loss().Backward();
        FiniteDifferences.AssertGradient(() => Loss().ToScalar(), x, x.Gradient!, 0.001f, "x³ · x");
    }

    [Fact]
    public void A_tensor_may_meet_itself()
    {
        Tensor x = new float[,] { { 1, 2 }, { 3, 4 } };
        x.RequiresGrad = true;
        Tensor Loss() => (x * x - x / (x + x) + x.MatMul(x)).SumAll();
        Loss().Backward();
        FiniteDifferences.AssertGradient(() => Loss().ToScalar(), x, x.Gradient!, 0.01f, "x");
    }

    [Fact]
    public void Gradients_of_what_is_computed_are_kept_where_that_was_asked_for()
    {
        Tensor x = Tensor.Ones(2, 2), y = new Linear(2, 2, random).Forward(x).RetainGrad(), z = y.Tanh();
        z.SumAll().Backward();
        Assert.True(y.Gradient!.AllClose(1 - z * z));
        Assert.Contains("RetainGrad", Assert.Throws<InvalidOperationException>(() => z.Gradient).Message);
        Assert.Null(x.Gradient);
    }

    [Fact]
    public void Nothing_is_recorded_where_nobody_asks()
    {
        Linear layer = new(2, 2, random);
        Tensor x = Tensor.Ones(1, 2);
        Assert.False((x * x).RequiresGrad);
        using (new NoGrad())
        {
            using (new NoGrad())
                Assert.False(layer.Forward(x).RequiresGrad);
            Assert.False(layer.Forward(x).RequiresGrad);
        }
        Assert.True(layer.Forward(x).RequiresGrad);
        Assert.False(layer.Forward(x).Detach().RequiresGrad);
        Assert.Contains("under NoGrad", Assert.Throws<InvalidOperationException>(() => (x * x).SumAll().Backward()).Message);
    }

    [Fact]
    public void A_long_chain_is_gone_back_over_without_a_deep_stack()
    {
        Tensor x = new float[] { 1 };
        x.RequiresGrad = true;
        Tensor y = x;
        for (int i = 0; i < 100_000; i++)
            y += x;
        y.Backward();
        Assert.Equal(100_001, x.Gradient![0]);
    }

    /// <summary>f(f(x)), with one f.</summary>
    private sealed class TwiceTheSame : Layer
    {
        private readonly Linear hidden;

        internal TwiceTheSame(Random random) => hidden = AddLayer(new Linear(3, 3, random));

        public override Shape OutputShape(Shape input) => input;

        protected override Tensor ForwardCore(Tensor x) => hidden.Forward(hidden.Forward(x).Tanh());
    }

    private sealed class Cube : Operation
    {
        protected override void Forward(Tensor y)
        {
            for (int i = 0; i < y.Length; i++)
                y.Values[i] = MathF.Pow(Input(0).Values[i], 3);
        }

        protected override void Backward(Tensor y, Tensor dy)
        {
            if (GradientOf(0) is { } dx)
                (3 * Input(0) * Input(0) * dy).Values.CopyTo(dx.Values);
        }
    }
}
