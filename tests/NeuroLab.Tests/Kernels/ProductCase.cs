using MathNet.Numerics.Providers.LinearAlgebra;

namespace NeuroLab.Tests.Kernels;

/// <summary>A product C = α A B + β C of random matrices as MathNet's providers take it.</summary>
public sealed record ProductCase(int Rows, int Columns, int Inner, Transpose TransposeA, Transpose TransposeB, float Alpha, float Beta, int Seed)
{
    public int RowsA => TransposeA == Transpose.DontTranspose ? Rows : Inner;

    public int ColumnsA => TransposeA == Transpose.DontTranspose ? Inner : Rows;

    public int RowsB => TransposeB == Transpose.DontTranspose ? Inner : Columns;

    public int ColumnsB => TransposeB == Transpose.DontTranspose ? Columns : Inner;

    public float[] A() => Numbers(Rows * Inner, Seed);

    public float[] B() => Numbers(Inner * Columns, Seed + 1);

    public float[] C() => Numbers(Rows * Columns, Seed + 2);

    private static float[] Numbers(int count, int seed)
    {
        Random random = new(seed);
        return [.. Enumerable.Range(0, count).Select(_ => 2 * random.NextSingle() - 1)];
    }
}
