using NeuroLab.Losses;

namespace NeuroLab.Tests.Golden;

/// <summary>Compares a loss and its gradient.</summary>
internal static class LossCheck
{
    internal static void Run(GoldenCase golden)
    {
        Loss loss = LossFactory.Make(golden.Op, golden);
        float value = loss.Forward(golden.Tensor("inputs", "prediction"), golden.Tensor("targets"));
        golden.AssertClose(golden["outputs", "loss"].GetSingle(), value, "the loss");
        golden.AssertClose(golden.Tensor("gradients", "prediction"), loss.Backward(), "the gradient of the prediction");
    }
}
