using FsCheck;
using FsCheck.Fluent;
using MathNet.Numerics.Random;
using NeuroLab.Ops;
using NeuroLab.Tensors;

namespace NeuroLab.Tests.Ops;

/// <summary>The backward formula of every operation on tensors against finite differences, over random shapes.</summary>
public sealed class OperationGradientTests
{
    private static readonly Dictionary<string, Func<Random, (Shape[] Inputs, Func<Tensor[], Tensor> Function)>> Operations = new()
    {
        ["AddOp"] = r => Two(r, (a, b) => a + b),
        ["SubtractOp"] = r => Two(r, (a, b) => a - b),
        ["MultiplyOp"] = r => Two(r, (a, b) => a * b),
        ["DivideOp"] = r => Two(r, (a, b) => a / Away(b)),
        ["MaximumOp"] = r => ([new(3, 4), new(3, 4)], t => Tensor.Maximum(t[0], t[1] + 0.013f)),
        ["WhereOp"] = r => ([new(3, 4), new(3, 4)], t => Tensor.Where(Mask(t[0].Shape), t[0], t[1])),
        ["ScaleOp"] = r => One(r, x => 2 * (x / 3)),
        ["ShiftOp"] = r => One(r, x => 1 - (x + 2)),
        ["PowOp"] = r => One(r, x => Away(x).Pow(1.5f)),
        ["ExpOp"] = r => One(r, x => x.Exp()),
        ["LogOp"] = r => One(r, x => Away(x).Log()),
        ["SqrtOp"] = r => One(r, x => Away(x).Sqrt()),
        ["AbsOp"] = r => One(r, x => x.Abs()),
        ["ReLUOp"] = r => One(r, x => x.ReLU()),
        ["SigmoidOp"] = r => One(r, x => x.Sigmoid()),
        ["TanhOp"] = r => One(r, x => x.Tanh()),
        ["SoftmaxOp"] = r => One(r, x => x.Softmax()),
        ["LogSoftmaxOp"] = r => One(r, x => x.LogSoftmax()),
        ["MatMulOp"] = r => Matrices(r, (a, b) => a.MatMul(b)),
        ["TransposeOp"] = r => One(r, x => x.Transpose(0, -1)),
        ["ReshapeOp"] = r => One(r, x => x.Reshape(-1)),
        ["SliceOp"] = r => One(r, x => x.Slice(-1, ..^(x.Shape[^1] / 2))),
        ["ConcatenateOp"] = r => ([new(2, 3), new(2, 1), new(2, 2)], t => Tensor.Concatenate(1, t)),
        ["GatherOp"] = r => One(r, x => x.Rows(0, x.Shape[0] - 1, 0)),
        ["SumOp"] = r => Reduced(r, (x, axis, keep) => axis is { } along ? x.Sum(along, keep) : x.SumAll()),
        ["MeanOp"] = r => Reduced(r, (x, axis, keep) => axis is { } along ? x.Mean(along, keep) : x.MeanAll()),
        ["MaxOp"] = r => Reduced(r, (x, axis, keep) => x.Max(axis ?? 0, keep)),
        ["MinOp"] = r => Reduced(r, (x, axis, keep) => x.Min(axis ?? 0, keep)),
        ["VarianceOp"] = r => Variances(r.Next(2, 5), keepAxis: r.Next(2) == 0, unbiased: r.Next(2) == 0),
        ["ArgMaxOp"] = r => Reduced(r, (x, axis, keep) => x.ArgMax(axis ?? 0, keep)),
    };

    /// <summary>These belong to one layer or loss, whose own test holds them: GradientTests and LossGradientTests.</summary>
    private static readonly string[] OfLayers =
    [
        "LeakyReLUOp", "ELUOp", "GELUOp", "LinearOp", "ConvOp", "ConvTransposeOp", "MaxPoolOp", "AvgPoolOp", "BatchNormOp", "LayerNormOp", "DropoutOp", "RecurrenceOp", "LastStepOp",
        "SquaredErrorOp", "AbsoluteErrorOp", "HuberOp", "BinaryCrossEntropyOp", "CrossEntropyOp",
    ];

    public static TheoryData<string> Names => new(Operations.Keys);

