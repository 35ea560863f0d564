using MathNet.Numerics.Random;
using NeuroLab.Layers;
using NeuroLab.Ops;
using NeuroLab.Optimization;
using NeuroLab.Tensors;

namespace NeuroLab.Tests.Ops;

/// <summary>What is wrong with a graph is said, and nothing is silently wrong.</summary>
public sealed class EngineMistakeTests
{
    private readonly MersenneTwister random = new(1);

    [Fact]
    public void Backward_twice_is_refused()
    {
        Linear layer = new(2, 2, random);
        Tensor y = layer.Forward(Tensor.Ones(1, 2)), first = y.SumAll(), second = y.MeanAll();
        first.Backward();
        Assert.Contains("Run Forward again", Assert.Throws<InvalidOperationException>(() => first.Backward()).Message);
        float[] gradient = layer.Weight.Gradient.ToArray();
        Assert.Contains("(a + b).Backward()", Assert.Throws<InvalidOperationException>(() => second.Backward()).Message);
        Assert.Equal(gradient, layer.Weight.Gradient.ToArray());
    }

    [Fact]
    public void A_loss_of_several_numbers_is_refused() =>
        Assert.Contains("single number", Assert.Throws<InvalidOperationException>(() => new Linear(2, 2, random).Forward(Tensor.Ones(1, 2)).Backward()).Message);

    [Fact]
    public void A_parameter_without_a_gradient_is_named_at_the_step()
    {
        Sequential model = [new Linear(2, 2, random), new Linear(2, 1, random)];
        SGD optimizer = new(model.Parameters, 0.1f);
        Assert.Contains("loss.Backward()", Assert.Throws<InvalidOperationException>(() => optimizer.Step()).Message);

        // The number is taken out of the tensor on the way: the first layer is cut off.
        Tensor hidden = model[0].Forward(Tensor.Ones(1, 2)).Apply(MathF.Tanh);
        model[1].Forward(hidden).Backward();
        string message = Assert.Throws<InvalidOperationException>(() => optimizer.Step()).Message;
        Assert.Contains("0.weight", message);
        Assert.DoesNotContain("1.weight", message);
        Assert.Equal(0, optimizer.StepCount);
    }

    [Fact]
    public void An_operation_that_forgets_a_gradient_is_found_out()
    {
        Tensor x = Tensor.Ones(2);
        x.RequiresGrad = true;
        Assert.Contains("GradientOf(0)", Assert.Throws<InvalidOperationException>(() => new Forgetful().Of(x).Backward(Tensor.Ones(2))).Message);
    }

    [Fact]
    public void An_operation_object_serves_one_pass()
    {
        Forgetful operation = new();
        operation.Of(Tensor.Ones(1));
        Assert.Contains("new Forgetful()", Assert.Throws<InvalidOperationException>(() => operation.Of(Tensor.Ones(1))).Message);
    }

    [Fact]
    public void A_tensor_of_a_step_that_is_over_is_refused()
    {
        Linear layer = new(2, 2, random);
        StepMemory memory = new();
        Tensor y, part, copy;
        using (memory.Step())
        {
            y = layer.Forward(Tensor.Ones(1, 2));
            part = y.Detach();
            copy = y.Clone();
            Assert.Contains("under way", Assert.Throws<InvalidOperationException>(() => memory.Step()).Message);
        }
        Assert.Contains("Clone()", Assert.Throws<InvalidOperationException>(() => y.ToArray()).Message);
        Assert.Throws<InvalidOperationException>(() => part[0, 0]);
        Assert.Throws<InvalidOperationException>(() => y.SumAll());
        Assert.Throws<InvalidOperationException>(() => y.Backward(copy));
        using (memory.Step())
        {
            Assert.Throws<InvalidOperationException>(() => layer.Forward(y));
            Assert.Equal(copy.ToArray(), layer.Forward(Tensor.Ones(1, 2)).ToArray());
        }
    }

    [Fact]
    public void A_gradient_stops_where_it_should()
    {
        Tensor x = Tensor.Ones(2);
        x.RequiresGrad = true;
        Tensor y = 2 * x;
        Assert.Contains("Detach()", Assert.Throws<InvalidOperationException>(() => y.RequiresGrad = false).Message);
        (y.Detach() * x).SumAll().Backward();
        Assert.Equal([2, 2], x.Gradient!.ToArray());
        x.ZeroGrad();
        Assert.Null(x.Gradient);
    }

    private sealed class Forgetful : Operation
    {
        protected override void Forward(Tensor y) => Input(0).Values.CopyTo(y.Values);

        protected override void Backward(Tensor y, Tensor dy)
        {
        }
    }
}
