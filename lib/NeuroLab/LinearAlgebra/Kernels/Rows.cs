using System.Runtime.Intrinsics;

namespace NeuroLab.LinearAlgebra.Kernels;

/// <summary>Copies pictures row by row. Rows are short, often of 8 to 30 numbers, so a call for each would cost more than the copying.</summary>
internal static unsafe class Rows
{
    /// <summary>target[row, column] = source[row, column].</summary>
    /// <param name="source">The first number.</param>
    /// <param name="sourceRow">How far its rows lie apart.</param>
    /// <param name="target">Where the first goes.</param>
    /// <param name="targetRow">How far these rows lie apart.</param>
    /// <param name="rows">The number of rows.</param>
    /// <param name="width">Their length.</param>
    internal static void Copy(float* source, nint sourceRow, float* target, nint targetRow, int rows, int width)
    {
        int last = width - Vector128<float>.Count;
        for (; rows > 0; rows--, source += sourceRow, target += targetRow)
        {
            int column = 0;
            for (; column < last; column += Vector128<float>.Count)
                Vector128.Load(source + column).Store(target + column);
            // The last vector may overlap the one before it: doing a number twice is cheaper than doing it alone.
            if (last >= 0)
                Vector128.Load(source + last).Store(target + last);
            for (; last < 0 && column < width; column++)
                target[column] = source[column];
        }
    }

    /// <summary>target[row, column] = source[row, column] + added.</summary>
    /// <inheritdoc cref="Copy"/>
    internal static void CopyPlus(float added, float* source, nint sourceRow, float* target, nint targetRow, int rows, int width)
    {
        Vector128<float> all = Vector128.Create(added);
        int last = width - Vector128<float>.Count;
        for (; rows > 0; rows--, source += sourceRow, target += targetRow)
        {
            int column = 0;
            for (; column < last; column += Vector128<float>.Count)
                (Vector128.Load(source + column) + all).Store(target + column);
            if (last >= 0)
                (Vector128.Load(source + last) + all).Store(target + last);
            for (; last < 0 && column < width; column++)
                target[column] = source[column] + added;
        }
    }
}
