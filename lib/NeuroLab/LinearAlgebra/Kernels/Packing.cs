using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;

namespace NeuroLab.LinearAlgebra.Kernels;

/// <summary>
/// Copies strips of a matrix so that a kernel finds its numbers one after the other, in the order in which it takes them.
/// </summary>
/// <remarks>
/// A strip is as wide as a tile. Where the matrix is read with large strides, every number a kernel takes would otherwise
/// come from another cache line, often from another page, and lines would push each other out of the cache.
/// </remarks>
internal static unsafe class Packing
{
    /// <summary>target[step, lane] = source[step, lane], rows of <paramref name="width"/> numbers, filled up with zeros.</summary>
    /// <param name="source">The strip: a row for each step, a column for each lane.</param>
    /// <param name="steps">How long the strip is.</param>
    /// <param name="lanes">How wide it is; at most <paramref name="width"/>.</param>
    /// <param name="width">The width of the tile.</param>
    /// <param name="target">Where it goes.</param>
    internal static void Pack<T>(View<T> source, int steps, int lanes, int width, T* target)
        where T : unmanaged
    {
        if (lanes < width)
            new Span<T>(target, steps * width).Clear();
        if (source.Column == 1)
            CopyRows(source.Start, source.Row, steps, lanes, width, target);
        else if (sizeof(T) == sizeof(float) && source.Row == 1 && (Sse.IsSupported || AdvSimd.Arm64.IsSupported))
            Transpose((float*)source.Start, source.Column, steps, lanes, width, (float*)target);
        else
            Copy(source, steps, 0, lanes, width, target);
    }

    private static void CopyRows<T>(T* source, nint row, int steps, int lanes, int width, T* target)
        where T : unmanaged
    {
        int bytes = lanes * sizeof(T);
        for (int step = 0; step < steps; step++, source += row, target += width)
        {
            byte* from = (byte*)source, to = (byte*)target;
            int i = 0;
            if (Vector512.IsHardwareAccelerated)
            {
                for (; i + 64 <= bytes; i += 64)
                    Vector512.Load(from + i).Store(to + i);
            }
            if (Vector128.IsHardwareAccelerated)
            {
                for (; i + 16 <= bytes; i += 16)
                    Vector128.Load(from + i).Store(to + i);
            }
            for (i /= sizeof(T); i < lanes; i++)
                target[i] = source[i];
        }
    }

    /// <summary>Where the numbers of a lane lie together: blocks of 4 by 4 are turned in registers.</summary>
    private static void Transpose(float* source, nint lane, int steps, int lanes, int width, float* target)
    {
        int i = 0;
        for (; i + 4 <= lanes; i += 4)
        {
            float* from = source + i * lane, to = target + i;
            int step = 0;
            for (; step + 4 <= steps; step += 4, from += 4, to += 4 * width)
            {
                Vector128<float> a = Vector128.Load(from), b = Vector128.Load(from + lane);
                Vector128<float> c = Vector128.Load(from + 2 * lane), d = Vector128.Load(from + 3 * lane);
                (Vector128<float> ac0, Vector128<float> ac1) = Interleave(a, c);
                (Vector128<float> bd0, Vector128<float> bd1) = Interleave(b, d);
                (Vector128<float> row0, Vector128<float> row1) = Interleave(ac0, bd0);
                (Vector128<float> row2, Vector128<float> row3) = Interleave(ac1, bd1);
                row0.Store(to);
                row1.Store(to + width);
                row2.Store(to + 2 * width);
                row3.Store(to + 3 * width);
            }
            Copy(new View<float>(from, 1, lane), steps - step, 0, 4, width, to);
        }
        Copy(new View<float>(source, 1, lane), steps, i, lanes, width, target);
    }

    /// <summary>a₀ b₀ a₁ b₁ and a₂ b₂ a₃ b₃.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (Vector128<float> Low, Vector128<float> High) Interleave(Vector128<float> a, Vector128<float> b) => Sse.IsSupported
        ? (Sse.UnpackLow(a, b), Sse.UnpackHigh(a, b))
        : (AdvSimd.Arm64.ZipLow(a, b), AdvSimd.Arm64.ZipHigh(a, b));

    private static void Copy<T>(View<T> source, int steps, int first, int end, int width, T* target)
        where T : unmanaged
    {
        for (int step = 0; step < steps; step++)
        {
            for (int lane = first; lane < end; lane++)
                target[step * width + lane] = source.Start[step * source.Row + lane * source.Column];
        }
    }
}
