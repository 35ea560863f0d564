using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.Wasm;
using System.Runtime.Intrinsics.X86;

namespace NeuroLab.Kernels;

/// <summary>Max pooling of 2 by 2, the most common one, four windows at a time and without a branch that could be guessed wrong.</summary>
internal static unsafe class PairPooling
{
    /// <summary>Whether a row of so many outputs can be done here.</summary>
    internal static bool Supports(int outputs) => outputs >= 4 && (Sse.IsSupported || AdvSimd.Arm64.IsSupported || PackedSimd.IsSupported);

    /// <summary>y = the largest of each two by two numbers of two rows, the first of equals.</summary>
    /// <param name="x">All numbers.</param>
    /// <param name="place">Where the upper row begins.</param>
    /// <param name="rowLength">How far behind it the lower one begins.</param>
    /// <param name="outputs">How many outputs there are.</param>
    /// <param name="y">Where the largest go.</param>
    /// <param name="winners">Where their places among all numbers go.</param>
    internal static void Row(float* x, int place, int rowLength, int outputs, float* y, int* winners)
    {
        Vector128<int> right = Vector128.Create(1), below = Vector128.Create(rowLength), both = right + below;
        for (int done = 0; done < outputs; done += 4)
        {
            // The last four may overlap those before them: doing one twice is cheaper than doing one alone.
            int i = Math.Min(done, outputs - 4), start = place + 2 * i;
            Vector128<int> places = Vector128.Create(start) + Vector128.Create(0, 2, 4, 6), winner = places;
            (Vector128<float> best, Vector128<float> second) = Unzip(x + start);
            (Vector128<float> third, Vector128<float> fourth) = Unzip(x + start + rowLength);
            Challenge(second, places + right, ref best, ref winner);
            Challenge(third, places + below, ref best, ref winner);
            Challenge(fourth, places + both, ref best, ref winner);
            best.Store(y + i);
            winner.Store(winners + i);
        }
    }

    /// <summary>dx = dy where a number had won, 0 elsewhere, for the two rows that <see cref="Row"/> read.</summary>
    /// <param name="dy">The gradients of a row of outputs.</param>
    /// <param name="winners">The places that won among all numbers.</param>
    /// <param name="outputs">How many outputs there are.</param>
    /// <param name="dx">All gradients.</param>
    /// <param name="place">Where the upper row begins.</param>
    /// <param name="rowLength">How far behind it the lower one begins.</param>
    internal static void RowBack(float* dy, int* winners, int outputs, float* dx, int place, int rowLength)
    {
        Vector128<int> right = Vector128.Create(1), below = Vector128.Create(rowLength), both = right + below;
        for (int done = 0; done < outputs; done += 4)
        {
            int i = Math.Min(done, outputs - 4), start = place + 2 * i;
            Vector128<float> gradient = Vector128.Load(dy + i);
            Vector128<int> places = Vector128.Load(winners + i) - (Vector128.Create(start) + Vector128.Create(0, 2, 4, 6));
            Zip(Won(gradient, places, Vector128<int>.Zero), Won(gradient, places, right), dx + start);
            Zip(Won(gradient, places, below), Won(gradient, places, both), dx + start + rowLength);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<float> Won(Vector128<float> gradient, Vector128<int> places, Vector128<int> place) =>
        gradient & Vector128.Equals(places, place).AsSingle();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Zip(Vector128<float> even, Vector128<float> odd, float* target)
    {
        if (PackedSimd.IsSupported)
        {
            Pick(even, 0xFFFF_FFFF_0302_0100, 0xFFFF_FFFF_0706_0504, odd, 0x0302_0100_FFFF_FFFF, 0x0706_0504_FFFF_FFFF).Store(target);
            Pick(even, 0xFFFF_FFFF_0B0A_0908, 0xFFFF_FFFF_0F0E_0D0C, odd, 0x0B0A_0908_FFFF_FFFF, 0x0F0E_0D0C_FFFF_FFFF).Store(target + 4);
            return;
        }
        (Sse.IsSupported ? Sse.UnpackLow(even, odd) : AdvSimd.Arm64.ZipLow(even, odd)).Store(target);
        (Sse.IsSupported ? Sse.UnpackHigh(even, odd) : AdvSimd.Arm64.ZipHigh(even, odd)).Store(target + 4);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Challenge(Vector128<float> value, Vector128<int> place, ref Vector128<float> best, ref Vector128<int> winner)
    {
        Vector128<float> wins = PackedSimd.IsSupported
            ? PackedSimd.Or(PackedSimd.CompareGreaterThan(value, best), PackedSimd.CompareNotEqual(value, value))
            : Vector128.GreaterThan(value, best) | Vector128.IsNaN(value);
        best = Vector128.ConditionalSelect(wins, value, best);
        winner = Vector128.ConditionalSelect(wins.AsInt32(), place, winner);
    }

    /// <summary>Numbers 0, 2, 4, 6 and numbers 1, 3, 5, 7.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (Vector128<float> Even, Vector128<float> Odd) Unzip(float* source)
    {
        Vector128<float> left = Vector128.Load(source), right = Vector128.Load(source + 4);
        if (PackedSimd.IsSupported)
        {
            return (
                Pick(left, 0x0B0A_0908_0302_0100, ulong.MaxValue, right, ulong.MaxValue, 0x0B0A_0908_0302_0100),
                Pick(left, 0x0F0E_0D0C_0706_0504, ulong.MaxValue, right, ulong.MaxValue, 0x0F0E_0D0C_0706_0504));
        }
        return Sse.IsSupported
            ? (Sse.Shuffle(left, right, 0b10_00_10_00), Sse.Shuffle(left, right, 0b11_01_11_01))
            : (AdvSimd.Arm64.UnzipEven(left, right), AdvSimd.Arm64.UnzipOdd(left, right));
    }

    /// <summary>WebAssembly's way: for each byte of the result, low ones first, which byte of a vector it is; those beyond 15 are of the other vector.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<float> Pick(Vector128<float> a, ulong lowA, ulong highA, Vector128<float> b, ulong lowB, ulong highB) => PackedSimd.Or(
        PackedSimd.Swizzle(a.AsByte(), Vector128.Create(lowA, highA).AsByte()),
        PackedSimd.Swizzle(b.AsByte(), Vector128.Create(lowB, highB).AsByte())).AsSingle();
}
