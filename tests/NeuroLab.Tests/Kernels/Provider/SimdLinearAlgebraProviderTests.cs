using FsCheck;
using FsCheck.Fluent;
using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.Providers.LinearAlgebra;
using NeuroLab.Kernels.Provider;

namespace NeuroLab.Tests.Kernels.Provider;

/// <summary>What the provider gives is what MathNet's managed provider gives, up to rounding.</summary>
public sealed class SimdLinearAlgebraProviderTests
{
    private static readonly SimdLinearAlgebraProvider Simd = SimdLinearAlgebraProvider.Instance;
    private static readonly ManagedLinearAlgebraProvider Managed = ManagedLinearAlgebraProvider.Instance;

    private static readonly Gen<ProductCase> Cases =
        from m in Gen.Choose(1, 80)
        from n in Gen.Choose(1, 80)
        from k in Gen.Choose(1, 80)
        from a in Gen.Elements(Transpose.DontTranspose, Transpose.Transpose, Transpose.ConjugateTranspose)
        from b in Gen.Elements(Transpose.DontTranspose, Transpose.Transpose, Transpose.ConjugateTranspose)
        from alpha in Gen.Elements(1f, -0.5f, 0f)
        from beta in Gen.Elements(0f, 1f, 2f)
        from seed in Gen.Choose(0, 1000)
        select new ProductCase(m, n, k, a, b, alpha, beta, seed);

    [Fact]
    public void Products_of_floats_agree_with_the_managed_provider() =>
        Prop.ForAll(Cases.ToArbitrary(), AgreesInFloats).QuickCheckThrowOnFailure();

