namespace NeuroLab.Kernels;

/// <summary>
/// The heights that a tile can have. The sums of a tile, two vectors a row, stay in registers with what a step loads: two vectors of B and
/// one number of A. Of 32 registers (AVX-512) 12 rows take 24 + 3, of 16 registers 6 rows take 12 + 3.
/// </summary>
internal static class TileHeight
{
    /// <summary>What 32 registers hold.</summary>
    internal const int Tall = 12;

    /// <summary>Between the two, so that 16 rows, as many layers have, are two whole tiles.</summary>
    internal const int Middle = 8;

    /// <summary>What 16 registers hold, and enough where few rows are left.</summary>
    internal const int Low = 6;
}
