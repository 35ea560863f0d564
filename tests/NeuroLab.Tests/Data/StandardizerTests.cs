using MathNet.Numerics.Random;
using NeuroLab.Data;
using NeuroLab.Tensors;

namespace NeuroLab.Tests.Data;

public sealed class StandardizerTests
{
    [Fact]
    public void Every_column_gets_mean_0_and_deviation_1()
    {
        Dataset iris = Datasets.Iris();
        float[] z = Standardizer.FitEach(iris.Inputs).Apply(iris).Inputs.ToArray();
        for (int column = 0; column < 4; column++)
        {
            double[] values = [.. z.Where((_, i) => i % 4 == column).Select(value => (double)value)];
            Assert.Equal(0, values.Average(), 1e-5);
            Assert.Equal(1, values.Average(value => value * value), 1e-4);
        }
    }

    [Fact]
    public void What_was_fitted_on_one_part_is_applied_to_another()
    {
        Standardizer standardizer = Standardizer.FitEach(Tensor.Matrix(new float[,] { { 1, 5 }, { 3, 5 } }));
        Assert.Equal([2, 5], standardizer.Mean);
        Assert.Equal([1, 1], standardizer.Deviation);
        Tensor other = Tensor.Matrix(new float[,] { { 12, 7 } });
        Assert.Equal([10, 2], standardizer.Apply(other).ToArray());
        Assert.Equal([12, 7], other.ToArray());
        Assert.Equal([12, 7], standardizer.Invert(standardizer.Apply(other)).ToArray());
    }

    [Fact]
    public void Pictures_are_standardized_as_a_whole()
    {
        Tensor pictures = Synthetic.Glyphs(20, new MersenneTwister(1)).Inputs;
        Standardizer standardizer = Standardizer.FitWhole(pictures);
        Assert.Single(standardizer.Mean.Distinct());
        Assert.Equal(0, standardizer.Apply(pictures).ToArray().Average(), 1e-4);
    }

    [Fact]
    public void Mistakes_are_told()
    {
        Assert.Throws<ArgumentException>(() => Standardizer.FitEach(new Tensor(0, 3)));
        Assert.Contains("not finite", Assert.Throws<ArgumentException>(() => Standardizer.FitEach(Tensor.Matrix(new[,] { { float.NaN } }))).Message, StringComparison.Ordinal);
        Standardizer standardizer = Standardizer.FitEach(new Tensor(2, 3));
        Assert.Contains("fitted on samples of shape (3), but is applied to samples of shape (4)", Assert.Throws<ShapeException>(() => standardizer.Apply(new Tensor(2, 4))).Message, StringComparison.Ordinal);
    }
}
