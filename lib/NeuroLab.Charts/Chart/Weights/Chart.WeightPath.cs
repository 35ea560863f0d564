using MathNet.Numerics.LinearAlgebra;
using NeuroLab.Data;
using NeuroLab.Inspection;
using NeuroLab.Layers;
using NeuroLab.Losses;
using NeuroLab.Training;

namespace NeuroLab.Charts;

public static partial class Chart
{
    /// <summary>The way of all weights together, seen in the two directions in which they moved most (principal components).</summary>
    /// <param name="recorder">What was recorded: at least three moments.</param>
    /// <param name="title">What to see; null for a sentence that says how much of the way the two directions hold.</param>
    /// <exception cref="ArgumentException">Fewer than three moments were recorded.</exception>
    public static Figure WeightPath(WeightRecorder recorder, string? title = null)
    {
        var plane = WeightPlane.Of(recorder);
        string share = $"{Words.Number(Math.Round(100 * plane.Share))} %";
        var figure = new Figure(title ?? $"Two directions hold {share} of the way that {plane.Count} weights took together")
            .AddPath(plane.First, plane.Second, "all weights").WithAxisTitles("first principal component", "second principal component");
        figure.Layout["width"] = 680;
        return figure;
    }

    /// <summary>The loss around the point where training ended, in the plane of the weights' two principal components, with the way that led there.</summary>
    /// <param name="recorder">What was recorded of all the model's parameters: at least three moments.</param>
    /// <param name="model">The model.</param>
    /// <param name="loss">The loss.</param>
    /// <param name="data">The samples that the loss is taken over; some hundred are enough.</param>
    /// <param name="title">What to see in the figure.</param>
    /// <exception cref="ArgumentException">Fewer than three moments were recorded.</exception>
    public static Figure LossLandscape(
        WeightRecorder recorder, Layer model, Loss loss, Dataset data, string title = "Training walks down into a valley of the loss")
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(loss);
        ArgumentNullException.ThrowIfNull(data);
        var plane = WeightPlane.Of(recorder);
        KeptValues now = new(recorder.Parameters);
        try
        {
            var surface = Contour((a, b) =>
            {
                plane.Write(recorder, a, b);
                return loss.Forward(model.Predict(data.Inputs), data).ToScalar();
            }, WithMargin(Spread(plane.First)), WithMargin(Spread(plane.Second)), log: true, title: title);
            return surface.AddPath(plane.First, plane.Second, "all weights").WithAxisTitles("first principal component", "second principal component");
        }
        finally
        {
            now.Restore();
        }
    }

    /// <summary>The plane through the last recorded moment in which the weights moved most.</summary>
    private sealed record WeightPlane(double[] First, double[] Second, double Share, int Count, Vector<double> End, Vector<double>[] Directions)
    {
        public static WeightPlane Of(WeightRecorder recorder)
        {
            var snapshots = Replay.SnapshotsOf(recorder, fewest: 3);
            var moments = Matrix<double>.Build.DenseOfRows(snapshots.Select(snapshot => snapshot.Values.SelectMany(value => value.ToArray()).Select(v => (double)v)));
            var end = moments.Row(moments.RowCount - 1);
            for (int row = 0; row < moments.RowCount; row++)
                moments.SetRow(row, moments.Row(row) - end);
            // The Gram matrix has one row a moment, so its decomposition is quick however many weights there are.
            var svd = (moments * moments.Transpose()).Svd();
            Vector<double>[] directions = [.. Enumerable.Range(0, 2).Select(k => (moments.Transpose() * svd.U.Column(k)).Normalize(2))];
            double moved = svd.S.Sum();
            return new WeightPlane(
                (moments * directions[0]).ToArray(), (moments * directions[1]).ToArray(),
                moved > 0 ? (svd.S[0] + svd.S[1]) / moved : 1, end.Count, end, directions);
        }

        public void Write(WeightRecorder recorder, double a, double b)
        {
            var weights = End + (a * Directions[0]) + (b * Directions[1]);
            int at = 0;
            foreach (var parameter in recorder.Parameters)
            {
                foreach (ref float value in parameter.Value.Values)
                    value = (float)weights[at++];
            }
        }
    }
}