    [Fact]
    public void Products_of_doubles_agree_with_the_managed_provider() =>
        Prop.ForAll(Cases.ToArbitrary(), AgreesInDoubles).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData(140, 100, 600)]
    [InlineData(2400, 35, 20)]
    [InlineData(20, 2400, 40)]
    [InlineData(1, 1, 1000)]
    public void So_do_products_of_several_slices_and_blocks(int m, int n, int k)
    {
        foreach (Transpose a in new[] { Transpose.DontTranspose, Transpose.Transpose })
        {
            foreach (Transpose b in new[] { Transpose.DontTranspose, Transpose.Transpose })
            {
                ProductCase sizes = new(m, n, k, a, b, 1, 1, 1);
                Assert.True(AgreesInFloats(sizes), $"floats, {sizes}");
                Assert.True(AgreesInDoubles(sizes), $"doubles, {sizes}");
            }
        }
    }

    [Fact]
    public void Where_beta_is_0_what_the_result_held_does_not_matter()
    {
        float[] result = [.. Enumerable.Repeat(float.NaN, 4)];
        Simd.MatrixMultiplyWithUpdate(Transpose.DontTranspose, Transpose.DontTranspose, 1, [1f, 2], 2, 1, [3f, 4], 1, 2, 0, result);
        Assert.Equal([3f, 6, 4, 8], result);
        Simd.MatrixMultiplyWithUpdate(Transpose.DontTranspose, Transpose.DontTranspose, 0, [1f, 2], 2, 1, [3f, 4], 1, 2, 0, result);
        Assert.Equal([0f, 0, 0, 0], result);
    }

    [Fact]
    public void A_factor_may_be_the_result()
    {
        float[] matrix = [1, 0, 1, 1];
        Simd.MatrixMultiply(matrix, 2, 2, matrix, 2, 2, matrix);
        Assert.Equal([1f, 0, 2, 1], matrix);
    }

    [Fact]
    public void Nothing_summed_is_0()
    {
        float[] result = [1, 2];
        Simd.MatrixMultiply([], 2, 0, [], 0, 1, result);
        Assert.Equal([0f, 0], result);
    }

    [Fact]
    public void NaN_and_infinity_stay_where_they_belong()
    {
        // The last row and column of tiles are filled up with zeros, and infinity times 0 is not a number.
        Matrix<float> a = Matrix<float>.Build.Dense(13, 13, 1), identity = Matrix<float>.Build.DenseIdentity(13);
        a[12, 0] = float.PositiveInfinity;
        float[] product = new float[13 * 13];
        Simd.MatrixMultiply(identity.ToColumnMajorArray(), 13, 13, a.ToColumnMajorArray(), 13, 13, product);
        Assert.Equal(1, product[12 * 13 + 11]);
        Assert.Equal(1, product[12 * 13 + 12]);
    }

    [Fact]
    public void Arrays_that_do_not_fit_are_refused()
    {
        ArgumentException length = Assert.ThrowsAny<ArgumentException>(() => Simd.MatrixMultiply(new float[3], 2, 2, new float[4], 2, 2, new float[4]));
        Assert.Contains("A matrix of 2 x 2 has 4 numbers, but the array 'a' has 3.", length.Message, StringComparison.Ordinal);
        ArgumentException inner = Assert.ThrowsAny<ArgumentException>(() => Simd.MatrixMultiply(new double[6], 2, 3, new double[4], 2, 2, new double[4]));
        Assert.Contains("2 x 3 and 2 x 2", inner.Message, StringComparison.Ordinal);
        Assert.ThrowsAny<ArgumentException>(() => Simd.MatrixMultiply(new float[4], 2, 2, new float[4], 2, 2, new float[5]));
        Assert.Throws<ArgumentNullException>(() => Simd.MatrixMultiply(null!, 2, 2, new float[4], 2, 2, new float[4]));
    }

    [Fact]
    public void MathNet_uses_it_once_it_is_installed_and_not_before()
    {
        // Other tests have used the library in this process, and it has left MathNet's settings alone.
        Assert.NotSame(Simd, LinearAlgebraControl.Provider);
        Installed(() =>
        {
            Assert.Same(Simd, LinearAlgebraControl.Provider);
            Matrix<float> a = Matrix<float>.Build.Random(40, 30, seed: 1), b = Matrix<float>.Build.Random(30, 20, seed: 2);
            float[] expected = new float[40 * 20];
            Simd.MatrixMultiply(a.ToColumnMajorArray(), 40, 30, b.ToColumnMajorArray(), 30, 20, expected);
            Assert.Equal(expected, (a * b).ToColumnMajorArray());
        });
        Assert.Contains("NeuroLab", Simd.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void What_it_does_not_do_itself_the_managed_provider_does() => Installed(() =>
    {
        Matrix<double> a = Matrix<double>.Build.Random(6, 6, seed: 1);
        Vector<double> b = Vector<double>.Build.Random(6, seed: 2);
        Assert.True((a * a.Solve(b) - b).L2Norm() < 1e-9);
        Assert.True((a.Svd().U.TransposeThisAndMultiply(a.Svd().U) - Matrix<double>.Build.DenseIdentity(6)).L2Norm() < 1e-9);
        Matrix<System.Numerics.Complex> c = Matrix<System.Numerics.Complex>.Build.Random(3, 3, seed: 3);
        Assert.True((c * c.Inverse() - Matrix<System.Numerics.Complex>.Build.DenseIdentity(3)).L2Norm() < 1e-9);
    });

    private static void Installed(Action action)
    {
        ILinearAlgebraProvider before = LinearAlgebraControl.Provider;
        SimdLinearAlgebraProvider.Install();
        try
        {
            action();
        }
        finally
        {
            LinearAlgebraControl.Provider = before;
        }
    }

    private static bool AgreesInFloats(ProductCase p)
    {
        (float[] a, float[] b, float[] result) = (p.A(), p.B(), p.C());
        float[] expected = [.. result];
        Simd.MatrixMultiplyWithUpdate(p.TransposeA, p.TransposeB, p.Alpha, a, p.RowsA, p.ColumnsA, b, p.RowsB, p.ColumnsB, p.Beta, result);
        Managed.MatrixMultiplyWithUpdate(p.TransposeA, p.TransposeB, p.Alpha, a, p.RowsA, p.ColumnsA, b, p.RowsB, p.ColumnsB, p.Beta, expected);
        return expected.Zip(result).All(pair => Math.Abs(pair.First - pair.Second) <= 1e-6 * (10 + p.Inner));
    }

    private static bool AgreesInDoubles(ProductCase p)
    {
        double[] a = Array.ConvertAll(p.A(), x => (double)x), b = Array.ConvertAll(p.B(), x => (double)x), result = Array.ConvertAll(p.C(), x => (double)x);
        double[] expected = [.. result];
        Simd.MatrixMultiplyWithUpdate(p.TransposeA, p.TransposeB, p.Alpha, a, p.RowsA, p.ColumnsA, b, p.RowsB, p.ColumnsB, p.Beta, result);
        Managed.MatrixMultiplyWithUpdate(p.TransposeA, p.TransposeB, p.Alpha, a, p.RowsA, p.ColumnsA, b, p.RowsB, p.ColumnsB, p.Beta, expected);
        return expected.Zip(result).All(pair => Math.Abs(pair.First - pair.Second) <= 1e-14 * (10 + p.Inner));
    }
}
