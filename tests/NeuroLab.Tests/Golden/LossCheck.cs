using NeuroLab.Data;
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
        Tensor value = loss.Forward(prediction, TargetsOf(golden, prediction, loss));
        value.Backward();
        golden.AssertClose(golden["outputs", "loss"].GetSingle(), value.ToScalar(), "the loss");
        golden.AssertClose(golden.Tensor("gradients", "prediction"), prediction.Gradient!, "the gradient of the prediction");
    }

    /// <summary>The case's inputs with its targets, which are labels where the loss takes them.</summary>
    internal static Batch TargetsOf(GoldenCase golden, Tensor inputs, Loss loss) => loss is CrossEntropyLoss
        ? new Batch(inputs, golden.Tensor("targets").ToLabels())
        : new Batch(inputs, golden.Tensor("targets"));
}
