namespace NeuroLab.Data;

/// <summary>Random orders that depend on the generator's state alone.</summary>
internal static class Shuffling
{
    /// <summary>Fisher-Yates: every order is equally likely.</summary>
    internal static void Shuffle(Span<int> items, Random random)
    {
        for (int last = items.Length - 1; last > 0; last--)
        {
            int other = random.Next(last + 1);
            (items[last], items[other]) = (items[other], items[last]);
        }
    }
}
