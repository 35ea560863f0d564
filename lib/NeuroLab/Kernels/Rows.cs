using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.Wasm;

namespace NeuroLab.Kernels;

/// <summary>Copies pictures row by row, and sums rows. Rows are short, often of 8 to 30 numbers, so a call for each would cost more than the work.</summary>
internal static unsafe class Rows
{
    /// <summary>target[plane, row, column] = source[plane, row, column] + added[plane].</summary>
    /// <param name="added">What each plane is raised by; null for nothing.</param>
    /// <param name="source">The first number.</param>
    /// <param name="sourcePlane">How far its planes lie apart.</param>
    /// <param name="sourceRow">How far its rows lie apart.</param>
    /// <param name="target">Where the first goes.</param>
    /// <param name="targetPlane">How far these planes lie apart.</param>
    /// <param name="targetRow">How far these rows lie apart.</param>
    /// <param name="planes">The number of planes.</param>
    /// <param name="rows">The number of rows of each.</param>
    /// <param name="width">Their length.</param>
    internal static void Copy(
        float* added, float* source, nint sourcePlane, nint sourceRow, float* target, nint targetPlane, nint targetRow, int planes, int rows, int width)
    {
        for (int plane = 0; plane < planes; plane++, source += sourcePlane, target += targetPlane)
            CopyPlane(added == null ? 0 : added[plane], source, sourceRow, target, targetRow, rows, width);
    }

    /// <summary>sum[column] = the sum of a column's numbers, from the first row to the last.</summary>
    /// <param name="source">The first number; the rows follow one another.</param>
    /// <param name="rows">The number of rows.</param>
    /// <param name="width">Their length.</param>
    /// <param name="sum">Where the sums go.</param>
    internal static void Sum(float* source, int rows, int width, float* sum)
    {
        if (Vector512.IsHardwareAccelerated && width >= Vector512<float>.Count)
            Sum<Vector512<float>, Simd512<float>>(source, rows, width, sum);
        else if (Vector256.IsHardwareAccelerated && width >= Vector256<float>.Count)
            Sum<Vector256<float>, Simd256<float>>(source, rows, width, sum);
        else if (Vector128.IsHardwareAccelerated && width >= Vector128<float>.Count)
            Sum<Vector128<float>, Simd128<float>>(source, rows, width, sum);
        else
            Sum<float, Simd1<float>>(source, rows, width, sum);
    }

    /// <summary>The place of a row's largest number: of the first that is not a number, else of the first of equals, where 0 is above -0.</summary>
    /// <remarks>A browser's interpreter does not know the operations of a search, and takes them apart.</remarks>
    internal static int IndexOfMax(ReadOnlySpan<float> row) => PackedSimd.IsSupported ? IndexOfMaxOneByOne(row) : TensorPrimitives.IndexOfMax(row);

    /// <summary>The same, number by number.</summary>
    internal static int IndexOfMaxOneByOne(ReadOnlySpan<float> row)
    {
        int place = 0;
        for (int i = 0; i < row.Length; i++)
        {
            if (float.IsNaN(row[i]))
                return i;
            if (row[i] > row[place] || (row[i] == row[place] && float.IsNegative(row[place]) && !float.IsNegative(row[i])))
                place = i;
        }
        return place;
    }

    private static void CopyPlane(float added, float* source, nint sourceRow, float* target, nint targetRow, int rows, int width)
    {
        if (Vector512.IsHardwareAccelerated && width >= Vector512<float>.Count)
            CopyPlane<Vector512<float>, Simd512<float>>(added, source, sourceRow, target, targetRow, rows, width);
        else if (Vector256.IsHardwareAccelerated && width >= Vector256<float>.Count)
            CopyPlane<Vector256<float>, Simd256<float>>(added, source, sourceRow, target, targetRow, rows, width);
        else if (Vector128.IsHardwareAccelerated && width >= Vector128<float>.Count)
            CopyPlane<Vector128<float>, Simd128<float>>(added, source, sourceRow, target, targetRow, rows, width);
        else
            CopyPlane<float, Simd1<float>>(added, source, sourceRow, target, targetRow, rows, width);
    }

    private static void Sum<TVector, TSimd>(float* source, int rows, int width, float* sum)
        where TVector : struct
        where TSimd : ISimd<float, TVector>
    {
        for (int done = 0; done < width; done += TSimd.Count)
        {
            // The last vector may overlap the one before it.
            int column = Math.Min(done, width - TSimd.Count);
            TVector all = default;
            float* from = source + column;
            for (int row = 0; row < rows; row++, from += width)
                all = TSimd.Add(all, TSimd.Load(from));
            TSimd.Store(all, sum + column);
        }
    }

    private static void CopyPlane<TVector, TSimd>(float added, float* source, nint sourceRow, float* target, nint targetRow, int rows, int width)
        where TVector : struct
        where TSimd : ISimd<float, TVector>
    {
        TVector all = TSimd.Broadcast(&added);
        int last = width - TSimd.Count;
        for (; rows > 0; rows--, source += sourceRow, target += targetRow)
        {
            for (int column = 0; column < last; column += TSimd.Count)
                TSimd.Store(TSimd.Add(TSimd.Load(source + column), all), target + column);
            // The last vector may overlap the one before it: doing a number twice is cheaper than doing it alone.
            TSimd.Store(TSimd.Add(TSimd.Load(source + last), all), target + last);
        }
    }
}
