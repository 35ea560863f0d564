using MathNet.Numerics.Random;
using NeuroLab.Layers;
using NeuroLab.Losses;
using NeuroLab.Optimization;
using NeuroLab.Tensors;

namespace NeuroLab.Tests.Layers;

public sealed class KeptValuesTests
{
    [Fact]
    public void A_model_gets_back_its_parameters_buffers_and_counters()
    {
        MersenneTwister random = new(1);
        Sequential model = [new Linear(2, 3, random), new BatchNorm1d(3), new Linear(3, 1, random)];
        float[][] before = Everything(model);
        KeptValues kept = new(model);

        SGD optimizer = new(model.Parameters, 0.1f);
        Tensor loss = new MSELoss().Forward(model.Forward(new float[,] { { 1, 2 }, { 3, 5 } }), new float[,] { { 1 }, { 0 } });
        loss.Backward();
        optimizer.Step();
        Assert.NotEqual(before, Everything(model));

        kept.Restore();
        Assert.Equal(before, Everything(model));
    }

    private static float[][] Everything(Layer model) =>
    [
        .. model.Parameters.Select(parameter => parameter.Value.ToArray()),
        .. model.Buffers.Select(buffer => buffer.Value.ToArray()),
        [.. model.Counters.Select(counter => (float)counter.Value.Value)],
    ];
}
