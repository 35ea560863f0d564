using System.Numerics;

namespace NeuroLab.Kernels;

/// <summary>
/// The factors A and B of a product, k steps long, in strips as high and as wide as a tile, packed so that a tile finds what a step takes side by side.
/// </summary>
/// <remarks>Where few columns of B use a row of A, reading it where it lies costs less than packing it.</remarks>
internal sealed unsafe class Factors<T, TVector, TSimd> : IParts
    where T : unmanaged, IFloatingPointIeee754<T>
    where TVector : struct
    where TSimd : ISimd<T, TVector>
{
    /// <summary>Packing A pays where more columns of B make use of it.</summary>
    private const int FewColumns = 128;

    /// <summary>Rows that lie a multiple of so many bytes apart push each other out of a first-level cache, so they are packed.</summary>
    private const int CollidingBytes = 2048;

    /// <summary>Packing is handed out in several parts for each thread, so that one that is held up leaves its share to the others.</summary>
    private const int PartsOfThread = 4;

    private readonly Buffer<T> packedA = new(), packedB = new();
    private View<T> a, b;
    private int firstPackedStrip, parts;

    /// <summary>The rows of A.</summary>
    internal int M { get; private set; }

    /// <summary>The columns of B.</summary>
    internal int N { get; private set; }

    /// <summary>The columns of A and rows of B.</summary>
    internal int K { get; private set; }

    /// <summary>The number of strips of A.</summary>
    internal int RowStrips => Cut.Count(M, Height);

    /// <summary>The number of strips of B.</summary>
    internal int ColumnStrips => Cut.Count(N, Width);

    private static int Height => TSimd.TileRows;

    private static int Width => Tile<T, TVector, TSimd>.Columns;

    private int StripsToPack => ColumnStrips + RowStrips - firstPackedStrip;

    /// <summary>Packs the factors of α A B; those of the product before are lost.</summary>
    /// <param name="m">The rows of A.</param>
    /// <param name="n">The columns of B.</param>
    /// <param name="k">The columns of A and rows of B.</param>
    /// <param name="alpha">α.</param>
    /// <param name="a">A. It must stay as it is until the product is done.</param>
    /// <param name="b">B.</param>
    /// <param name="threads">How many threads share the work.</param>
    internal void Pack(int m, int n, int k, T alpha, View<T> a, View<T> b, int threads)
    {
        (M, N, K, this.a, this.b) = (m, n, k, a, b);
        bool isReadInPlace = n <= FewColumns && a.Column == 1 && a.Row * sizeof(T) % CollidingBytes != 0;
        // Rows that don't fill a tile are always packed, with rows of zeros.
        int last = m - (RowStrips - 1) * Height;
        firstPackedStrip = !isReadInPlace ? 0 : last == Tile<T, TVector, TSimd>.RowsOf(last) ? RowStrips : RowStrips - 1;
        packedA.Reserve((long)RowStrips * Height * k);
        packedB.Reserve((long)ColumnStrips * Width * k);
        parts = threads == 1 ? 1 : Math.Min(StripsToPack, PartsOfThread * threads);
        Workers.Run(this, parts);
        if (alpha != T.One)
            TensorPrimitives.Multiply(packedB.Numbers, alpha, packedB.Numbers);
    }

    /// <summary>A strip of A: a row for each row of a tile, a column for each step.</summary>
    internal View<T> StripOfA(int strip) => strip < firstPackedStrip
        ? a.From(strip * Height, 0)
        : new View<T>(packedA.Start + strip * Height * K, 1, Height);

    /// <summary>A strip of B: a tile's width for each step, one after the other.</summary>
    internal T* StripOfB(int strip) => packedB.Start + strip * Width * K;

    /// <summary>Packs some strips. Those of B come first, then those of A that are packed.</summary>
    void IParts.Do(int part)
    {
        for (int i = Cut.Start(StripsToPack, part, parts); i < Cut.Start(StripsToPack, part + 1, parts); i++)
        {
            int strip = i < ColumnStrips ? i : firstPackedStrip + i - ColumnStrips;
            if (i < ColumnStrips)
                Packing.Pack(b.From(0, strip * Width), K, Math.Min(Width, N - strip * Width), Width, StripOfB(strip));
            else
                Packing.Pack(a.From(strip * Height, 0).Transposed, K, Math.Min(Height, M - strip * Height), Height, StripOfA(strip).Start);
        }
    }
}
