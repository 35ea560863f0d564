using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;

namespace NeuroLab.Kernels;

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
        Copy(source, steps, lanes, target, width);
    }

    /// <summary>target[step, lane] = source[step, lane].</summary>
    /// <param name="source">A matrix whose rows or columns lie together.</param>
    /// <param name="steps">Its rows.</param>
    /// <param name="lanes">Its columns.</param>
    /// <param name="target">Where it goes, row after row.</param>
    /// <param name="width">How far these rows lie apart.</param>
    internal static void Copy<T>(View<T> source, int steps, int lanes, T* target, nint width)
        where T : unmanaged
    {
        if (source.Column == 1)
            CopyRows(source.Start, source.Row, steps, lanes, width, target);
        else if (sizeof(T) == sizeof(float) && source.Row == 1)
            Transpose((float*)source.Start, Lanes(stackalloc nint[lanes], source.Column), steps, width, (float*)target);
        else
            CopyOneByOne(source, steps, lanes, width, target);
    }

    /// <summary>target[step, lane] = source[lanes[lane] + step], rows of <paramref name="width"/> numbers, filled up with zeros.</summary>
    /// <param name="source">Where the places of the lanes are counted from.</param>
    /// <param name="lanes">Where each lane begins.</param>
    /// <param name="steps">How long the strip is.</param>
    /// <param name="width">The width of the tile.</param>
    /// <param name="target">Where it goes.</param>
    internal static void Pack(float* source, ReadOnlySpan<nint> lanes, int steps, int width, float* target)
    {
        if (lanes.Length < width)
            new Span<float>(target, steps * width).Clear();
        Transpose(source, lanes, steps, width, target);
    }

    private static bool CanInterleave => Sse.IsSupported || AdvSimd.Arm64.IsSupported;

    private static ReadOnlySpan<nint> Lanes(Span<nint> starts, nint distance)
    {
        for (int lane = 0; lane < starts.Length; lane++)
            starts[lane] = lane * distance;
        return starts;
    }

    private static void CopyRows<T>(T* source, nint row, int steps, int lanes, nint width, T* target)
        where T : unmanaged
    {
        int bytes = lanes * sizeof(T);
        for (int step = 0; step < steps; step++, source += row, target += width)
        {
            byte* from = (byte*)source, to = (byte*)target;
            int i = 0;
            if (Vector512.IsHardwareAccelerated)
            {
                for (; i + Vector512<byte>.Count <= bytes; i += Vector512<byte>.Count)
                    Vector512.Load(from + i).Store(to + i);
            }
            if (Vector128.IsHardwareAccelerated)
            {
                for (; i + Vector128<byte>.Count <= bytes; i += Vector128<byte>.Count)
                    Vector128.Load(from + i).Store(to + i);
            }
            for (i /= sizeof(T); i < lanes; i++)
                target[i] = source[i];
        }
    }

    /// <summary>Where the numbers of a lane lie together: four lanes at a time, and blocks of 4 by 4 are turned in registers where that is possible.</summary>
    private static void Transpose(float* source, ReadOnlySpan<nint> lanes, int steps, nint width, float* target)
    {
        int lane = 0;
        for (; lane + 4 <= lanes.Length; lane += 4)
        {
            float* a = source + lanes[lane], b = source + lanes[lane + 1], c = source + lanes[lane + 2], d = source + lanes[lane + 3];
            float* to = target + lane;
            int step = 0;
            for (; CanInterleave && step + 4 <= steps; step += 4, to += 4 * width)
            {
                (Vector128<float> ac0, Vector128<float> ac1) = Interleave(Vector128.Load(a + step), Vector128.Load(c + step));
                (Vector128<float> bd0, Vector128<float> bd1) = Interleave(Vector128.Load(b + step), Vector128.Load(d + step));
                (Vector128<float> row0, Vector128<float> row1) = Interleave(ac0, bd0);
                (Vector128<float> row2, Vector128<float> row3) = Interleave(ac1, bd1);
                row0.Store(to);
                row1.Store(to + width);
                row2.Store(to + 2 * width);
                row3.Store(to + 3 * width);
            }
            for (; step < steps; step++, to += width)
                (to[0], to[1], to[2], to[3]) = (a[step], b[step], c[step], d[step]);
        }
        for (; lane < lanes.Length; lane++)
            CopyOneByOne(new View<float>(source + lanes[lane], 1, 0), steps, 1, width, target + lane);
    }

    /// <summary>a₀ b₀ a₁ b₁ and a₂ b₂ a₃ b₃.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (Vector128<float> Low, Vector128<float> High) Interleave(Vector128<float> a, Vector128<float> b) => Sse.IsSupported
        ? (Sse.UnpackLow(a, b), Sse.UnpackHigh(a, b))
        : (AdvSimd.Arm64.ZipLow(a, b), AdvSimd.Arm64.ZipHigh(a, b));

    private static void CopyOneByOne<T>(View<T> source, int steps, int lanes, nint width, T* target)
        where T : unmanaged
    {
        for (int step = 0; step < steps; step++)
        {
            for (int lane = 0; lane < lanes; lane++)
                target[step * width + lane] = source.Start[step * source.Row + lane * source.Column];
        }
    }
}
