using NeuroLab.Data;
using NeuroLab.Layers;
using NeuroLab.Losses;
using NeuroLab.Ops;
using NeuroLab.Optimization;
using NeuroLab.Tensors;

namespace NeuroLab.Tests.Golden;

/// <summary>Trains a model on one full batch a step and compares every loss and the parameters at the end.</summary>
internal static class TrainingRunCheck
{
    internal static void Run(GoldenCase golden)
    {
        Sequential model = new([.. golden["layers"].EnumerateArray().Select(line => LayerFactory.Make(line.GetString()!))]);
        LayerCheck.SetAll(golden, "parameters", model.Parameters.ToDictionary(parameter => parameter.Path, parameter => parameter.Value));
        Loss loss = LossFactory.Make(golden.Text("loss", "mse"), golden);
        Optimizer optimizer = OptimizerFactory.Make(golden.Text("optimizer", "sgd"), model.Parameters, golden);
        StepMemory memory = new();

        Batch batch = LossCheck.TargetsOf(golden, golden.Tensor("inputs", "x"), loss);
        float[] expected = golden.Numbers("outputs", "losses");
        Assert.Equal(golden.Int("steps"), expected.Length);
        for (int step = 0; step < expected.Length; step++)
        {
            using StepScope scope = memory.Step();
            Tensor now = loss.Forward(model.Forward(batch.Inputs), batch);
            golden.AssertClose(expected[step], now.ToScalar(), $"the loss of step {step}");
            model.ZeroGrad();
            now.Backward();
            optimizer.Step();
        }
        foreach (string name in golden.NamesIn("outputs", "parameters"))
            golden.AssertClose(golden.Tensor("outputs", "parameters", name), model.Parameters.Single(parameter => parameter.Path == name).Value, name);
    }
}
