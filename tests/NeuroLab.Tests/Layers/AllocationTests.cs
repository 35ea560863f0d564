using MathNet.Numerics.Random;
using NeuroLab.Data;
using NeuroLab.Layers;
using NeuroLab.Losses;
using NeuroLab.Ops;
using NeuroLab.Optimization;
using NeuroLab.Tensors;

namespace NeuroLab.Tests.Layers;

/// <summary>After warm-up a step with reused buffers allocates nothing, also where the last batch of an epoch is smaller.</summary>
public sealed class AllocationTests
{
    private static readonly MersenneTwister Random = new(1);

    private static readonly Layer[] Layers =
    [
        new ReLU(), new LeakyReLU(), new ELU(), new GELU(), new Sigmoid(), new Tanh(), new Softmax(), new LogSoftmax(), new Dropout(0.5f, Random),
        new MaxPool2d(3, 2, 1), new AvgPool2d(2), new BatchNorm2d(3), new LayerNorm(8), new Flatten(),
        new Conv2d(3, 4, 3, Random, padding: 1), new Conv2d(3, 4, 3, Random, stride: 2), new ConvTranspose2d(3, 4, 3, Random, padding: 1), new ConvTranspose2d(3, 4, 3, Random, stride: 2),
        new Sequential(new Flatten(), new Linear(192, 5, Random)),
        new Residual(new ReLU(), new Tanh()), new Sequential(new ReLU(), new MaxPool2d(2), new Flatten()),
    ];

    public static TheoryData<string> Names => new(Layers.Select(layer => layer.ToString()!));

    [Theory]
    [MemberData(nameof(Names))]
    public void A_layer_allocates_nothing(string name)
    {
        Layer layer = Layers.Single(candidate => candidate.ToString() == name);
        StepMemory memory = new();
        (Tensor X, Tensor Dy)[] batches = [.. new[] { 4, 3 }.Select(batch =>
        {
            Tensor x = FiniteDifferences.Distinct(new Shape(batch, 3, 8, 8), Random);
            x.RequiresGrad = true;
            return (x, Tensor.Full(layer.OutputShape(x.Shape), 1));
        })];
        Assert.Equal(0, BytesOf(() =>
        {
            foreach ((Tensor x, Tensor dy) in batches)
            {
                using StepScope step = memory.Step();
                layer.Forward(x).Backward(dy);
            }
        }));
    }

    [Fact]
    public void Losses_allocate_nothing()
    {
        Tensor logits = FiniteDifferences.Distinct(new Shape(4, 3), Random), targets = Tensor.Full(logits.Shape, 0.5f);
        logits.RequiresGrad = true;
        foreach (Loss loss in new Loss[] { new MSELoss(), new L1Loss(), new HuberLoss(), new BCEWithLogitsLoss(), new CrossEntropyLoss(0.1f) })
        {
            StepMemory memory = new();
            Batch batch = loss is CrossEntropyLoss ? new(logits, new int[4]) : new(logits, targets);
            Assert.Equal(0, BytesOf(() =>
            {
                using StepScope step = memory.Step();
                loss.Forward(logits, batch).Backward();
            }));
        }
    }

    [Fact]
    public void An_embedding_allocates_nothing()
    {
        Embedding table = new(5, 3, Random);
        Tensor words = new(new Shape(2, 3), [0, 4, 1, 1, 2, 0]);
        StepMemory memory = new();
        Assert.Equal(0, BytesOf(() =>
        {
            using StepScope step = memory.Step();
            table.Forward(words).SumAll().Backward();
        }));
    }

    [Fact]
    public void Optimizers_and_penalties_allocate_nothing()
    {
        Parameter[] parameters = [new("weight", FiniteDifferences.Distinct(new Shape(4, 3), Random)), new("bias", new Tensor(4))];
        L2Penalty penalty = new(parameters, 0.1f);
        StepMemory memory = new();
        foreach (Optimizer optimizer in new Optimizer[] { new SGD(parameters, 0.1f, 0.9f, nesterov: true), new Adagrad(parameters), new RMSprop(parameters, momentum: 0.9f, centered: true), new Adam(parameters), new AdamW(parameters) })
        {
            CosineAnnealing schedule = new(optimizer, 100);
            Assert.Equal(0, BytesOf(() =>
            {
                using StepScope step = memory.Step();
                penalty.Forward().Backward();
                optimizer.Step();
                optimizer.ZeroGrad();
                schedule.Step();
            }));
        }
    }

    // The fewest of five rounds: what a step allocates is there in each of them, what the runtime does once on this thread is not.
    private static long BytesOf(Action step)
    {
        for (int i = 0; i < 5; i++)
            step();
        return Enumerable.Range(0, 5).Min(_ =>
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            for (int i = 0; i < 10; i++)
                step();
            return GC.GetAllocatedBytesForCurrentThread() - before;
        });
    }
}
