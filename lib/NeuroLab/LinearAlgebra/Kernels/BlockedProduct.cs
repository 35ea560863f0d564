using System.Numerics;

namespace NeuroLab.LinearAlgebra.Kernels;

/// <summary>
/// C = α A B + β C, cut into blocks that fit the caches, packed, and shared out among threads.
/// </summary>
/// <remarks>
/// <para>K is cut into slices. Of one slice B is packed, and A too unless few columns use it; then C is gone through block by block and
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

    /// <summary>The most rows of A and columns of B packed at once; a multiple of every tile's height and width.</summary>
    private const int MostLanes = 2304;

    /// <summary>Below so many multiplications one thread is faster.</summary>
    private const long Small = 48 * 48 * 48;

    private const int MostStripsOfBlock = 8;

    /// <summary>So much of A and B stays in a second-level cache while a block is worked on.</summary>
    private const int MostBytesOfBlock = 3 << 18;

    /// <summary>So many multiplications are worth handing out: some microseconds.</summary>
    private const int LeastWorkOfBlock = 400_000;

    /// <summary>The more blocks there are for each thread, the less the last one keeps the others waiting.</summary>
    private const int BlocksOfThread = 8;

    /// <summary>Packing A pays where more columns of B make use of it.</summary>
    private const int FewColumns = 128;

    /// <summary>Rows that lie a multiple of so many bytes apart push each other out of a first-level cache, so they are packed.</summary>
    private const int CollidingBytes = 2048;

    /// <summary>Packing a number of B takes as long as multiplying it with so many rows of A.</summary>
    private const int RowsWorthPacking = 6;

    /// <summary>In a packed strip of B the rows follow one another.</summary>
    private static readonly nint* PackedRows = Buffer<nint>.Forever([.. Enumerable.Range(0, MostSteps).Select(step => (nint)step * Width)]);

    [ThreadStatic]
    private static BlockedProduct<T, TVector, TSimd>? ofThread;

    private readonly Buffer<T> packedA = new(), packedB = new();

    // The part of the product that is being worked on: k steps of m rows and n columns.
    private int m, n, k;
    private View<T> a, b, c;
    private bool add, isPacking;
    private int firstPackedStrip, packParts, blockRows, blockColumns;

    private static int Height => TSimd.TileRows;

    private static int Width => Tile<T, TVector, TSimd>.Columns;

    private int RowStrips => Strips(m, Height);

    private int ColumnStrips => Strips(n, Width);

    private int Blocks => Strips(RowStrips, blockRows) * Strips(ColumnStrips, blockColumns);

    private long BytesOfBlock => (blockRows * Height + blockColumns * Width) * (long)k * sizeof(T);

    private long WorkOfBlock => (long)blockRows * Height * blockColumns * Width * k;

    /// <inheritdoc cref="Product.Multiply(int, int, int, float, View{float}, View{float}, float, float*, nint)"/>
    internal static void Multiply(int m, int n, int k, T alpha, View<T> a, View<T> b, T beta, T* c, nint cRow)
    {
        bool isNothing = k == 0 || alpha == T.Zero;
        // Where β is 0 the first slice overwrites C, whatever it holds.
        if (isNothing || beta != T.Zero)
            Scale(m, n, beta, c, cRow);
        if (isNothing)
            return;
        View<T> viewC = new(c, cRow, 1);
        BlockedProduct<T, TVector, TSimd> product = ofThread ??= new();
        // Where A and B both lie in the order of the steps, Cᵀ = Bᵀ Aᵀ may be had for less.
        if (a.Column == 1 && b.Row == 1 && Cost(n, m) < Cost(m, n))
            product.MultiplySlices(n, m, k, alpha, b.Transposed, a.Transposed, viewC.Transposed, beta != T.Zero);
        else
            product.MultiplySlices(m, n, k, alpha, a, b, viewC, beta != T.Zero);
    }

    /// <summary>One part of the packing, or one block of C.</summary>
    public void Do(int part)
    {
        if (isPacking)
        {
            int strips = ColumnStrips + RowStrips - firstPackedStrip;
            for (int strip = Share(strips, part, packParts); strip < Share(strips, part + 1, packParts); strip++)
                PackStrip(strip);
            return;
        }
        int blocksAcross = Strips(ColumnStrips, blockColumns);
        int firstRow = part / blocksAcross * blockRows, firstColumn = part % blocksAcross * blockColumns;
        for (int column = firstColumn; column < Math.Min(ColumnStrips, firstColumn + blockColumns); column++)
        {
            for (int row = firstRow; row < Math.Min(RowStrips, firstRow + blockRows); row++)
                MultiplyTile(row, column);
        }
    }

    /// <summary>The multiplications that a product takes for each of its steps, in whole tiles, and the packing of B.</summary>
    private static long Cost(int m, int n)
    {
        int rest = m % Height;
        return (m - rest + (rest == 0 ? 0 : RowsOf(rest)) + RowsWorthPacking) * (long)Strips(n, Width) * Width;
    }

    private void MultiplySlices(int m, int n, int k, T alpha, View<T> a, View<T> b, View<T> c, bool add)
    {
        int threads = (long)m * n * k <= Small ? 1 : Workers.ThreadCount;
        int slices = Strips(k, MostSteps);
        for (int i = 0; i < m; i += MostLanes)
        {
            for (int j = 0; j < n; j += MostLanes)
            {
                for (int slice = 0; slice < slices; slice++)
                {
                    int step = Share(k, slice, slices);
                    this.k = Share(k, slice + 1, slices) - step;
                    (this.m, this.n) = (Math.Min(MostLanes, m - i), Math.Min(MostLanes, n - j));
                    (this.a, this.b, this.c) = (a.From(i, step), b.From(step, j), c.From(i, j));
                    this.add = add || step > 0;
                    Pack(alpha, threads);
                    MultiplyBlocks(threads);
                }
            }
        }
    }

    private void Pack(T alpha, int threads)
    {
        // Rows of A that few columns use are read where they lie. Those that don't fill a tile are packed with rows of zeros.
        bool isReadInPlace = n <= FewColumns && a.Column == 1 && a.Row * sizeof(T) % CollidingBytes != 0;
        int last = m - (RowStrips - 1) * Height;
        firstPackedStrip = !isReadInPlace ? 0 : last == RowsOf(last) ? RowStrips : RowStrips - 1;
        packedA.Reserve(RowStrips * Height * k);
        packedB.Reserve(ColumnStrips * Width * k);
        packParts = threads == 1 ? 1 : Math.Min(ColumnStrips + RowStrips - firstPackedStrip, 4 * threads);
        isPacking = true;
        Run(packParts, threads);
        if (alpha != T.One)
            TensorPrimitives.Multiply(packedB.Numbers, alpha, packedB.Numbers);
    }

    private void PackStrip(int strip)
    {
        if (strip < ColumnStrips)
        {
            int column = strip * Width;
            Packing.Pack(b.From(0, column), k, Math.Min(Width, n - column), Width, packedB.Start + column * k);
            return;
        }
        int row = (firstPackedStrip + strip - ColumnStrips) * Height;
        Packing.Pack(a.From(row, 0).Transposed, k, Math.Min(Height, m - row), Height, packedA.Start + row * k);
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
        isPacking = false;
        Run(Blocks, threads);
    }

    private void MultiplyTile(int rowStrip, int columnStrip)
    {
        int row = rowStrip * Height, column = columnStrip * Width;
        int height = Math.Min(Height, m - row), width = Math.Min(Width, n - column);
        // A lower tile is enough for the last rows where they are few.
        int rows = RowsOf(height);
        View<T> stripA = rowStrip < firstPackedStrip ? a.From(row, 0) : new View<T>(packedA.Start + row * k, 1, Height), tile = c.From(row, column);
        T* stripB = packedB.Start + column * k;
        if (height == rows && width == Width && tile.Column == 1)
        {
            Tile<T, TVector, TSimd>.Prefetch(rows, tile.Start, tile.Row);
            Tile<T, TVector, TSimd>.Multiply(rows, k, stripA, stripB, PackedRows, tile.Start, tile.Row, add);
            return;
        }
        // A tile that C has no room for, or that lies in C the other way round, is made elsewhere.
        T* whole = stackalloc T[Height * Width];
        if (add)
            Packing.Pack(tile, height, width, Width, whole);
        Tile<T, TVector, TSimd>.Multiply(rows, k, stripA, stripB, PackedRows, whole, Width, add);
        if (tile.Column == 1)
            Packing.Copy(new View<T>(whole, Width, 1), height, width, tile.Start, tile.Row);
        else
            Packing.Copy(new View<T>(whole, 1, Width), width, height, tile.Start, tile.Column);
    }

    private void Run(int parts, int threads)
    {
        if (threads > 1)
        {
            Workers.Run(this, parts);
            return;
        }
        for (int part = 0; part < parts; part++)
            Do(part);
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

    private static int Strips(int length, int width) => (length + width - 1) / width;

    /// <summary>Where the part begins when a length is cut into equal parts.</summary>
    private static int Share(int length, int part, int parts) => (int)((long)length * part / parts);
}
