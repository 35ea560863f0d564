namespace NeuroLab.Charts;

/// <summary>Leaves out points that could not be told apart on a screen.</summary>
internal static class Thinning
{
    private const int MostLinePoints = 2_000;
    private const int MostScatterPoints = 3_000;

    /// <summary>A line of so many points keeps the lowest and the highest of each stretch, so that no peak is lost.</summary>
    public static (double[] X, double[] Y) Line(double[] x, double[] y)
    {
        if (x.Length <= MostLinePoints)
            return (x, y);
        var keep = new SortedSet<int> { 0, x.Length - 1 };
        int stretches = MostLinePoints / 2;
        for (int stretch = 0; stretch < stretches; stretch++)
        {
            int from = (int)((long)stretch * x.Length / stretches), to = (int)((long)(stretch + 1) * x.Length / stretches);
            int lowest = from, highest = from;
            for (int i = from; i < to; i++)
            {
                if (double.IsNaN(y[lowest]) || y[i] < y[lowest])
                    lowest = i;
                if (double.IsNaN(y[highest]) || y[i] > y[highest])
                    highest = i;
            }
            keep.Add(lowest);
            keep.Add(highest);
        }
        return ([.. keep.Select(i => x[i])], [.. keep.Select(i => y[i])]);
    }

    /// <summary>A cloud of so many points keeps every n-th, evenly.</summary>
    public static (double[] X, double[] Y) Points(double[] x, double[] y)
    {
        int[] keep = Evenly(x.Length, MostScatterPoints);
        return ([.. keep.Select(i => x[i])], [.. keep.Select(i => y[i])]);
    }

    /// <summary>At most that many of the indices 0 to count - 1, evenly apart, the first and the last among them.</summary>
    public static int[] Evenly(int count, int most) => count <= most
        ? [.. Enumerable.Range(0, count)]
        : [.. Enumerable.Range(0, most).Select(i => (int)Math.Round((double)i * (count - 1) / (most - 1)))];
}
