namespace NeuroLab.LinearAlgebra.Kernels;

/// <summary>
/// The two products of which convolution and its gradients are made, with the windows read where they lie in a framed picture.
/// </summary>
/// <remarks>
/// In a framed picture (<see cref="Planes"/>) the windows of neighbouring outputs are neighbours too: what all of them see at one place
/// of the kernel is one stretch of memory, and a table says where it begins. So the matrix of windows is never built.
/// Outputs are computed for whole rows of the frame; those beyond the picture's edge are left out afterwards.
/// </remarks>
internal static unsafe class PlaneProduct<TVector, TSimd>
    where TVector : struct
    where TSimd : ISimd<float, TVector>
{
    private const int MostSteps = 256;

    [ThreadStatic]
    private static Buffer<float>? packedA, packedB;

    private static readonly nint* PackedRows = Buffer<nint>.Forever([.. Enumerable.Range(0, MostSteps).Select(step => (nint)step * Width)]);

    private static int Height => TSimd.TileRows;

    private static int Width => Tile<float, TVector, TSimd>.Columns;

    /// <summary>How long packed weights are: see <see cref="PackWeights"/>.</summary>
    internal static int PackedLength(int rows, int steps) => RoundUp(rows, Height) * steps;

    /// <summary>The length a row of outputs must have room for.</summary>
    internal static int RowLength(int places) => RoundUp(places, Width);

    /// <summary>The number of rows that outputs must have room for.</summary>
    internal static int RowCount(int rows) => RoundUp(rows, Height);

    /// <summary>Packs weights (rows, steps) for <see cref="Correlate"/>.</summary>
    internal static void PackWeights(View<float> weights, int rows, int steps, float* packed)
    {
        for (int row = 0; row < rows; row += Height)
            Packing.Pack(weights.From(row, 0).Transposed, steps, Math.Min(Height, rows - row), Height, packed + row * steps);
    }

    /// <summary>result[row, place] = the sum over all steps of weight[row, step] picture[place + offset[step]].</summary>
    /// <param name="weights">Packed weights.</param>
    /// <param name="rows">How many rows they have.</param>
    /// <param name="picture">A framed picture.</param>
    /// <param name="offsets">Where each step looks, as seen from the place.</param>
    /// <param name="steps">How many steps there are.</param>
    /// <param name="places">How many places there are.</param>
    /// <param name="result">Rows of <see cref="RowLength"/>, <see cref="RowCount"/> of them.</param>
    internal static void Correlate(float* weights, int rows, float* picture, nint* offsets, int steps, int places, float* result)
    {
        int length = RowLength(places);
        for (int place = 0; place < places; place += Width)
        {
            for (int row = 0; row < rows; row += Height)
            {
                Tile<float, TVector, TSimd>.Multiply(
                    HeightOf(rows - row), steps, weights + row * steps, 1, Height,
                    picture + place, offsets, result + row * length + place, length, add: false);
            }
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
    /// <param name="result"><see cref="RowCount"/> rows, one a step, of <see cref="RowLength"/> numbers.</param>
    internal static void AddWeightGradient(float* picture, nint* offsets, int steps, float* gradient, nint plane, int rows, int places, float* result)
    {
        Buffer<float> a = packedA ??= new(), b = packedB ??= new();
        int length = RowLength(rows);
        a.Reserve(MostSteps * Height);
        b.Reserve(MostSteps * length);
        int slices = (places + MostSteps - 1) / MostSteps;
        for (int slice = 0; slice < slices; slice++)
        {
            int first = places * slice / slices, count = places * (slice + 1) / slices - first;
            for (int row = 0; row < rows; row += Width)
                Packing.Pack(new View<float>(gradient + row * plane + first, 1, plane), count, Math.Min(Width, rows - row), Width, b.Start + row * count);
            for (int step = 0; step < steps; step += Height)
            {
                Packing.Pack(picture + first, new ReadOnlySpan<nint>(offsets + step, Math.Min(Height, steps - step)), count, Height, a.Start);
                for (int row = 0; row < rows; row += Width)
                {
                    Tile<float, TVector, TSimd>.Multiply(
                        HeightOf(steps - step), count, a.Start, 1, Height,
                        b.Start + row * count, PackedRows, result + step * length + row, length, add: true);
                }
            }
        }
    }

    private static int HeightOf(int rows) => Height == 12 && rows <= 6 ? 6 : Height;

    private static int RoundUp(int length, int unit) => (length + unit - 1) / unit * unit;
}
