namespace NeuroLab.Charts;

/// <summary>Says in words what the data of a trace show.</summary>
internal static class Describe
{
    public static string Line(double[] x, double[] y, string name)
    {
        string what = Words.Name("Line", name);
        int[] drawn = [.. Enumerable.Range(0, y.Length).Where(i => double.IsFinite(x[i]) && double.IsFinite(y[i]))];
        if (drawn.Length == 0)
            return $"{what}: no finite values.";
        int first = drawn[0], last = drawn[^1], low = drawn.MinBy(i => y[i]), high = drawn.MaxBy(i => y[i]);
        string extremes = y[low] == y[high]
            ? $"level at {Words.Number(y[low])}"
            : $"lowest {Words.Number(y[low])} at {Words.Number(x[low])}, highest {Words.Number(y[high])} at {Words.Number(x[high])}";
        return Words.Join(
            $"{what}: from {Words.Number(y[first])} at {Words.Number(x[first])} to {Words.Number(y[last])} at {Words.Number(x[last])}, {extremes}.",
            Values.GapNote(y));
    }

    public static string Points(double[] x, double[] y, string name)
    {
        double[] xs = Values.Finite(x), ys = Values.Finite(y);
        string ranges = xs.Length == 0 || ys.Length == 0
            ? "none finite"
            : $"x from {Words.Number(xs.Min())} to {Words.Number(xs.Max())}, y from {Words.Number(ys.Min())} to {Words.Number(ys.Max())}";
        return Words.Join($"{Words.Count(x.Length, "point")}{Words.Suffix(" of ", Quoted(name))}: {ranges}.", Values.GapNote(x.Concat(y)));
    }

    private static string Quoted(string name) => name.Length > 0 ? $"\"{name}\"" : "";
}
