using NeuroLab.Kernels;
using NeuroLab.Tensors;

namespace NeuroLab.Ops;

/// <summary>
/// A hidden state that is carried from step to step. Shapes: x (batch, time, in), Wᵢₕ (hidden, in), Wₕₕ (hidden, hidden), bᵢₕ and bₕₕ (hidden),
/// y (batch, time, hidden): h of every step.
/// </summary>
internal sealed class RecurrenceOp : Operation
{
    private readonly Workspace states = new(), sums = new(), stateGradients = new(), allSums = new();

    internal static Tensor Of(Tensor x, Tensor inputWeight, Tensor hiddenWeight, Tensor inputBias, Tensor hiddenBias, Shape shape) =>
        Take<RecurrenceOp>(x, inputWeight, hiddenWeight, inputBias, hiddenBias).Run(shape);

    /// <summary>hₜ = tanh(xₜ Wᵢₕᵀ + bᵢₕ + hₜ₋₁ Wₕₕᵀ + bₕₕ), step by step; h before the first step is 0.</summary>
    protected override void Forward(Tensor y)
    {
        Tensor x = Input(0);
        int batch = x.Shape[0], hidden = y.Shape[2];
        MatrixProduct.Multiply(x, transposeA: false, Input(1), transposeB: true, y);
        Tensor state = states.Take(batch, hidden), sum = sums.Take(batch, hidden);
        state.Values.Clear();
        for (int t = 0; t < x.Shape[1]; t++)
        {
            MatrixProduct.Multiply(state, transposeA: false, Input(2), transposeB: true, sum);
            if (WebKernels.AreThere)
            {
                WebKernels.Recur(StepOf(y, 0, t), x.Shape[1] * hidden, sum.Values, Input(3).Values, Input(4).Values, state.Values);
                continue;
            }
            for (int n = 0; n < batch; n++)
            {
                Span<float> h = StepOf(y, n, t), a = sum.Sample(n);
                TensorPrimitives.Add(a, h, a);
                TensorPrimitives.Add(a, Input(3).Values, a);
                TensorPrimitives.Add(a, Input(4).Values, a);
                TanhOp.Compute(a, h);
                h.CopyTo(state.Sample(n));
            }
        }
    }

    /// <summary>
    /// Through time, last step first: da = (dyₜ + dh) (1 - hₜ²), dWₕₕ += daᵀ hₜ₋₁, dh = da Wₕₕ for the step before; then over all
    /// steps at once dWᵢₕ = daᵀ x, dx = da Wᵢₕ, and both db = the sum of da.
    /// </summary>
    protected override void Backward(Tensor y, Tensor dy)
    {
        Tensor x = Input(0);
        int batch = x.Shape[0], steps = x.Shape[1], hidden = y.Shape[2];
        Tensor before = states.Take(batch, hidden), dh = stateGradients.Take(batch, hidden), da = sums.Take(batch, hidden), allDa = allSums.Take(batch, steps, hidden);
        Tensor? hiddenWeightGradient = GradientOf(2);
        hiddenWeightGradient?.Values.Clear();
        dh.Values.Clear();
        for (int t = steps - 1; t >= 0; t--)
        {
            if (WebKernels.AreThere)
                WebKernels.RecurBack(StepOf(y, 0, t), StepOf(dy, 0, t), StepOf(allDa, 0, t), steps * hidden, dh.Values, da.Values, t > 0 ? before.Values : [], hidden);
            for (int n = 0; n < batch && !WebKernels.AreThere; n++)
            {
                ReadOnlySpan<float> h = StepOf(y, n, t), above = StepOf(dy, n, t), later = dh.Sample(n);
                Span<float> a = da.Sample(n);
                for (int j = 0; j < a.Length; j++)
                    a[j] = (above[j] + later[j]) * (1 - h[j] * h[j]);
                a.CopyTo(StepOf(allDa, n, t));
                if (t > 0)
                    StepOf(y, n, t - 1).CopyTo(before.Sample(n));
            }
            if (t == 0)
                break;
            if (hiddenWeightGradient is not null)
                MatrixProduct.Multiply(da, transposeA: true, before, transposeB: false, hiddenWeightGradient, accumulate: true);
            MatrixProduct.Multiply(da, transposeA: false, Input(2), transposeB: false, dh);
        }
        for (int bias = 3; bias <= 4; bias++)
        {
            if (GradientOf(bias) is { } biasGradient)
                SumSteps(allDa, biasGradient.Values);
        }
        if (GradientOf(1) is { } inputWeightGradient)
            MatrixProduct.Multiply(allDa, transposeA: true, x, transposeB: false, inputWeightGradient);
        if (GradientOf(0) is { } dx)
            MatrixProduct.Multiply(allDa, transposeA: false, Input(1), transposeB: false, dx);
    }

    /// <summary>The sum over all steps, last one first, and all samples.</summary>
    private static void SumSteps(Tensor sequences, Span<float> sum)
    {
        sum.Clear();
        for (int t = sequences.Shape[1] - 1; t >= 0; t--)
        {
            for (int n = 0; n < sequences.Shape[0]; n++)
                TensorPrimitives.Add(sum, StepOf(sequences, n, t), sum);
        }
    }

    private static Span<float> StepOf(Tensor sequences, int n, int t) =>
        sequences.Values.Slice((n * sequences.Shape[1] + t) * sequences.Shape[2], sequences.Shape[2]);
}