    [Theory]
    [MemberData(nameof(Names))]
    public void Backward_is_the_gradient_of_forward(string name) =>
        Prop.ForAll(Arb.From(Gen.Choose(1, 1_000_000)), seed =>
        {
            MersenneTwister random = new(seed);
            (Shape[] shapes, Func<Tensor[], Tensor> function) = Operations[name](random);
            Tensor[] inputs = [.. shapes.Select(shape => FiniteDifferences.Distinct(shape, random))];
            foreach (Tensor input in inputs)
                input.RequiresGrad = true;
            Tensor y = function(inputs);
            Tensor dy = new(y.Shape, [.. Enumerable.Range(0, y.Length).Select(_ => (float)(2 * random.NextDouble() - 1))]);
            y.Backward(dy);
            for (int i = 0; i < inputs.Length; i++)
                FiniteDifferences.AssertGradient(() => Weighted(function(inputs), dy), inputs[i], inputs[i].Gradient!, FiniteDifferences.StepFor(inputs[i].Length) / 4, $"{name} at {string.Join<Shape>(", ", shapes)}: input {i}");
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(25).WithReplay(20260101, 7));

    [Fact]
    public void Every_operation_of_the_library_is_checked()
    {
        IEnumerable<string> all = typeof(Operation).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(Operation)) && !type.IsAbstract).Select(type => type.Name);
        Assert.Equal(all.Order(), Operations.Keys.Concat(OfLayers).Order());
    }

    private static double Weighted(Tensor y, Tensor dy)
    {
        double sum = 0;
        for (int i = 0; i < y.Length; i++)
            sum += (double)y.Values[i] * dy.Values[i];
        return sum;
    }

    /// <summary>Numbers from 1 to 5, away from 0.</summary>
    private static Tensor Away(Tensor x) => x + 3.2f;

    private static Tensor Mask(Shape shape) => new(shape, [.. Enumerable.Range(0, shape.ElementCount).Select(i => i % 3 == 0 ? 1f : 0)]);

    private static (Shape[], Func<Tensor[], Tensor>) One(Random r, Func<Tensor, Tensor> function) => ([Any(r)], t => function(t[0]));

    /// <summary>Two shapes of which either may have to be stretched.</summary>
    private static (Shape[], Func<Tensor[], Tensor>) Two(Random r, Func<Tensor, Tensor, Tensor> function)
    {
        int n = r.Next(1, 4), m = r.Next(2, 5);
        Shape wide = new(n, m);
        Shape[] others = [wide, new(m), new(n, 1), new(1, m), new(2, n, m), new(1)];
        Shape other = others[r.Next(others.Length)];
        return (r.Next(2) == 0 ? [wide, other] : [other, wide], t => function(t[0], t[1]));
    }

    private static (Shape[], Func<Tensor[], Tensor>) Matrices(Random r, Func<Tensor, Tensor, Tensor> function)
    {
        int m = r.Next(1, 4), k = r.Next(1, 5), n = r.Next(1, 4), batch = r.Next(1, 4);
        (Shape, Shape)[] pairs = [(new(m, k), new(k, n)), (new(k), new(k, n)), (new(m, k), new(k)), (new(batch, m, k), new(batch, k, n)), (new(2, batch, m, k), new(2, batch, k, n)), (new(batch, m, k), new(k, n))];
        (Shape a, Shape b) = pairs[r.Next(pairs.Length)];
        return ([a, b], t => function(t[0], t[1]));
    }

    private static (Shape[], Func<Tensor[], Tensor>) Reduced(Random r, Func<Tensor, int?, bool, Tensor> function)
    {
        Shape shape = Any(r);
        int? axis = r.Next(3) == 0 ? null : r.Next(shape.Rank);
        bool keep = r.Next(2) == 0;
        return ([shape], t => function(t[0], axis, keep));
    }

    private static (Shape[], Func<Tensor[], Tensor>) Variances(int count, bool keepAxis, bool unbiased) => ([new(3, count)], t => t[0].Variance(1, keepAxis, unbiased));

    private static Shape Any(Random r) => r.Next(2) == 0 ? new(r.Next(1, 4), r.Next(1, 5)) : new(r.Next(1, 4), r.Next(1, 4), r.Next(1, 4));
}
