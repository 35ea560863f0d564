using System.Collections.Concurrent;
using MathNet.Numerics;
using MathNet.Numerics.Providers.LinearAlgebra;
using MathNet.Numerics.Random;
using NeuroLab.Kernels.Provider;
using NeuroLab.Layers;
using NeuroLab.Kernels;
using NeuroLab.Tensors;

namespace NeuroLab.Tests.Kernels;

/// <summary>The number of threads never shows in a result, and no result is lost between threads.</summary>
public sealed class ThreadTests
{
    [Theory]
    [InlineData(64, 256, 784)]
    [InlineData(130, 70, 600)]
    [InlineData(500, 500, 500)]
    public void Products_have_the_same_bits_with_1_2_and_4_threads(int m, int n, int k)
    {
        ProductCase p = new(m, n, k, Transpose.Transpose, Transpose.DontTranspose, 1, 0, 1);
        float[] a = p.A(), b = p.B();
        AssertSameBits(() =>
        {
            float[] c = new float[m * n];
            SimdLinearAlgebraProvider.Instance.MatrixMultiplyWithUpdate(p.TransposeA, p.TransposeB, 1, a, p.RowsA, p.ColumnsA, b, p.RowsB, p.ColumnsB, 0, c);
            return c;
        });
    }

    [Fact]
    public void Convolution_and_pooling_have_the_same_bits_with_1_2_and_4_threads()
    {
        Tensor x = FiniteDifferences.Distinct(new Shape(21, 3, 12, 10), new MersenneTwister(2));
        AssertSameBits(() =>
        {
            MersenneTwister random = new(1);
            Sequential model = [new Conv2d(3, 8, 3, random, padding: 1), new ReLU(), new MaxPool2d(2), new Conv2d(8, 5, 3, random), new AvgPool2d(2), new ConvTranspose2d(5, 4, 3, random), new ConvTranspose2d(4, 2, 3, random, stride: 2), new Flatten()];
            (Tensor y, Tensor dx) = model.Pass(x, y => Tensor.Full(y.Shape, 0.25f));
            return [.. y.ToArray(), .. dx.ToArray(), .. model.Parameters.SelectMany(parameter => parameter.Gradient.ToArray())];
        });
    }

    [Fact]
    public void As_many_threads_take_part_as_MathNet_allows_also_more_than_there_are_cores()
    {
        int before = Control.MaxDegreeOfParallelism;
        try
        {
            Control.MaxDegreeOfParallelism = 4;
            Assert.Equal(4, Workers.ThreadCount);
            // On a busy machine the calling thread may work alone for a while.
            Assert.True(SpinWait.SpinUntil(() => ThreadsOfOnePiece() == 4, TimeSpan.FromSeconds(20)));
        }
        finally
        {
            Control.MaxDegreeOfParallelism = before;
        }
    }

    [Fact]
    public void Every_part_is_done_once()
    {
        for (int count = 0; count < 300; count++)
        {
            int[] times = new int[count];
            Workers.Run(times, count, static (times, part) => Interlocked.Increment(ref times[part]));
            Assert.All(times, done => Assert.Equal(1, done));
        }
    }

    [Fact]
    public void Work_may_be_given_out_from_several_threads_and_from_within_a_part()
    {
        long sum = 0;
        Parallel.For(0, 8, _ =>
        {
            for (int i = 0; i < 200; i++)
            {
                int[] outer = new int[10];
                Workers.Run(outer, outer.Length, static (outer, part) =>
                {
                    int[] inner = new int[4];
                    Workers.Run(inner, inner.Length, static (inner, part) => inner[part] = part + 1);
                    outer[part] = inner.Sum();
                });
                Interlocked.Add(ref sum, outer.Sum());
            }
        });
        Assert.Equal(8 * 200 * 10 * 10, sum);
    }

    [Fact]
    public void What_a_part_throws_comes_out_and_the_next_work_is_done_all_the_same()
    {
        string[] parts = ["a", "b", "c", "d"];
        for (int i = 0; i < 20; i++)
        {
            Assert.Throws<InvalidOperationException>(() => Workers.Run(parts, parts.Length, static (parts, part) => throw new InvalidOperationException(parts[part])));
            int[] done = new int[4];
            Workers.Run(done, done.Length, static (done, part) => done[part] = 1);
            Assert.Equal([1, 1, 1, 1], done);
        }
    }

    private static int ThreadsOfOnePiece()
    {
        ConcurrentDictionary<int, bool> threads = new();
        Workers.Run(threads, 64, static (threads, part) =>
        {
            threads.TryAdd(Environment.CurrentManagedThreadId, true);
            Thread.Sleep(1);
        });
        return threads.Count;
    }

    private static void AssertSameBits(Func<float[]> compute)
    {
        int before = Control.MaxDegreeOfParallelism;
        try
        {
            Control.MaxDegreeOfParallelism = 1;
            float[] one = compute();
            foreach (int threads in new[] { 2, 4 })
            {
                Control.MaxDegreeOfParallelism = threads;
                for (int repetition = 0; repetition < 10; repetition++)
                    Assert.Equal(one, compute());
            }
        }
        finally
        {
            Control.MaxDegreeOfParallelism = before;
        }
    }
}
