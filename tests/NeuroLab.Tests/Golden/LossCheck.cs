using NeuroLab.Losses;
using NeuroLab.Tensors;

namespace NeuroLab.Tests.Golden;

/// <summary>Compares a loss and its gradient.</summary>
internal static class LossCheck
{
    internal static void Run(GoldenCase golden)
    {
        Loss loss = LossFactory.Make(golden.Op, golden);
        Tensor prediction = golden.Tensor("inputs", "prediction");
        prediction.RequiresGrad = true;
        Tensor value = loss.Forward(prediction, golden.Tensor("targets"));
        value.Backward();
        golden.AssertClose(golden["outputs", "loss"].GetSingle(), value.ToScalar(), "the loss");
        golden.AssertClose(golden.Tensor("gradients", "prediction"), prediction.Gradient!, "the gradient of the prediction");
    }
}
