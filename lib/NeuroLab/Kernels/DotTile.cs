using System.Runtime.CompilerServices;

namespace NeuroLab.Kernels;

/// <summary>
/// Sums of products of long rows: 4 rows with 3 rows at a time, both read where they lie, so nothing is packed and nothing is
/// filled up with zeros. It wins where there are few sums and each is long.
/// </summary>
internal static unsafe class DotTile<TVector, TSimd>
    where TVector : struct
    where TSimd : ISimd<float, TVector>
{
    /// <summary>So many rows of each at a time: their 12 sums, 3 vectors of x and one of y fit into 16 registers, and 7 loads serve 12 multiply-adds.</summary>
    private const int RowsOfY = 4, RowsOfX = 3;

    /// <summary>result[y, x] += the sum over all places of rowsX[x, place] rowsY[y, place].</summary>
    /// <param name="x">Where the rows of x are counted from.</param>
    /// <param name="rowsX">Where each begins.</param>
    /// <param name="countX">How many there are.</param>
    /// <param name="y">The first row of y.</param>
    /// <param name="rowY">How far its rows lie apart.</param>
    /// <param name="countY">How many there are.</param>
    /// <param name="places">The length of all rows.</param>
    /// <param name="result">The first sum.</param>
    /// <param name="resultX">How far the sums of neighbouring rows of x lie apart; those of neighbouring rows of y lie together.</param>
    internal static void AddProducts(
        float* x, nint* rowsX, int countX, float* y, nint rowY, int countY, int places, float* result, nint resultX)
    {
        float* sums = stackalloc float[RowsOfY * RowsOfX];
        for (int i = 0; i < countY; i += RowsOfY)
        {
            for (int j = 0; j < countX; j += RowsOfX)
            {
                // Rows that aren't there are the last one again; nobody reads their sums.
                int lastX = countX - 1, lastY = countY - 1;
                Multiply(
                    x + rowsX[j], x + rowsX[Math.Min(j + 1, lastX)], x + rowsX[Math.Min(j + 2, lastX)],
                    y + i * rowY, y + Math.Min(i + 1, lastY) * rowY, y + Math.Min(i + 2, lastY) * rowY, y + Math.Min(i + 3, lastY) * rowY,
                    places, sums);
                for (int across = 0; across < Math.Min(RowsOfX, countX - j); across++)
                {
                    for (int down = 0; down < Math.Min(RowsOfY, countY - i); down++)
                        result[(j + across) * resultX + i + down] += sums[RowsOfX * down + across];
                }
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Multiply(float* xa, float* xb, float* xc, float* y0, float* y1, float* y2, float* y3, int places, float* sums)
    {
        TVector a0 = default, b0 = default, c0 = default, a1 = default, b1 = default, c1 = default;
        TVector a2 = default, b2 = default, c2 = default, a3 = default, b3 = default, c3 = default;
        nint place = 0;
        for (; place <= places - TSimd.Count; place += TSimd.Count)
        {
            TVector a = TSimd.Load(xa + place), b = TSimd.Load(xb + place), c = TSimd.Load(xc + place);
            TVector y = TSimd.Load(y0 + place);
            a0 = TSimd.MultiplyAdd(a, y, a0);
            b0 = TSimd.MultiplyAdd(b, y, b0);
            c0 = TSimd.MultiplyAdd(c, y, c0);
            y = TSimd.Load(y1 + place);
            a1 = TSimd.MultiplyAdd(a, y, a1);
            b1 = TSimd.MultiplyAdd(b, y, b1);
            c1 = TSimd.MultiplyAdd(c, y, c1);
            y = TSimd.Load(y2 + place);
            a2 = TSimd.MultiplyAdd(a, y, a2);
            b2 = TSimd.MultiplyAdd(b, y, b2);
            c2 = TSimd.MultiplyAdd(c, y, c2);
            y = TSimd.Load(y3 + place);
            a3 = TSimd.MultiplyAdd(a, y, a3);
            b3 = TSimd.MultiplyAdd(b, y, b3);
            c3 = TSimd.MultiplyAdd(c, y, c3);
        }
        (sums[0], sums[1], sums[2]) = (TSimd.Sum(a0), TSimd.Sum(b0), TSimd.Sum(c0));
        (sums[3], sums[4], sums[5]) = (TSimd.Sum(a1), TSimd.Sum(b1), TSimd.Sum(c1));
        (sums[6], sums[7], sums[8]) = (TSimd.Sum(a2), TSimd.Sum(b2), TSimd.Sum(c2));
        (sums[9], sums[10], sums[11]) = (TSimd.Sum(a3), TSimd.Sum(b3), TSimd.Sum(c3));
        for (; place < places; place++)
        {
            float a = xa[place], b = xb[place], c = xc[place];
            AddRow(sums, y0[place], a, b, c);
            AddRow(sums + 3, y1[place], a, b, c);
            AddRow(sums + 6, y2[place], a, b, c);
            AddRow(sums + 9, y3[place], a, b, c);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void AddRow(float* sums, float y, float a, float b, float c)
    {
        sums[0] += a * y;
        sums[1] += b * y;
        sums[2] += c * y;
    }
}
