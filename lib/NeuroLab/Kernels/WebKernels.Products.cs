namespace NeuroLab.Kernels;

/// <content>Products, and what convolution is made of.</content>
internal static unsafe partial class WebKernels
{
    /// <summary>C = α A B, or C += α A B.</summary>
    /// <inheritdoc cref="Product.Multiply"/>
    internal static void Multiply(int m, int n, int k, float alpha, View<float> a, View<float> b, bool add, float* c, nint cRow)
    {
        nint* arguments = stackalloc[]
        {
            m, n, k, BitConverter.SingleToInt32Bits(alpha), add ? 1 : 0,
            (nint)a.Start, a.Row, a.Column, (nint)b.Start, b.Row, b.Column, (nint)c, cRow, (nint)Spare,
        };
        multiply(arguments);
    }

    /// <inheritdoc cref="PlaneProduct{TVector, TSimd}.Correlate"/>
    internal static void Correlate(float* weights, int rows, float* picture, nint* offsets, int steps, int places, float* result, int length)
    {
        nint* arguments = stackalloc[] { (nint)weights, rows, (nint)picture, (nint)offsets, steps, places, (nint)result, length };
        correlate(arguments);
    }

    /// <inheritdoc cref="PlaneProduct{TVector, TSimd}.AddWeightGradient"/>
    internal static void AddWeightGradient(
        float* picture, nint* offsets, int steps, float* gradient, nint plane, int rows, int places, float* result, int length)
    {
        nint* arguments = stackalloc[]
        {
            (nint)picture, (nint)offsets, steps, (nint)gradient, plane, rows, places, (nint)result, length, (nint)Spare,
        };
        addWeightGradient(arguments);
    }

    /// <inheritdoc cref="Rows.Copy"/>
    internal static void CopyRows(
        float* added, float* source, nint sourcePlane, nint sourceRow, float* target, nint targetPlane, nint targetRow, int planes, int rows, int width)
    {
        nint* arguments = stackalloc[]
        {
            (nint)added, (nint)source, sourcePlane, sourceRow, (nint)target, targetPlane, targetRow, planes, rows, width,
        };
        copyRows(arguments);
    }
}
