namespace NeuroLab.Kernels;

/// <summary>
/// The two products of which convolution and its gradients are made, with the windows read where they lie in a framed picture.
/// </summary>
/// <remarks>
/// In a framed picture (<see cref="Frame"/>) the windows of neighbouring outputs are neighbours too: what all of them see at one place
/// of the kernel is one stretch of memory, and a table says where it begins. So the matrix of windows is never built.
/// Outputs are computed for whole rows of the frame; those beyond the picture's edge are left out afterwards.
/// </remarks>
internal static unsafe class PlaneProduct<TVector, TSimd>
    where TVector : struct
    where TSimd : ISimd<float, TVector>
{
    /// <summary>The longest slice of places for gradients of weights: what is packed of two strips, some 40 KB, stays in the first two caches.</summary>
    private const int MostSteps = 256;

    /// <summary>Of so few weights, those of kernels that look at one channel only, most of a tile would be empty.</summary>
    private const int FewSteps = TileHeight.Tall;

    /// <summary>Sums of so many products are worth a dot product each.</summary>
    private const int ManyPlaces = 256;

    /// <summary>A tile takes its rows in threes, and so does a kernel three wide find its neighbours.</summary>
    private const int Neighbours = 3;

    [ThreadStatic]
    private static Buffer<float>? packedA, packedB;

    private static readonly nint* PackedRows = Buffer<nint>.Forever([.. Enumerable.Range(0, MostSteps).Select(step => (nint)step * Width)]);

    private static int Width => Tile<float, TVector, TSimd>.Columns;

    /// <summary>How long packed weights are: see <see cref="PackWeights"/>.</summary>
    internal static long PackedLength(int rows, int steps)
    {
        long length = 0;
        for (int left = rows, height; left > 0; left -= height)
        {
            height = HeightOf(left);
            length += (long)height * steps;
        }
        return length;
    }

    /// <summary>The length a row of outputs must have room for.</summary>
    internal static int RowLength(int places) => (places + Width - 1) / Width * Width;

    /// <summary>How many rows are best done next when so many are left.</summary>
    internal static int HeightOf(int left) => Tile<float, TVector, TSimd>.RowsOf(left);

    /// <summary>The number of steps that gradients of weights must have room for.</summary>
    internal static int StepCount(int steps) => Cut.Count(steps, TileHeight.Low) * TileHeight.Low;

    /// <summary>Packs weights (rows, steps) for <see cref="Correlate"/>.</summary>
    internal static void PackWeights(View<float> weights, int rows, int steps, float* packed)
    {
        for (int row = 0, height; row < rows; row += height)
        {
            height = HeightOf(rows - row);
            Packing.Pack(weights.From(row, 0).Transposed, steps, Math.Min(height, rows - row), height, packed + (nint)row * steps);
        }
    }

    /// <summary>result[row, place] = the sum over all steps of weight[row, step] picture[place + offset[step]].</summary>
    /// <param name="weights">Packed weights of as many rows as a tile has.</param>
    /// <param name="rows">How many rows that is: see <see cref="HeightOf"/>.</param>
    /// <param name="picture">A framed picture.</param>
    /// <param name="offsets">Where each step looks, as seen from the place.</param>
    /// <param name="steps">How many steps there are.</param>
    /// <param name="places">How many places there are.</param>
    /// <param name="result">Rows of <see cref="RowLength"/>.</param>
    /// <param name="target">Where the first row goes from there. It is brought into the cache meanwhile.</param>
    /// <param name="area">How far apart its rows will lie there.</param>
    internal static void Correlate(float* weights, int rows, float* picture, nint* offsets, int steps, int places, float* result, float* target, int area)
    {
        int length = RowLength(places);
        for (int place = 0; place < places; place += Width)
        {
            Tile<float, TVector, TSimd>.Prefetch(rows, target + (nint)place * area / places, area);
            Tile<float, TVector, TSimd>.Multiply(
                rows, steps, new View<float>(weights, 1, rows), picture + place, offsets, result + place, length, add: false);
        }
    }

    /// <summary>result[step, row] += the sum over all places of picture[place + offset[step]] gradient[row, place].</summary>
    /// <param name="picture">A framed picture.</param>
    /// <param name="offsets">Where each step looks, as seen from the place.</param>
    /// <param name="steps">How many steps there are.</param>
    /// <param name="gradient">The gradient, framed, 0 beyond the picture's edge.</param>
    /// <param name="plane">How far its rows lie apart.</param>
    /// <param name="rows">How many rows it has.</param>
    /// <param name="places">How many places there are.</param>
    /// <param name="result"><see cref="StepCount"/> rows, one a step, of <see cref="RowLength"/> numbers.</param>
    internal static void AddWeightGradient(float* picture, nint* offsets, int steps, float* gradient, nint plane, int rows, int places, float* result)
    {
        int length = RowLength(rows);
        if (steps <= FewSteps && places >= ManyPlaces)
        {
            DotTile<TVector, TSimd>.AddProducts(picture, offsets, steps, gradient, plane, rows, places, result, length);
            return;
        }
        Buffer<float> a = packedA ??= new(), b = packedB ??= new();
        a.Reserve(MostSteps * TSimd.TileRows);
        b.Reserve((long)MostSteps * length);
        int slices = (places + MostSteps - 1) / MostSteps;
        for (int slice = 0; slice < slices; slice++)
        {
            int first = Cut.Start(places, slice, slices), count = Cut.Start(places, slice + 1, slices) - first;
            for (int row = 0; row < rows; row += Width)
                Packing.Pack(new View<float>(gradient + row * plane + first, 1, plane), count, Math.Min(Width, rows - row), Width, b.Start + row * count);
            for (int step = 0, height; step < steps; step += height)
            {
                height = steps - step <= TileHeight.Low ? TileHeight.Low : TSimd.TileRows;
                nint* looks = offsets + step;
                bool isInThrees = IsInThrees(looks, Math.Min(height, steps - step));
                if (!isInThrees)
                    Packing.Pack(picture + first, new ReadOnlySpan<nint>(looks, Math.Min(height, steps - step)), count, height, a.Start);
                for (int row = 0; row < rows; row += Width)
                {
                    float* strip = b.Start + row * count, sums = result + step * length + row;
                    if (isInThrees)
                        MultiplyThrees(height, steps - step, count, picture + first, looks, strip, sums, length);
                    else
                        Tile<float, TVector, TSimd>.Multiply(height, count, new View<float>(a.Start, 1, height), strip, PackedRows, sums, length, add: true);
                }
            }
        }
    }

    /// <summary>
    /// Whether steps look at threes of neighbours, as those of a kernel three wide do. Then a tile can take its rows from where they
    /// lie: packing them would take a quarter of the time.
    /// </summary>
    private static bool IsInThrees(nint* offsets, int steps)
    {
        bool all = steps % Neighbours == 0;
        for (int step = 0; all && step < steps; step += Neighbours)
            all = offsets[step + 1] == offsets[step] + 1 && offsets[step + 2] == offsets[step] + 2;
        return all;
    }

    private static void MultiplyThrees(int height, int steps, int count, float* picture, nint* offsets, float* strip, float* sums, int length)
    {
        // Rows that aren't there are the first ones again; nobody reads their sums.
        float* Three(int number) => picture + offsets[number * Neighbours < steps ? number * Neighbours : 0];
        Tile<float, TVector, TSimd>.Multiply(
            height, count, Three(0), Three(1), Three(2), Three(3), 1, 1, strip, PackedRows, sums, length, add: true);
    }
}
