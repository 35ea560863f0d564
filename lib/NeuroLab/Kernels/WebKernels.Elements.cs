namespace NeuroLab.Kernels;

/// <content>What is done element by element, or row by row.</content>
internal static unsafe partial class WebKernels
{
    /// <summary>target[i] = source[indices[i]], row by row.</summary>
    /// <param name="source">The rows.</param>
    /// <param name="indices">Which of them; each is there.</param>
    /// <param name="size">The length of a row.</param>
    /// <param name="target">Where they go.</param>
    internal static void Gather(ReadOnlySpan<float> source, ReadOnlySpan<int> indices, int size, Span<float> target)
    {
        nint* arguments = stackalloc[] { At(source), At(indices), indices.Length, size, At<float>(target) };
        gather(arguments);
    }

    /// <summary>result = positive where x &gt; 0, else other; 0 where that is empty.</summary>
    internal static void Choose(ReadOnlySpan<float> x, ReadOnlySpan<float> positive, ReadOnlySpan<float> other, Span<float> result)
    {
        nint* arguments = stackalloc[] { At(x), At(positive), other.IsEmpty ? 0 : At(other), At<float>(result), x.Length };
        choose(arguments);
    }

    /// <summary>y = eˣ.</summary>
    internal static void Exp(ReadOnlySpan<float> x, Span<float> y) => Compute(exp, x, y);

    /// <summary>y = eˣ - 1.</summary>
    internal static void ExpM1(ReadOnlySpan<float> x, Span<float> y) => Compute(expM1, x, y);

    /// <summary>y = ln x.</summary>
    internal static void Log(ReadOnlySpan<float> x, Span<float> y) => Compute(log, x, y);

    /// <summary>y = 1 / (1 + e⁻ˣ).</summary>
    internal static void Sigmoid(ReadOnlySpan<float> x, Span<float> y) => Compute(sigmoid, x, y);

    /// <summary>y = tanh x.</summary>
    internal static void Tanh(ReadOnlySpan<float> x, Span<float> y) => Compute(tanh, x, y);

    private static void Compute(delegate* unmanaged<nint*, void> function, ReadOnlySpan<float> x, Span<float> y)
    {
        nint* arguments = stackalloc[] { At(x), At<float>(y), x.Length };
        function(arguments);
    }
}
