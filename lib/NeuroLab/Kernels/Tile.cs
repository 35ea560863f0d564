using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;

namespace NeuroLab.Kernels;

/// <summary>
/// The innermost loops of every product: a tile of C, a few rows high and two vectors wide, whose sums stay in registers from the
/// first step to the last.
/// </summary>
/// <remarks>
/// <para>A step takes one column of A and one row of B and adds their outer product to the tile: 12 rows by 2 vectors take 14 loads
/// and 24 multiply-adds, so the multipliers, not the memory, set the pace. A sum that waits for the one before it would idle
/// for some four cycles; 24 sums that don't wait for each other keep every multiplier busy.</para>
/// <para>Every number of C is summed in the order of the steps, whichever tile it lies in. The sums have names of their own,
/// and are not an array, because only named variables are kept in registers.</para>
/// </remarks>
internal static unsafe class Tile<T, TVector, TSimd>
    where T : unmanaged
    where TVector : struct
    where TSimd : ISimd<T, TVector>
{
    /// <summary>The width of a tile.</summary>
    internal static int Columns => 2 * TSimd.Count;

    /// <summary>How high a tile is best made when so many rows are left.</summary>
    internal static int RowsOf(int left)
    {
        if (TSimd.TileRows != TileHeight.Tall)
            return TSimd.TileRows;
        if (left <= TileHeight.Low)
            return TileHeight.Low;
        // 16 rows are two tiles of 8, rather than one of 12 and most of another one for nothing.
        return left is <= TileHeight.Middle or (> TileHeight.Tall and <= 2 * TileHeight.Middle) ? TileHeight.Middle : TileHeight.Tall;
    }

    /// <summary>C = A B or C += A B for one tile.</summary>
    /// <param name="rows">The height of the tile: one of <see cref="TileHeight"/>.</param>
    /// <param name="steps">The columns of A and rows of B.</param>
    /// <param name="a">A, packed so that what a step takes lies together, or as it came.</param>
    /// <param name="b">Where the places of B's rows are counted from.</param>
    /// <param name="bRows">Where each row of B begins; two vectors of it lie together. Rows may lie anywhere, even overlap.</param>
    /// <param name="c">The first number of the tile.</param>
    /// <param name="cRow">How far its rows lie apart.</param>
    /// <param name="add">Whether the product is added to what is there.</param>
    internal static void Multiply(int rows, int steps, View<T> a, T* b, nint* bRows, T* c, nint cRow, bool add)
    {
        T* a0 = a.Start;
        nint three = 3 * a.Row;
        Multiply(rows, steps, a0, a0 + three, a0 + 2 * three, a0 + 3 * three, a.Row, a.Column, b, bRows, c, cRow, add);
    }

    /// <summary>The same where the rows of A come in threes that lie anywhere.</summary>
    internal static void Multiply(
        int rows, int steps, T* a0, T* a3, T* a6, T* a9, nint aRow, nint aStep, T* b, nint* bRows, T* c, nint cRow, bool add)
    {
        if (rows == TileHeight.Tall)
            Twelve(steps, a0, a3, a6, a9, aRow, aStep, b, bRows, c, cRow, add);
        else if (rows == TileHeight.Middle)
            Eight(steps, a0, a3, a6, aRow, aStep, b, bRows, c, cRow, add);
        else
            Six(steps, a0, a3, aRow, aStep, b, bRows, c, cRow, add);
    }

    /// <summary>Has the lines of C brought into the cache while the sums of a tile are made, so that writing them does not wait.</summary>
    /// <param name="rows">The height of the tile.</param>
    /// <param name="c">The first number of the tile.</param>
    /// <param name="cRow">How far its rows lie apart.</param>
    internal static void Prefetch(int rows, T* c, nint cRow)
    {
        for (; Sse.IsSupported && rows > 0; rows--, c += cRow)
        {
            Sse.Prefetch0(c);
            Sse.Prefetch0(c + TSimd.Count);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Twelve(int steps, T* a0, T* a3, T* a6, T* a9, nint aRow, nint aStep, T* b, nint* bRows, T* c, nint cRow, bool add)
    {
        ThreeRows c0 = default, c3 = default, c6 = default, c9 = default;
        for (; steps > 0; steps--, bRows++)
        {
            T* row = b + *bRows;
            TVector b0 = TSimd.Load(row), b1 = TSimd.Load(row + TSimd.Count);
            c0.Add(a0, aRow, b0, b1);
            c3.Add(a3, aRow, b0, b1);
            c6.Add(a6, aRow, b0, b1);
            c9.Add(a9, aRow, b0, b1);
            a0 += aStep;
            a3 += aStep;
            a6 += aStep;
            a9 += aStep;
        }
        c0.Put(c, cRow, add);
        c3.Put(c + 3 * cRow, cRow, add);
        c6.Put(c + 6 * cRow, cRow, add);
        c9.Put(c + 9 * cRow, cRow, add);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Eight(int steps, T* a0, T* a3, T* a6, nint aRow, nint aStep, T* b, nint* bRows, T* c, nint cRow, bool add)
    {
        ThreeRows c0 = default, c3 = default, c6 = default;
        for (; steps > 0; steps--, bRows++)
        {
            T* row = b + *bRows;
            TVector b0 = TSimd.Load(row), b1 = TSimd.Load(row + TSimd.Count);
            c0.Add(a0, aRow, b0, b1);
            c3.Add(a3, aRow, b0, b1);
            c6.AddTwo(a6, aRow, b0, b1);
            a0 += aStep;
            a3 += aStep;
            a6 += aStep;
        }
        c0.Put(c, cRow, add);
        c3.Put(c + 3 * cRow, cRow, add);
        c6.PutTwo(c + 6 * cRow, cRow, add);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Six(int steps, T* a0, T* a3, nint aRow, nint aStep, T* b, nint* bRows, T* c, nint cRow, bool add)
    {
        ThreeRows c0 = default, c3 = default;
        for (; steps > 0; steps--, bRows++)
        {
            T* row = b + *bRows;
            TVector b0 = TSimd.Load(row), b1 = TSimd.Load(row + TSimd.Count);
            c0.Add(a0, aRow, b0, b1);
            c3.Add(a3, aRow, b0, b1);
            a0 += aStep;
            a3 += aStep;
        }
        c0.Put(c, cRow, add);
        c3.Put(c + 3 * cRow, cRow, add);
    }

    /// <summary>The sums of three rows. The compiler takes it apart, and each vector gets a register of its own.</summary>
    private struct ThreeRows
    {
        private TVector c00, c01, c10, c11, c20, c21;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        internal void Add(T* a, nint aRow, TVector b0, TVector b1)
        {
            AddTwo(a, aRow, b0, b1);
            TVector x = TSimd.Broadcast(a + 2 * aRow);
            c20 = TSimd.MultiplyAdd(x, b0, c20);
            c21 = TSimd.MultiplyAdd(x, b1, c21);
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        internal void AddTwo(T* a, nint aRow, TVector b0, TVector b1)
        {
            TVector x = TSimd.Broadcast(a);
            c00 = TSimd.MultiplyAdd(x, b0, c00);
            c01 = TSimd.MultiplyAdd(x, b1, c01);
            x = TSimd.Broadcast(a + aRow);
            c10 = TSimd.MultiplyAdd(x, b0, c10);
            c11 = TSimd.MultiplyAdd(x, b1, c11);
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        internal readonly void Put(T* c, nint cRow, bool add)
        {
            PutTwo(c, cRow, add);
            PutRow(c + 2 * cRow, c20, c21, add);
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        internal readonly void PutTwo(T* c, nint cRow, bool add)
        {
            PutRow(c, c00, c01, add);
            PutRow(c + cRow, c10, c11, add);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void PutRow(T* c, TVector left, TVector right, bool add)
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
