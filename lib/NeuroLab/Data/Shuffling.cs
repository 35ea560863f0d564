namespace NeuroLab.Data;

/// <summary>Random orders that depend on the generator's state alone.</summary>
internal static class Shuffling
{
    /// <summary>Fisher-Yates: every order is equally likely.</summary>
    /// <remarks>It draws fractions because drawing whole numbers allocates in MathNet's generators, and a training step must not.</remarks>
    internal static void Shuffle(Span<int> items, Random random)
    {
        for (int last = items.Length - 1; last > 0; last--)
        {
            int other = (int)(random.NextDouble() * (last + 1));
            (items[last], items[other]) = (items[other], items[last]);
        }
    }
}
