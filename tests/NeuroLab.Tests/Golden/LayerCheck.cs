using NeuroLab.Layers;
using NeuroLab.Tensors;

namespace NeuroLab.Tests.Golden;

/// <summary>Runs a layer forward and backward, and compares output, gradients and running statistics.</summary>
internal static class LayerCheck
{
    internal static void Run(GoldenCase golden)
    {
        Layer layer = LayerFactory.Make(golden);
        SetAll(golden, "parameters", layer.Parameters.ToDictionary(parameter => parameter.Path, parameter => parameter.Value));
        Dictionary<string, Tensor> buffers = layer.Buffers.ToDictionary(buffer => buffer.Path, buffer => buffer.Value);
        foreach (string name in golden.NamesIn("state_before"))
            buffers[name].CopyFrom(golden.Tensor("state_before", name));

        Tensor x = golden.Tensor("inputs", "x"), dy = golden.Tensor("output_gradient");
        Tensor keptX = x.Clone(), keptDy = dy.Clone();
        Tensor variable = x.Detach();
        variable.RequiresGrad = true;
        Tensor y = layer.Forward(variable), keptY = y.Clone();
        golden.AssertClose(golden.Tensor("outputs", "y"), y, "y");
        if (golden.Has("outputs", "h_n"))
            golden.AssertClose(golden.Tensor("outputs", "h_n"), LastStates(y), "h_n");
        y.Backward(dy);
        Tensor? dx = variable.Gradient;

        foreach (string name in golden.NamesIn("gradients"))
        {
            Tensor actual = name == "x" ? dx! : layer.Parameters.Single(parameter => parameter.Path == name).Gradient;
            golden.AssertClose(golden.Tensor("gradients", name), actual, $"the gradient of {name}");
        }
        foreach (string name in golden.NamesIn("state_after"))
            golden.AssertClose(golden.Tensor("state_after", name), buffers[name], name);
        Assert.Equal(keptX.ToArray(), x.ToArray());
        Assert.Equal(keptDy.ToArray(), dy.ToArray());
        Assert.Equal(keptY.ToArray(), y.ToArray());
    }

    /// <summary>Sets every tensor from the case; a name that only one side knows fails.</summary>
    internal static void SetAll(GoldenCase golden, string key, Dictionary<string, Tensor> tensors)
    {
        Assert.Equal(golden.NamesIn(key).Order(StringComparer.Ordinal), tensors.Keys.Order(StringComparer.Ordinal));
        foreach ((string name, Tensor tensor) in tensors)
            tensor.CopyFrom(golden.Tensor(key, name));
    }

    /// <summary>The last step of (batch, time, hidden), as PyTorch shapes h_n: (1, batch, hidden).</summary>
    private static Tensor LastStates(Tensor y) => y.Slice(1, ^1..).Transpose(0, 1);
}
