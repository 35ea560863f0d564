using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.Random;

namespace NeuroLab.Benchmarks.Steps;

/// <summary>The product of two square matrices of MathNet.</summary>
internal sealed class ProductCase : ITimed
{
    private readonly int size;
    private readonly Matrix<float> a, b, c;

    internal ProductCase(int size)
    {
        this.size = size;
        MersenneTwister random = new(1);
        a = Matrix<float>.Build.Dense(size, size, (_, _) => (float)random.NextDouble());
        b = Matrix<float>.Build.Dense(size, size, (_, _) => (float)random.NextDouble());
        c = Matrix<float>.Build.Dense(size, size);
    }

    public string Key => $"gemm_{size}_gflops";

    public void Run() => a.Multiply(b, c);

    /// <summary>Floating-point operations a second, in billions: a multiplication and an addition for each step of each sum.</summary>
    internal double Gigaflops(double milliseconds) => 2e-6 * size * size * size / milliseconds;
}
