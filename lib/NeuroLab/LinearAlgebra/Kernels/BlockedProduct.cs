using System.Numerics;

namespace NeuroLab.LinearAlgebra.Kernels;

/// <summary>
/// C = α A B + β C, cut into blocks that fit the caches, packed, and shared out among threads.
/// </summary>
/// <remarks>
/// <para>K is cut into slices. Of one slice all of A and B is packed, then C is gone through block by block and tile by tile.
/// While a block is worked on, one packed strip of B stays in the first-level cache and the strips of A in the second.</para>
/// <para>A tile sums its slice in order, and slices follow one after the other. Blocks only say who does what, so the bits
/// of the result depend neither on the number of threads nor on which of them was faster.</para>
/// <para>Each thread that multiplies has one object of its own; its buffers grow to the largest product and stay.</para>
/// </remarks>
internal sealed unsafe class BlockedProduct<T, TVector, TSimd> : IParts
    where T : unmanaged, IFloatingPointIeee754<T>
    where TVector : struct
    where TSimd : ISimd<T, TVector>
{
    /// <summary>The longest slice of K: a strip of B of that length fills most of a first-level cache.</summary>
    private const int MostSteps = 256;

    /// <summary>The most rows of A and columns of B packed at once; a multiple of every tile's height and width.</summary>
    private const int MostLanes = 2304;

    /// <summary>Below so many multiplications one thread is faster, and packing A costs more than it saves.</summary>
    private const long Small = 48 * 48 * 48;

    private const int MostStripsOfBlock = 8;

    /// <summary>In a packed strip of B the rows follow one another.</summary>
    private static readonly nint* PackedRows = Buffer<nint>.Forever([.. Enumerable.Range(0, MostSteps).Select(step => (nint)step * Width)]);

    [ThreadStatic]
    private static BlockedProduct<T, TVector, TSimd>? ofThread;

    private readonly Buffer<T> packedA = new(), packedB = new();

    // The part of the product that is being worked on: k steps of m rows and n columns.
    private int m, n, k;
    private View<T> a, b;
    private T* c;
    private nint cRow;
    private bool add, isPacking;
    private int packParts, blockRows, blockColumns;

    private static int Height => TSimd.TileRows;

    private static int Width => Tile<T, TVector, TSimd>.Columns;

    private int RowStrips => Strips(m, Height);

    private int ColumnStrips => Strips(n, Width);

    /// <inheritdoc cref="Product.Multiply(int, int, int, float, View{float}, View{float}, float, float*, nint)"/>
    internal static void Multiply(int m, int n, int k, T alpha, View<T> a, View<T> b, T beta, T* c, nint cRow)
    {
        bool isNothing = k == 0 || alpha == T.Zero;
        // Where β is 0 the first slice overwrites C, whatever it holds.
        if (isNothing || beta != T.Zero)
            Scale(m, n, beta, c, cRow);
        if (isNothing)
            return;
        BlockedProduct<T, TVector, TSimd> product = ofThread ??= new();
        bool isSmall = (long)m * n * k <= Small;
        int slices = Strips(k, MostSteps);
        for (int i = 0; i < m; i += MostLanes)
        {
            for (int j = 0; j < n; j += MostLanes)
            {
                for (int slice = 0; slice < slices; slice++)
                {
                    int step = Share(k, slice, slices);
                    product.k = Share(k, slice + 1, slices) - step;
                    (product.m, product.n) = (Math.Min(MostLanes, m - i), Math.Min(MostLanes, n - j));
                    (product.a, product.b) = (a.From(i, step), b.From(step, j));
                    product.c = c + i * cRow + j;
                    product.cRow = cRow;
                    product.add = beta != T.Zero || step > 0;
                    product.MultiplySlice(alpha, isSmall);
                }
            }
        }
    }

    /// <summary>One part of the packing, or one block of C.</summary>
    public void Do(int part)
    {
        if (isPacking)
        {
            int strips = RowStrips + ColumnStrips;
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

    private void MultiplySlice(T alpha, bool isSmall)
    {
        packedA.Reserve(RowStrips * Height * k);
        packedB.Reserve(ColumnStrips * Width * k);
        int threads = isSmall ? 1 : Workers.ThreadCount;
        packParts = threads == 1 ? 1 : Math.Min(RowStrips + ColumnStrips, 4 * threads);
        isPacking = true;
        Run(packParts, threads);
        if (alpha != T.One)
            TensorPrimitives.Multiply(packedB.Numbers, alpha, packedB.Numbers);
        (blockRows, blockColumns) = (MostStripsOfBlock, MostStripsOfBlock);
        while (threads > 1 && Blocks < 4 * threads && blockRows * blockColumns > 2)
            (blockRows, blockColumns) = blockRows >= blockColumns ? (blockRows / 2, blockColumns) : (blockRows, blockColumns / 2);
        isPacking = false;
        Run(Blocks, threads);
    }

    private int Blocks => Strips(RowStrips, blockRows) * Strips(ColumnStrips, blockColumns);

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

    private void PackStrip(int strip)
    {
        if (strip < RowStrips)
        {
            int row = strip * Height;
            Packing.Pack(a.From(row, 0).Transposed, k, Math.Min(Height, m - row), Height, packedA.Start + row * k);
            return;
        }
        int column = (strip - RowStrips) * Width;
        Packing.Pack(b.From(0, column), k, Math.Min(Width, n - column), Width, packedB.Start + column * k);
    }

    private void MultiplyTile(int rowStrip, int columnStrip)
    {
        int row = rowStrip * Height, column = columnStrip * Width;
        int height = Math.Min(Height, m - row), width = Math.Min(Width, n - column);
        T* stripA = packedA.Start + row * k, stripB = packedB.Start + column * k, tile = c + row * cRow + column;
        // A lower tile is enough for the last rows where they are few.
        int rows = Tile<T, TVector, TSimd>.RowsOf(height);
        if (height == rows && width == Width)
        {
            Tile<T, TVector, TSimd>.Multiply(rows, k, stripA, Height, stripB, PackedRows, tile, cRow, add);
            return;
        }
        T* whole = stackalloc T[Height * Width];
        Tile<T, TVector, TSimd>.Multiply(rows, k, stripA, Height, stripB, PackedRows, whole, Width, add: false);
        for (int i = 0; i < height; i++)
        {
            Span<T> sums = new(whole + i * Width, width), target = new(tile + i * cRow, width);
            if (add)
                TensorPrimitives.Add(target, sums, target);
            else
                sums.CopyTo(target);
        }
    }

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
