using System.Numerics;

namespace NeuroLab.Kernels;

/// <summary>
/// C = α A B + β C, cut into blocks that fit the caches, packed, and shared out among threads.
/// </summary>
/// <remarks>
/// <para>K is cut into slices. Of one slice the <see cref="Factors{T, TVector, TSimd}"/> are packed; then C is gone through block by block and
/// tile by tile. While a block is worked on, its strips of A and B stay in the second-level cache.</para>
/// <para>A tile sums its slice in order, and slices follow one after the other. Blocks only say who does what, so the bits
/// of the result depend neither on the number of threads nor on which of them was faster.</para>
/// <para>Each thread that multiplies has one object of its own; its buffers grow to the largest product and stay.</para>
/// </remarks>
internal sealed unsafe class BlockedProduct<T, TVector, TSimd> : IParts
    where T : unmanaged, IFloatingPointIeee754<T>
    where TVector : struct
    where TSimd : ISimd<T, TVector>
{
    /// <summary>The longest slice of K. What is summed is read and written once a slice, so slices are long.</summary>
    private const int MostSteps = 1024;

    /// <summary>The most rows of A and columns of B packed at once, some 9 MB of each, which a third-level cache holds; a multiple of every tile's height and width.</summary>
    private const int MostLanes = 2304;

    /// <summary>Below so many multiplications one thread is faster.</summary>
    private const long Small = 48 * 48 * 48;

    /// <summary>A block begins as a square of so many strips, and is halved until it is small enough.</summary>
    private const int MostStripsOfBlock = 8;

    /// <summary>So much of A and B, 768 KB, stays in a second-level cache of 1 MB while a block is worked on.</summary>
    private const int MostBytesOfBlock = 3 << 18;

    /// <summary>So many multiplications are worth handing out: some microseconds.</summary>
    private const int LeastWorkOfBlock = 400_000;

    /// <summary>The more blocks there are for each thread, the less the last one keeps the others waiting.</summary>
    private const int BlocksOfThread = 8;

    /// <summary>Packing a number of B takes as long as multiplying it with so many rows of A.</summary>
    private const int RowsWorthPacking = 6;

    /// <summary>In a packed strip of B the rows follow one another.</summary>
    private static readonly nint* PackedRows = Buffer<nint>.Forever([.. Enumerable.Range(0, MostSteps).Select(step => (nint)step * Width)]);

    [ThreadStatic]
    private static BlockedProduct<T, TVector, TSimd>? ofThread;

    private readonly Factors<T, TVector, TSimd> factors = new();

    // The part of C that is being worked on, whether the product is added to what it holds, and the strips of A and B that a block of it takes.
    private View<T> c;
    private bool add;
    private int blockRows, blockColumns;

    private static int Height => TSimd.TileRows;

    private static int Width => Tile<T, TVector, TSimd>.Columns;

    private int Blocks => Cut.Count(factors.RowStrips, blockRows) * Cut.Count(factors.ColumnStrips, blockColumns);

    private long BytesOfBlock => (blockRows * Height + blockColumns * Width) * (long)factors.K * sizeof(T);

    private long WorkOfBlock => (long)blockRows * Height * blockColumns * Width * factors.K;

    /// <inheritdoc cref="Product.Multiply{T}(int, int, int, T, View{T}, View{T}, T, T*, nint)"/>
    internal static void Multiply(int m, int n, int k, T alpha, View<T> a, View<T> b, T beta, T* c, nint cRow)
    {
        bool isNothing = k == 0 || alpha == T.Zero;
        // Where β is 0 the first slice overwrites C, whatever it holds.
        if (isNothing || beta != T.Zero)
            Scale(m, n, beta, c, cRow);
        if (isNothing)
            return;
        if (WebKernels.AreThere && typeof(T) == typeof(float))
        {
            WebKernels.Multiply(m, n, k, float.CreateTruncating(alpha), *(View<float>*)&a, *(View<float>*)&b, beta != T.Zero, (float*)c, cRow);
            return;
        }
        if (WebKernels.AreThere && typeof(T) == typeof(double))
        {
            WebKernels.Multiply(m, n, k, double.CreateTruncating(alpha), *(View<double>*)&a, *(View<double>*)&b, beta != T.Zero, (double*)c, cRow);
            return;
        }
        BlockedProduct<T, TVector, TSimd> product = ofThread ??= new();
        View<T> viewC = new(c, cRow, 1);
        // Where A and B both lie in the order of the steps, Cᵀ = Bᵀ Aᵀ may be had for less.
        if (a.Column == 1 && b.Row == 1 && Cost(n, m) < Cost(m, n))
            product.MultiplySlices(n, m, k, alpha, b.Transposed, a.Transposed, viewC.Transposed, beta != T.Zero);
        else
            product.MultiplySlices(m, n, k, alpha, a, b, viewC, beta != T.Zero);
    }

    /// <summary>One block of C.</summary>
    void IParts.Do(int block)
    {
        (int down, int across) = Math.DivRem(block, Cut.Count(factors.ColumnStrips, blockColumns));
        int firstRow = down * blockRows, firstColumn = across * blockColumns;
        for (int column = firstColumn; column < Math.Min(factors.ColumnStrips, firstColumn + blockColumns); column++)
        {
            for (int row = firstRow; row < Math.Min(factors.RowStrips, firstRow + blockRows); row++)
                MultiplyTile(row, column);
        }
    }

    /// <summary>The multiplications that a product takes for each of its steps, in whole tiles, and the packing of B.</summary>
    private static long Cost(int m, int n)
    {
        int rest = m % Height;
        return (m - rest + (rest == 0 ? 0 : RowsOf(rest)) + RowsWorthPacking) * (long)Cut.Count(n, Width) * Width;
    }

    private void MultiplySlices(int m, int n, int k, T alpha, View<T> a, View<T> b, View<T> c, bool add)
    {
        int threads = (long)m * n * k <= Small ? 1 : Workers.ThreadCount;
        int slices = Cut.Count(k, MostSteps);
        for (int i = 0; i < m; i += MostLanes)
        {
            for (int j = 0; j < n; j += MostLanes)
            {
                for (int slice = 0; slice < slices; slice++)
                {
                    int step = Cut.Start(k, slice, slices), steps = Cut.Start(k, slice + 1, slices) - step;
                    factors.Pack(Math.Min(MostLanes, m - i), Math.Min(MostLanes, n - j), steps, alpha, a.From(i, step), b.From(step, j), threads);
                    this.c = c.From(i, j);
                    this.add = add || step > 0;
                    MultiplyBlocks(threads);
                }
            }
        }
    }

    private void MultiplyBlocks(int threads)
    {
        (blockRows, blockColumns) = (MostStripsOfBlock, MostStripsOfBlock);
        while (blockRows * blockColumns > 1
            && (BytesOfBlock > MostBytesOfBlock || (threads > 1 && Blocks < BlocksOfThread * threads && WorkOfBlock > LeastWorkOfBlock)))
        {
            if (blockColumns == 1 || (blockRows > 1 && blockRows * Height >= blockColumns * Width))
                blockRows /= 2;
            else
                blockColumns /= 2;
        }
        if (threads > 1)
        {
            Workers.Run(this, Blocks);
            return;
        }
        for (int block = 0; block < Blocks; block++)
            ((IParts)this).Do(block);
    }

    private void MultiplyTile(int rowStrip, int columnStrip)
    {
        int height = Math.Min(Height, factors.M - rowStrip * Height), width = Math.Min(Width, factors.N - columnStrip * Width);
        // A lower tile is enough for the last rows where they are few.
        int rows = RowsOf(height);
        View<T> stripA = factors.StripOfA(rowStrip), tile = c.From(rowStrip * Height, columnStrip * Width);
        T* stripB = factors.StripOfB(columnStrip);
        if (height == rows && width == Width && tile.Column == 1)
        {
            Tile<T, TVector, TSimd>.Prefetch(rows, tile.Start, tile.Row);
            Tile<T, TVector, TSimd>.Multiply(rows, factors.K, stripA, stripB, PackedRows, tile.Start, tile.Row, add);
            return;
        }
        // A tile that C has no room for, or that lies in C the other way round, is made elsewhere.
        T* whole = stackalloc T[Height * Width];
        if (add)
            Packing.Pack(tile, height, width, Width, whole);
        Tile<T, TVector, TSimd>.Multiply(rows, factors.K, stripA, stripB, PackedRows, whole, Width, add);
        if (tile.Column == 1)
            Packing.Copy(new View<T>(whole, Width, 1), height, width, tile.Start, tile.Row);
        else
            Packing.Copy(new View<T>(whole, 1, Width), width, height, tile.Start, tile.Column);
    }

    private static int RowsOf(int left) => Tile<T, TVector, TSimd>.RowsOf(left);

    private static void Scale(int m, int n, T beta, T* c, nint cRow)
    {
        for (int i = 0; i < m && beta != T.One; i++)
        {
            Span<T> row = new(c + i * cRow, n);
            if (beta == T.Zero)
                row.Clear();
            else
                TensorPrimitives.Multiply(row, beta, row);
        }
    }
}
