using System.Runtime.Intrinsics.Wasm;

namespace NeuroLab.Kernels;

/// <summary>Functions that are worked out number by number.</summary>
/// <remarks>
/// <see cref="TensorPrimitives"/> does several at a time, with operations that a browser's interpreter takes apart again; there the functions
/// of <see cref="MathF"/>, which are machine code, are up to 30 times as fast. Both are right to the last digit or two.
/// </remarks>
internal static class Functions
{
    /// <summary>y = eˣ.</summary>
    internal static void Exp(ReadOnlySpan<float> x, Span<float> y)
    {
        if (WebKernels.AreThere)
        {
            WebKernels.Exp(x, y);
            return;
        }
        if (!PackedSimd.IsSupported)
        {
            TensorPrimitives.Exp(x, y);
            return;
        }
        for (int i = 0; i < x.Length; i++)
            y[i] = MathF.Exp(x[i]);
    }

    /// <summary>y = eˣ - 1.</summary>
    internal static void ExpM1(ReadOnlySpan<float> x, Span<float> y)
    {
        if (WebKernels.AreThere)
        {
            WebKernels.ExpM1(x, y);
            return;
        }
        if (!PackedSimd.IsSupported)
        {
            TensorPrimitives.ExpM1(x, y);
            return;
        }
        for (int i = 0; i < x.Length; i++)
            y[i] = MathF.Exp(x[i]) - 1;
    }

    /// <summary>y = x to the power of an exponent.</summary>
    internal static void Pow(ReadOnlySpan<float> x, float exponent, Span<float> y)
    {
        if (!PackedSimd.IsSupported)
        {
            TensorPrimitives.Pow(x, exponent, y);
            return;
        }
        for (int i = 0; i < x.Length; i++)
            y[i] = MathF.Pow(x[i], exponent);
    }

    /// <summary>y = ln x.</summary>
    internal static void Log(ReadOnlySpan<float> x, Span<float> y)
    {
        if (WebKernels.AreThere)
        {
            WebKernels.Log(x, y);
            return;
        }
        if (!PackedSimd.IsSupported)
        {
            TensorPrimitives.Log(x, y);
            return;
        }
        for (int i = 0; i < x.Length; i++)
            y[i] = MathF.Log(x[i]);
    }

    /// <summary>y = tanh x.</summary>
    internal static void Tanh(ReadOnlySpan<float> x, Span<float> y)
    {
        if (WebKernels.AreThere)
        {
            WebKernels.Tanh(x, y);
            return;
        }
        if (!PackedSimd.IsSupported)
        {
            TensorPrimitives.Tanh(x, y);
            return;
        }
        for (int i = 0; i < x.Length; i++)
            y[i] = MathF.Tanh(x[i]);
    }

    /// <summary>y = 1 / (1 + e⁻ˣ).</summary>
    internal static void Sigmoid(ReadOnlySpan<float> x, Span<float> y)
    {
        if (WebKernels.AreThere)
        {
            WebKernels.Sigmoid(x, y);
            return;
        }
        if (!PackedSimd.IsSupported)
        {
            TensorPrimitives.Sigmoid(x, y);
            return;
        }
        for (int i = 0; i < x.Length; i++)
            y[i] = 1 / (1 + MathF.Exp(-x[i]));
    }
}
