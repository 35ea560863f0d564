using NeuroLab.Layers;
using NeuroLab.Optimization;
using NeuroLab.Tensors;

namespace NeuroLab.Tests.Golden;

/// <summary>Compares optimizers step by step, schedules epoch by epoch, and clipped gradients.</summary>
internal static class OptimizationChecks
{
    internal static void Steps(GoldenCase golden)
    {
        Parameter parameter = new("parameter", golden.Tensor("inputs", "parameter"));
        Optimizer optimizer = OptimizerFactory.Make(golden.Op, [parameter], golden);
        Tensor[] gradients = golden.Tensors("step_gradients"), expected = golden.Tensors("outputs", "parameter_after_step");
        Assert.Equal(gradients.Length, expected.Length);
        for (int step = 0; step < gradients.Length; step++)
        {
            parameter.Gradient.CopyFrom(gradients[step]);
            optimizer.Step();
            golden.AssertClose(expected[step], parameter.Value, $"the parameter after step {step}");
        }
    }

    internal static void Rates(GoldenCase golden)
    {
        SGD optimizer = new([new Parameter("parameter", new Tensor(1))], golden.Float("lr"));
        Schedule schedule = ScheduleFactory.Make(optimizer, golden);
        float[] expected = golden.Numbers("outputs", "lr_per_epoch");
        float[] losses = golden.Has("metrics") ? golden.Numbers("metrics") : [.. expected.Select(_ => 1f)];
        for (int epoch = 0; epoch < expected.Length; epoch++)
        {
            golden.AssertClose(expected[epoch], optimizer.LearningRate, $"the rate of epoch {epoch}");
            if (epoch < losses.Length)
                schedule.Step(losses[epoch]);
        }
    }

    internal static void ClipByNorm(GoldenCase golden)
    {
        Parameter[] parameters = Gradients(golden);
        float norm = GradientClipping.ByNorm(parameters, golden.Float("max_norm"));
        golden.AssertClose(golden["outputs", "total_norm"].GetSingle(), norm, "the norm");
        AssertGradients(golden, parameters);
    }

    internal static void ClipByValue(GoldenCase golden)
    {
        Parameter[] parameters = Gradients(golden);
        GradientClipping.ByValue(parameters, golden.Float("clip_value"));
        AssertGradients(golden, parameters);
    }

    private static Parameter[] Gradients(GoldenCase golden) => [.. golden.Tensors("inputs", "gradients").Select((gradient, i) =>
    {
        Parameter parameter = new($"parameter {i}", new Tensor(gradient.Shape));
        parameter.Gradient.CopyFrom(gradient);
        return parameter;
    })];

    private static void AssertGradients(GoldenCase golden, Parameter[] parameters)
    {
        Tensor[] expected = golden.Tensors("outputs", "gradients");
        Assert.Equal(expected.Length, parameters.Length);
        for (int i = 0; i < expected.Length; i++)
            golden.AssertClose(expected[i], parameters[i].Gradient, $"gradient {i}");
    }
}
