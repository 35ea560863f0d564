using System.Numerics.Tensors;
using MathNet.Numerics.Random;
using NeuroLab.Kernels;

namespace NeuroLab.Tests.Kernels;

/// <summary>What is done row by row.</summary>
public sealed class RowsTests
{
    [Fact]
    public void The_largest_number_is_found_one_by_one_where_it_is_found_several_at_a_time()
    {
        MersenneTwister random = new(1);
        float[] hard = [0f, -0f, 1f, 1f, -1f, 2f, float.NegativeInfinity, float.PositiveInfinity, float.NaN, float.MinValue];
        for (int i = 0; i < 20_000; i++)
        {
            float[] row = [.. Enumerable.Range(0, random.Next(1, 24)).Select(_ => hard[random.Next(random.Next(1, hard.Length + 1))])];
            int expected = TensorPrimitives.IndexOfMax<float>(row);
            Assert.True(expected == Rows.IndexOfMaxOneByOne(row), $"{expected} was expected, {Rows.IndexOfMaxOneByOne(row)} was found in {string.Join(' ', row)}");
        }
    }
}
