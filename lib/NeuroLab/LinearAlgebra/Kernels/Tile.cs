using System.Runtime.CompilerServices;

namespace NeuroLab.LinearAlgebra.Kernels;

/// <summary>
/// The innermost loops of every product: a tile of C, a few rows high and two vectors wide, whose sums stay in registers from the
/// first step to the last.
/// </summary>
/// <remarks>
/// <para>A step takes one column of A and one row of B and adds their outer product to the tile: 12 rows by 2 vectors take 14 loads
/// and 24 multiply-adds, so the multipliers, not the memory, set the pace. A sum that waits for the one before it would idle
/// for some four cycles; 24 sums that don't wait for each other keep every multiplier busy.</para>
/// <para>Every number of C is summed in the order of the steps, whichever tile it lies in. The sums are written out one by
/// one because only named variables are kept in registers.</para>
/// </remarks>
internal static unsafe class Tile<T, TVector, TSimd>
    where T : unmanaged
    where TVector : struct
    where TSimd : ISimd<T, TVector>
{
    /// <summary>The width of a tile.</summary>
    internal static int Columns => 2 * TSimd.Count;

    /// <summary>C = A B or C += A B for one tile.</summary>
    /// <param name="rows">The height of the tile: 12 or 6.</param>
    /// <param name="steps">The columns of A and rows of B.</param>
    /// <param name="a">The first number of A.</param>
    /// <param name="aRow">How far its rows lie apart.</param>
    /// <param name="aStep">How far its columns lie apart.</param>
    /// <param name="b">Where the places of B's rows are counted from.</param>
    /// <param name="bRows">Where each row of B begins; two vectors of it lie together. Rows may lie anywhere, even overlap.</param>
    /// <param name="c">The first number of the tile.</param>
    /// <param name="cRow">How far its rows lie apart.</param>
    /// <param name="add">Whether the product is added to what is there.</param>
    internal static void Multiply(int rows, int steps, T* a, nint aRow, nint aStep, T* b, nint* bRows, T* c, nint cRow, bool add)
    {
        if (rows == 12)
            Twelve(steps, a, aRow, aStep, b, bRows, c, cRow, add);
        else
            Six(steps, a, aRow, aStep, b, bRows, c, cRow, add);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Twelve(int steps, T* a, nint aRow, nint aStep, T* b, nint* bRows, T* c, nint cRow, bool add)
    {
        TVector c00 = default, c01 = default, c10 = default, c11 = default;
        TVector c20 = default, c21 = default, c30 = default, c31 = default;
        TVector c40 = default, c41 = default, c50 = default, c51 = default;
        TVector c60 = default, c61 = default, c70 = default, c71 = default;
        TVector c80 = default, c81 = default, c90 = default, c91 = default;
        TVector ca0 = default, ca1 = default, cb0 = default, cb1 = default;
        T* a3 = a + 3 * aRow, a6 = a + 6 * aRow, a9 = a + 9 * aRow;
        for (; steps > 0; steps--)
        {
            T* row = b + *bRows;
            TVector b0 = TSimd.Load(row), b1 = TSimd.Load(row + TSimd.Count);
            TVector x = TSimd.Broadcast(a);
            c00 = TSimd.MultiplyAdd(x, b0, c00);
            c01 = TSimd.MultiplyAdd(x, b1, c01);
            x = TSimd.Broadcast(a + aRow);
            c10 = TSimd.MultiplyAdd(x, b0, c10);
            c11 = TSimd.MultiplyAdd(x, b1, c11);
            x = TSimd.Broadcast(a + 2 * aRow);
            c20 = TSimd.MultiplyAdd(x, b0, c20);
            c21 = TSimd.MultiplyAdd(x, b1, c21);
            x = TSimd.Broadcast(a3);
            c30 = TSimd.MultiplyAdd(x, b0, c30);
            c31 = TSimd.MultiplyAdd(x, b1, c31);
            x = TSimd.Broadcast(a3 + aRow);
            c40 = TSimd.MultiplyAdd(x, b0, c40);
            c41 = TSimd.MultiplyAdd(x, b1, c41);
            x = TSimd.Broadcast(a3 + 2 * aRow);
            c50 = TSimd.MultiplyAdd(x, b0, c50);
            c51 = TSimd.MultiplyAdd(x, b1, c51);
            x = TSimd.Broadcast(a6);
            c60 = TSimd.MultiplyAdd(x, b0, c60);
            c61 = TSimd.MultiplyAdd(x, b1, c61);
            x = TSimd.Broadcast(a6 + aRow);
            c70 = TSimd.MultiplyAdd(x, b0, c70);
            c71 = TSimd.MultiplyAdd(x, b1, c71);
            x = TSimd.Broadcast(a6 + 2 * aRow);
            c80 = TSimd.MultiplyAdd(x, b0, c80);
            c81 = TSimd.MultiplyAdd(x, b1, c81);
            x = TSimd.Broadcast(a9);
            c90 = TSimd.MultiplyAdd(x, b0, c90);
            c91 = TSimd.MultiplyAdd(x, b1, c91);
            x = TSimd.Broadcast(a9 + aRow);
            ca0 = TSimd.MultiplyAdd(x, b0, ca0);
            ca1 = TSimd.MultiplyAdd(x, b1, ca1);
            x = TSimd.Broadcast(a9 + 2 * aRow);
            cb0 = TSimd.MultiplyAdd(x, b0, cb0);
            cb1 = TSimd.MultiplyAdd(x, b1, cb1);
            a += aStep;
            a3 += aStep;
            a6 += aStep;
            a9 += aStep;
            bRows++;
        }
        Put(c, c00, c01, add);
        Put(c + cRow, c10, c11, add);
        Put(c + 2 * cRow, c20, c21, add);
        Put(c + 3 * cRow, c30, c31, add);
        Put(c + 4 * cRow, c40, c41, add);
        Put(c + 5 * cRow, c50, c51, add);
        Put(c + 6 * cRow, c60, c61, add);
        Put(c + 7 * cRow, c70, c71, add);
        Put(c + 8 * cRow, c80, c81, add);
        Put(c + 9 * cRow, c90, c91, add);
        Put(c + 10 * cRow, ca0, ca1, add);
        Put(c + 11 * cRow, cb0, cb1, add);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Six(int steps, T* a, nint aRow, nint aStep, T* b, nint* bRows, T* c, nint cRow, bool add)
    {
        TVector c00 = default, c01 = default, c10 = default, c11 = default;
        TVector c20 = default, c21 = default, c30 = default, c31 = default;
        TVector c40 = default, c41 = default, c50 = default, c51 = default;
        T* a3 = a + 3 * aRow;
        for (; steps > 0; steps--)
        {
            T* row = b + *bRows;
            TVector b0 = TSimd.Load(row), b1 = TSimd.Load(row + TSimd.Count);
            TVector x = TSimd.Broadcast(a);
            c00 = TSimd.MultiplyAdd(x, b0, c00);
            c01 = TSimd.MultiplyAdd(x, b1, c01);
            x = TSimd.Broadcast(a + aRow);
            c10 = TSimd.MultiplyAdd(x, b0, c10);
            c11 = TSimd.MultiplyAdd(x, b1, c11);
            x = TSimd.Broadcast(a + 2 * aRow);
            c20 = TSimd.MultiplyAdd(x, b0, c20);
            c21 = TSimd.MultiplyAdd(x, b1, c21);
            x = TSimd.Broadcast(a3);
            c30 = TSimd.MultiplyAdd(x, b0, c30);
            c31 = TSimd.MultiplyAdd(x, b1, c31);
            x = TSimd.Broadcast(a3 + aRow);
            c40 = TSimd.MultiplyAdd(x, b0, c40);
            c41 = TSimd.MultiplyAdd(x, b1, c41);
            x = TSimd.Broadcast(a3 + 2 * aRow);
            c50 = TSimd.MultiplyAdd(x, b0, c50);
            c51 = TSimd.MultiplyAdd(x, b1, c51);
            a += aStep;
            a3 += aStep;
            bRows++;
        }
        Put(c, c00, c01, add);
        Put(c + cRow, c10, c11, add);
        Put(c + 2 * cRow, c20, c21, add);
        Put(c + 3 * cRow, c30, c31, add);
        Put(c + 4 * cRow, c40, c41, add);
        Put(c + 5 * cRow, c50, c51, add);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Put(T* c, TVector left, TVector right, bool add)
    {
        if (add)
        {
            left = TSimd.Add(TSimd.Load(c), left);
            right = TSimd.Add(TSimd.Load(c + TSimd.Count), right);
        }
        TSimd.Store(left, c);
        TSimd.Store(right, c + TSimd.Count);
    }
}
