using BenchmarkDotNet.Attributes;
using MathNet.Numerics;
using MathNet.Numerics.Providers.LinearAlgebra;
using NeuroLab.Kernels.Provider;

namespace NeuroLab.Benchmarks.Kernels;

/// <summary>NeuroLab's provider beside MathNet's managed one.</summary>
/// <remarks>In this process: a project of its own, as BenchmarkDotNet would make it, does not know where this one keeps its output.</remarks>
[InProcess]
[MemoryDiagnoser]
public class ProductBenchmarks
{
    private float[] a = [], b = [], c = [];

    /// <summary>The rows and columns of the matrices.</summary>
    [Params(16, 64, 256, 1024)]
    public int Size { get; set; }

    /// <summary>How many threads may take part.</summary>
    [Params(1, 2)]
    public int Threads { get; set; }

    /// <summary>Makes the matrices.</summary>
    [GlobalSetup]
    public void Fill()
    {
        Control.MaxDegreeOfParallelism = Threads;
        Random random = new(1);
        (a, b, c) = (new float[Size * Size], new float[Size * Size], new float[Size * Size]);
        for (int i = 0; i < a.Length; i++)
            (a[i], b[i]) = (random.NextSingle(), random.NextSingle());
    }

    /// <summary>MathNet's managed provider.</summary>
    [Benchmark(Baseline = true)]
    public void Managed() => ManagedLinearAlgebraProvider.Instance.MatrixMultiply(a, Size, Size, b, Size, Size, c);

    /// <summary>NeuroLab's provider.</summary>
    [Benchmark]
    public void Simd() => SimdLinearAlgebraProvider.Instance.MatrixMultiply(a, Size, Size, b, Size, Size, c);

    /// <summary>NeuroLab's provider, both matrices read transposed.</summary>
    [Benchmark]
    public void SimdTransposed() => SimdLinearAlgebraProvider.Instance.MatrixMultiplyWithUpdate(Transpose.Transpose, Transpose.Transpose, 1, a, Size, Size, b, Size, Size, 0, c);
}
