using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;

namespace NeuroLab.LinearAlgebra.Kernels;

/// <summary>Max pooling of 2 by 2, the most common one, four windows at a time and without a branch that could be guessed wrong.</summary>
internal static class PairPooling
{
    /// <summary>Whether a row of so many outputs can be done here.</summary>
    internal static bool Supports(int outputs) => outputs >= 4 && (Sse.IsSupported || AdvSimd.Arm64.IsSupported);

    /// <summary>y = the largest of each two by two numbers of two rows, the first of equals.</summary>
    /// <param name="x">All numbers.</param>
    /// <param name="place">Where the upper row begins.</param>
    /// <param name="rowLength">How far behind it the lower one begins.</param>
    /// <param name="y">Where the largest go.</param>
    /// <param name="winners">Where their places among all numbers go.</param>
    internal static void Row(ReadOnlySpan<float> x, int place, int rowLength, Span<float> y, Span<int> winners)
    {
        for (int done = 0; done < y.Length; done += 4)
        {
            // The last four may overlap those before them: doing one twice is cheaper than doing one alone.
            int i = Math.Min(done, y.Length - 4), start = place + 2 * i;
            Vector128<int> winner = Vector128.Create(start, start + 2, start + 4, start + 6), places = winner;
            (Vector128<float> best, Vector128<float> second) = Unzip(x[start..]);
            (Vector128<float> third, Vector128<float> fourth) = Unzip(x[(start + rowLength)..]);
            Challenge(second, places + Vector128.Create(1), ref best, ref winner);
            Challenge(third, places + Vector128.Create(rowLength), ref best, ref winner);
            Challenge(fourth, places + Vector128.Create(rowLength + 1), ref best, ref winner);
            best.CopyTo(y[i..]);
            winner.CopyTo(winners[i..]);
        }
    }

    /// <summary>dx = dy where a number had won, 0 elsewhere, for the two rows that <see cref="Row"/> read.</summary>
    /// <param name="dy">The gradients of a row of outputs.</param>
    /// <param name="winners">The places that won among all numbers.</param>
    /// <param name="dx">All gradients.</param>
    /// <param name="place">Where the upper row begins.</param>
    /// <param name="rowLength">How far behind it the lower one begins.</param>
    internal static void RowBack(ReadOnlySpan<float> dy, ReadOnlySpan<int> winners, Span<float> dx, int place, int rowLength)
    {
        Span<float> upper = dx[place..], lower = dx[(place + rowLength)..];
        for (int done = 0; done < dy.Length; done += 4)
        {
            int i = Math.Min(done, dy.Length - 4), start = place + 2 * i;
            Vector128<float> gradient = Vector128.Create(dy[i..]);
            Vector128<int> winner = Vector128.Create(winners[i..]), places = Vector128.Create(start, start + 2, start + 4, start + 6);
            Zip(Won(0), Won(1), upper[(2 * i)..]);
            Zip(Won(rowLength), Won(rowLength + 1), lower[(2 * i)..]);

            Vector128<float> Won(int offset) => gradient & Vector128.Equals(winner, places + Vector128.Create(offset)).AsSingle();
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Zip(Vector128<float> even, Vector128<float> odd, Span<float> target)
    {
        (Sse.IsSupported ? Sse.UnpackLow(even, odd) : AdvSimd.Arm64.ZipLow(even, odd)).CopyTo(target);
        (Sse.IsSupported ? Sse.UnpackHigh(even, odd) : AdvSimd.Arm64.ZipHigh(even, odd)).CopyTo(target[4..]);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Challenge(Vector128<float> value, Vector128<int> place, ref Vector128<float> best, ref Vector128<int> winner)
    {
        Vector128<float> wins = Vector128.GreaterThan(value, best) | Vector128.IsNaN(value);
        best = Vector128.ConditionalSelect(wins, value, best);
        winner = Vector128.ConditionalSelect(wins.AsInt32(), place, winner);
    }

    /// <summary>Numbers 0, 2, 4, 6 and numbers 1, 3, 5, 7.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (Vector128<float> Even, Vector128<float> Odd) Unzip(ReadOnlySpan<float> source)
    {
        Vector128<float> left = Vector128.Create(source), right = Vector128.Create(source[4..]);
        return Sse.IsSupported
            ? (Sse.Shuffle(left, right, 0b10_00_10_00), Sse.Shuffle(left, right, 0b11_01_11_01))
            : (AdvSimd.Arm64.UnzipEven(left, right), AdvSimd.Arm64.UnzipOdd(left, right));
    }
}
