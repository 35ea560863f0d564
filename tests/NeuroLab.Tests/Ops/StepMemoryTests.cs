using MathNet.Numerics.Random;
using NeuroLab.Layers;
using NeuroLab.Losses;
using NeuroLab.Ops;
using NeuroLab.Optimization;
using NeuroLab.Tensors;

namespace NeuroLab.Tests.Ops;

public sealed class StepMemoryTests
{
    [Fact]
    public void A_loop_with_memory_gives_the_same_bits_as_one_without()
    {
        Assert.Equal(Train(null), Train(new StepMemory()));

        static float[] Train(StepMemory? memory)
        {
            MersenneTwister random = new(1);
            Sequential model = [new Conv2d(1, 3, 3, random), new ReLU(), new MaxPool2d(2), new Flatten(), new Dropout(0.2f, random), new Residual(new Linear(12, 12, random), new GELU()), new Linear(12, 3, random)];
            Adam optimizer = new(model.Parameters);
            Tensor[] batches = [.. new[] { 5, 5, 3 }.Select(size => FiniteDifferences.Distinct(new Shape(size, 1, 6, 6), random))];
            for (int step = 0; step < 12; step++)
            {
                Tensor x = batches[step % 3];
                int[] labels = new int[x.Shape[0]];
                using StepScope? scope = memory?.Step();
                Tensor logits = model.Forward(x), loss = new CrossEntropyLoss().Forward(logits, labels) + 0.01f * (logits * logits).MeanAll();
                optimizer.ZeroGrad();
                loss.Backward();
                optimizer.Step();
            }
            return [.. model.Parameters.SelectMany(parameter => parameter.Value.ToArray())];
        }
    }

    [Fact]
    public void What_is_computed_between_two_steps_is_ordinary()
    {
        StepMemory memory = new();
        Tensor x = Tensor.Ones(2);
        Tensor within, before = x + 1;
        using (memory.Step())
            within = x + 1;
        Tensor after = x + 1;
        using (memory.Step())
            Assert.Same(within, x + 2);
        Assert.NotSame(within, after);
        Assert.Equal([2, 2], before.ToArray());
        Assert.Equal([2, 2], after.ToArray());
    }

    [Fact]
    public void A_step_within_a_step_of_another_memory_has_its_own()
    {
        StepMemory outer = new(), inner = new();
        Tensor x = Tensor.Ones(2);
        using (outer.Step())
        {
            Tensor first = x + 1;
            using (inner.Step())
                _ = x + 5;
            Assert.Equal([2, 2], first.ToArray());
            Assert.Equal([4, 4], (first + first).ToArray());
        }
    }
}
