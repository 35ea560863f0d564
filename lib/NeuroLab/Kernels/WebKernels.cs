namespace NeuroLab.Kernels;

/// <summary>Kernels in WebAssembly, which a session in a browser brings along: see NeuroLab.Browser/Kernels.</summary>
/// <remarks>
/// <para>In a browser C# is interpreted, and the tile of a product takes some fifteen times as long as the same instructions in WebAssembly.
/// These functions work on the memory of .NET's runtime and stand in its table of functions, so calling one costs no more than calling a
/// method. They sum in the order of the kernels that do their work where they are not, so the bits are the same.</para>
/// <para>Each takes the address of its arguments, whose order is that of a class there: the runtime is not prepared to call a function of
/// its table with many. A number of 32 bits and an address take the same room.</para>
/// </remarks>
internal static unsafe class WebKernels
{
    /// <summary>A row of a tile, and the longest slice of a strip that is packed.</summary>
    private const int SpareLength = (1 + 1024) * 8;

    private static readonly float* Spare = Buffer<float>.Forever(new float[SpareLength]);

    private static delegate* unmanaged<nint*, void> multiply, correlate, addWeightGradient, copyRows;

    /// <summary>Whether they may be called.</summary>
    internal static bool AreThere { get; private set; }

    /// <summary>Takes them into use.</summary>
    /// <param name="find">The place of a function in the runtime's table, by its name.</param>
    internal static void Use(Func<string, nint> find)
    {
        multiply = Find("multiply");
        correlate = Find("correlate");
        addWeightGradient = Find("addWeightGradient");
        copyRows = Find("copyRows");
        AreThere = true;

        delegate* unmanaged<nint*, void> Find(string name) => (delegate* unmanaged<nint*, void>)find(name);
    }

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

    /// <inheritdoc cref="Rows.Copy(float, float*, nint, float*, nint, int, int)"/>
    internal static void CopyRows(float added, float* source, nint sourceRow, float* target, nint targetRow, int rows, int width)
    {
        nint* arguments = stackalloc[]
        {
            BitConverter.SingleToInt32Bits(added), (nint)source, sourceRow, (nint)target, targetRow, rows, width,
        };
        copyRows(arguments);
    }
}
