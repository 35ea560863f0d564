using System.Globalization;
using System.Numerics.Tensors;
using MathNet.Numerics;
using MathNet.Numerics.Providers.LinearAlgebra;
using NeuroLab.Benchmarks.Steps;
using NeuroLab.Kernels.Provider;

namespace NeuroLab.Benchmarks.Kernels;

/// <summary>From the triple loop to the packed kernel: the steps that docs/performance.md explains, measured one after the other.</summary>
internal static class LadderCommand
{
    private const int Tries = 7;

    internal static int Run(int size)
    {
        Random random = new(1);
        float[] a = Random(size, random), b = Random(size, random), c = new float[size * size];
        Show("triple loop", size, 1, () => TripleLoop(a, b, c, size));
        Show("rows of B instead of columns", size, 1, () => RowByRow(a, b, c, size));
        Show("the same with vectors", size, 1, () => RowByRowInVectors(a, b, c, size));
        Show("MathNet's managed provider", size, 1, () => ManagedLinearAlgebraProvider.Instance.MatrixMultiply(a, size, size, b, size, size, c));
        Show("tiles in registers, packed", size, 1, () => SimdLinearAlgebraProvider.Instance.MatrixMultiply(a, size, size, b, size, size, c));
        Show("the same on two threads", size, 2, () => SimdLinearAlgebraProvider.Instance.MatrixMultiply(a, size, size, b, size, size, c));
        return 0;
    }

    /// <summary>As the formula says it: C[i, j] = Σ A[i, p] B[p, j].</summary>
    private static void TripleLoop(float[] a, float[] b, float[] c, int n)
    {
        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j < n; j++)
            {
                float sum = 0;
                for (int p = 0; p < n; p++)
                    sum += a[i * n + p] * b[p * n + j];
                c[i * n + j] = sum;
            }
        }
    }

    /// <summary>The two inner loops exchanged: memory is read in the order in which it lies.</summary>
    private static void RowByRow(float[] a, float[] b, float[] c, int n)
    {
        Array.Clear(c);
        for (int i = 0; i < n; i++)
        {
            for (int p = 0; p < n; p++)
            {
                float x = a[i * n + p];
                for (int j = 0; j < n; j++)
                    c[i * n + j] += x * b[p * n + j];
            }
        }
    }

    /// <summary>The inner loop done by vector instructions.</summary>
    private static void RowByRowInVectors(float[] a, float[] b, float[] c, int n)
    {
        Array.Clear(c);
        for (int i = 0; i < n; i++)
        {
            Span<float> row = c.AsSpan(i * n, n);
            for (int p = 0; p < n; p++)
                TensorPrimitives.MultiplyAdd(b.AsSpan(p * n, n), a[i * n + p], row, row);
        }
    }

    private static float[] Random(int size, Random random) => [.. Enumerable.Range(0, size * size).Select(_ => random.NextSingle())];

    /// <summary>The best of some tries: what the code can do when nothing else disturbs it.</summary>
    private static void Show(string name, int size, int threads, Action multiply)
    {
        Control.MaxDegreeOfParallelism = threads;
        Timed timed = new(name, multiply);
        timed.Run();
        double best = Enumerable.Range(0, Tries).Min(_ => Stopwatches.Measure(timed, 0.2).Min());
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name,-32} {best,10:F2} ms {2e-6 * size * size * size / best,8:F1} GFLOP/s"));
    }

    private sealed class Timed(string key, Action run) : ITimed
    {
        public string Key => key;

        public void Run() => run();
    }
}
