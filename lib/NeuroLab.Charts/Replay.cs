using NeuroLab.Inspection;
using NeuroLab.Layers;

namespace NeuroLab.Charts;

/// <summary>Looks at a model as it was at each moment that a recorder holds, and leaves it as it is now.</summary>
internal static class Replay
{
    public static (string Label, T Seen)[] Each<T>(WeightRecorder recorder, int most, Func<WeightSnapshot, T> look)
    {
        var snapshots = SnapshotsOf(recorder);
        KeptValues now = new(recorder.Parameters);
        try
        {
            return [.. Thinning.Evenly(snapshots.Count, most).Select(i =>
            {
                for (int p = 0; p < recorder.Parameters.Count; p++)
                    recorder.Parameters[p].Value.CopyFrom(snapshots[i].Values[p]);
                return (snapshots[i].Label, look(snapshots[i]));
            })];
        }
        finally
        {
            now.Restore();
        }
    }

    public static IReadOnlyList<WeightSnapshot> SnapshotsOf(WeightRecorder recorder, int fewest = 1)
    {
        ArgumentNullException.ThrowIfNull(recorder);
        var snapshots = recorder.Snapshots;
        return snapshots.Count >= fewest ? snapshots : throw new ArgumentException(
            $"The recorder holds {Words.Count(snapshots.Count, "snapshot")}, and this chart needs {fewest} or more. " +
            "Call recorder.Record(\"start\") before training and recorder.Record($\"epoch {epoch.Number}\") after each epoch.", nameof(recorder));
    }
}
