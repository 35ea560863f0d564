namespace NeuroLab.Kernels;

/// <content>A step of a recurrent layer.</content>
internal static unsafe partial class WebKernels
{
    /// <summary>state = y = tanh(sum + y + both biases), for one step of all sequences.</summary>
    /// <param name="y">All states from this step of the first sequence on, shape (batch, time, hidden).</param>
    /// <param name="sequence">How far the same step of the next sequence lies.</param>
    /// <param name="sum">What comes from the state before, shape (batch, hidden).</param>
    /// <param name="inputBias">One bias,</param>
    /// <param name="hiddenBias">and the other.</param>
    /// <param name="state">Where the state goes a second time, shape (batch, hidden).</param>
    internal static void Recur(
        Span<float> y, int sequence, ReadOnlySpan<float> sum, ReadOnlySpan<float> inputBias, ReadOnlySpan<float> hiddenBias, Span<float> state)
    {
        nint* arguments = stackalloc[]
        {
            At<float>(y), sequence, state.Length / inputBias.Length, inputBias.Length, At(sum), At(inputBias), At(hiddenBias), At<float>(state),
        };
        recur(arguments);
    }

    /// <summary>da = (dy + dh)(1 - y²), for one step of all sequences.</summary>
    /// <param name="y">All states from this step of the first sequence on, shape (batch, time, hidden).</param>
    /// <param name="dy">Their gradients.</param>
    /// <param name="allDa">Where da goes among those of all steps.</param>
    /// <param name="sequence">How far the same step of the next sequence lies.</param>
    /// <param name="dh">What comes from the step after, shape (batch, hidden).</param>
    /// <param name="da">Where da goes, shape (batch, hidden).</param>
    /// <param name="before">Where the states of the step before go; empty where this is the first.</param>
    /// <param name="hidden">The size of a state.</param>
    internal static void RecurBack(
        ReadOnlySpan<float> y, ReadOnlySpan<float> dy, Span<float> allDa, int sequence, ReadOnlySpan<float> dh, Span<float> da, Span<float> before, int hidden)
    {
        nint* arguments = stackalloc[]
        {
            At(y), At(dy), At<float>(allDa), sequence, da.Length / hidden, hidden, At(dh), At<float>(da), before.IsEmpty ? 0 : At<float>(before),
        };
        recurBack(arguments);
    }
}
