using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace NeuroLab.Kernels;

/// <summary>Kernels in WebAssembly, which a session in a browser brings along: see NeuroLab.Browser/Kernels.</summary>
/// <remarks>
/// <para>In a browser C# is interpreted, and the tile of a product takes some fifteen times as long as the same instructions in WebAssembly.
/// These functions work on the memory of .NET's runtime and stand in its table of functions, so calling one costs no more than calling a
/// method. They sum in the order of the code that does their work where they are not, so the bits are the same; only ln and what is
/// made of it may differ in the last digit.</para>
/// <para>Each takes the address of its arguments, whose order is that of a class there: the runtime is not prepared to call a function of
/// its table with many. A number of 32 bits and an address take the same room.</para>
/// </remarks>
internal static unsafe partial class WebKernels
{
    /// <summary>A row of a tile, and the longest slice of a strip that is packed.</summary>
    private const int SpareLength = (1 + 1024) * 8;

    private static readonly float* Spare = Buffer<float>.Forever(new float[SpareLength]);

    private static delegate* unmanaged<nint*, void> multiply, multiplyDoubles, convolve, addWeightGradients, packWeights, packTurnedWeights, addSums, gather;
    private static delegate* unmanaged<nint*, void> maxPool, maxPoolBack;
    private static delegate* unmanaged<nint*, void> choose, exp, expM1, log, sigmoid, tanh;
    private static delegate* unmanaged<nint*, void> sum, moments;
    private static delegate* unmanaged<nint*, void> normalizeRows, sumRows, normalizeRowsBack, normalizeSample;
    private static delegate* unmanaged<nint*, void> recur, recurBack;
    private static delegate* unmanaged<nint*, void> crossEntropy, countRight;

    /// <summary>Whether they may be called.</summary>
    internal static bool AreThere { get; private set; }

    /// <summary>Takes them into use.</summary>
    /// <param name="find">The place of a function in the runtime's table, by its name.</param>
    internal static void Use(Func<string, nint> find)
    {
        multiply = Find("multiply");
        multiplyDoubles = Find("multiplyDoubles");
        convolve = Find("convolve");
        addWeightGradients = Find("addWeightGradients");
        packWeights = Find("packWeights");
        packTurnedWeights = Find("packTurnedWeights");
        addSums = Find("addSums");
        gather = Find("gather");
        maxPool = Find("maxPool");
        maxPoolBack = Find("maxPoolBack");
        choose = Find("choose");
        exp = Find("exp");
        expM1 = Find("expM1");
        log = Find("log");
        sigmoid = Find("sigmoid");
        tanh = Find("tanh");
        sum = Find("sum");
        moments = Find("moments");
        normalizeRows = Find("normalizeRows");
        sumRows = Find("sumRows");
        normalizeRowsBack = Find("normalizeRowsBack");
        normalizeSample = Find("normalizeSample");
        recur = Find("recur");
        recurBack = Find("recurBack");
        crossEntropy = Find("crossEntropy");
        countRight = Find("countRight");
        AreThere = true;

        delegate* unmanaged<nint*, void> Find(string name) => (delegate* unmanaged<nint*, void>)find(name);
    }

    // There is one thread, and nothing is allocated before the call is over: so nothing is moved meanwhile.
    private static nint At<T>(ReadOnlySpan<T> numbers)
        where T : unmanaged => (nint)Unsafe.AsPointer(ref MemoryMarshal.GetReference(numbers));
}
