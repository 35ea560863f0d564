using MathNet.Numerics.Distributions;
using MathNet.Numerics.Random;
using NeuroLab.Inspection;
using NeuroLab.Layers;
using NeuroLab.Ops;
using NeuroLab.Losses;
using NeuroLab.Tensors;

namespace NeuroLab.Tests.Inspection;

public sealed class GradientCheckTests
{
    private readonly MersenneTwister random = new(1);

    [Fact]
    public void A_right_model_passes_and_stays_as_it_was()
    {
        Sequential model = [new Conv2d(1, 2, 3, random), new BatchNorm2d(2), new ReLU(), new MaxPool2d(2), new Flatten(), new Dropout(0.3f, random), new Linear(8, 3, random), new GELU()];
        model.Parameters[0].Gradient.Values[0] = 7;
        float[] before = [.. model.Parameters.SelectMany(parameter => parameter.Value.ToArray().Concat(parameter.Gradient.ToArray())), .. model.Buffers.SelectMany(buffer => buffer.Value.ToArray())];

        GradientCheckResult result = GradientCheck.Run(model, Normals(2, 1, 6, 6), random);

        result.ThrowIfFailed();
        Assert.InRange(result.Checked, 100, 200);
        Assert.InRange(result.Skipped, 0, 40);
        float[] after = [.. model.Parameters.SelectMany(parameter => parameter.Value.ToArray().Concat(parameter.Gradient.ToArray())), .. model.Buffers.SelectMany(buffer => buffer.Value.ToArray())];
        Assert.Equal(before, after);
    }

    [Fact]
    public void A_wrong_backward_is_named_with_function_place_and_both_values()
    {
        GradientCheckResult result = GradientCheck.Run(new Sequential { new WrongSquare() }, Tensor.Matrix(new float[,] { { 1, 2 } }), random);
        Assert.False(result.Passed);
        GradientMismatch mismatch = result.Mismatches[1];
        Assert.Equal([0, 1], mismatch.Index);
        Assert.Equal(mismatch.Expected / 2, mismatch.Received, 1e-3);
        Assert.StartsWith("Sequential(WrongSquare): d loss / d x[0, 1] should be ", mismatch.ToString(), StringComparison.Ordinal);
        Assert.Contains("0 of 2 gradients agree", Assert.Throws<InvalidOperationException>(result.ThrowIfFailed).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0f)]
    [InlineData(0.003f)]
    [InlineData(0.0104f)]
    [InlineData(-0.02f)]
    public void At_a_kink_nothing_is_compared(float x)
    {
        GradientCheckResult result = GradientCheck.Run(new ReLU(), Tensor.Matrix(new[,] { { x, 1f } }), random);
        Assert.Equal((1, 1), (result.Checked, result.Skipped));
        Assert.True(result.Passed);
    }

    [Fact]
    public void Losses_are_checked_too()
    {
        GradientCheck.Run(new CrossEntropyLoss(), Normals(4, 5), [0, 4, 2, 2]).ThrowIfFailed();
        GradientCheck.Run(new MSELoss(), Normals(3, 2), Normals(3, 2)).ThrowIfFailed();
        GradientCheck.Run(new BCEWithLogitsLoss(), Normals(3, 1), new Tensor(new Shape(3, 1), [0, 1, 1])).ThrowIfFailed();
    }

    [Fact]
    public void A_gradient_that_is_no_number_fails()
    {
        GradientCheckResult result = GradientCheck.Run(new WrongSquare(float.NaN), Tensor.Matrix(new float[,] { { 1, 2 } }), random);
        Assert.Equal(2, result.Mismatches.Count);
    }

    private Tensor Normals(params int[] sizes)
    {
        Tensor tensor = new(sizes);
        foreach (ref float value in tensor.Values)
            value = (float)Normal.Sample(random, 0, 1);
        return tensor;
    }

    private sealed class WrongSquare(float factor = 1) : Layer
    {
        public override Shape OutputShape(Shape input) => input;

        public override string ToString() => "WrongSquare";

        protected override Tensor ForwardCore(Tensor x) => new WrongSquareOp(factor).Of(x);
    }

    private sealed class WrongSquareOp(float factor) : UnaryOperation
    {
        protected override void Forward(Tensor x, Tensor y) => System.Numerics.Tensors.TensorPrimitives.Multiply<float>(x.Values, x.Values, y.Values);

        protected override void Backward(Tensor x, Tensor y, Tensor dy, Tensor dx)
        {
            for (int i = 0; i < dx.Length; i++)
                dx.Values[i] = factor * x.Values[i] * dy.Values[i];
        }
    }
}
