using NeuroLab.Inspection;

namespace NeuroLab.Charts;

public static partial class Chart
{
    /// <summary>
    /// How large a change of each weight matrix is beside the matrix itself, |Δw| / |w|, from one recorded moment to the next.
    /// </summary>
    /// <param name="recorder">What was recorded; weights of two axes or more are shown.</param>
    /// <param name="stepsBetween">How many steps lie between two recordings, so that the ratio is that of a single step; 1 leaves it as it is.</param>
    /// <param name="title">What to see in the figure.</param>
    /// <exception cref="ArgumentException">Fewer than two moments were recorded, or no weight.</exception>
    /// <remarks>A ratio near 0.001 for each step is a common rule of thumb (A. Karpathy, CS231n notes, 2015).</remarks>
    public static Figure UpdateRatio(
        WeightRecorder recorder, double stepsBetween = 1, string title = "Weights change less and less, each by a small part of its size")
    {
        var snapshots = Replay.SnapshotsOf(recorder, fewest: 2);
        if (!(stepsBetween > 0))
            throw new ArgumentOutOfRangeException(nameof(stepsBetween), $"The number of steps between two recordings is above 0; {stepsBetween} was given.");
        int[] weights = [.. Enumerable.Range(0, recorder.Parameters.Count).Where(p => recorder.Parameters[p].Shape.Rank >= 2)];
        if (weights.Length == 0)
            throw new ArgumentException("No weight of two axes or more was recorded. Record model.Parameters.", nameof(recorder));

        var figure = new Figure(title).WithAxisTitles("recording", stepsBetween == 1 ? "change / size" : "change of one step / size").WithLogY();
        int[] at = [.. snapshots.Skip(1).Select(snapshot => snapshot.Index)];
        foreach (int p in weights)
        {
            double[] ratios = [.. Enumerable.Range(1, snapshots.Count - 1).Select(i =>
            {
                int between = snapshots[i].Index - snapshots[i - 1].Index;
                double change = (snapshots[i].Values[p] - snapshots[i - 1].Values[p]).Norm();
                return change > 0 ? change / snapshots[i - 1].Values[p].Norm() / (between * stepsBetween) : double.NaN;
            })];
            figure.AddLine(at, ratios, recorder.Parameters[p].Path);
        }
        return stepsBetween == 1 ? figure : figure.WithHorizontalLine(1e-3, "0.001: a rule of thumb");
    }
}
