using NeuroLab.Inspection;
using NeuroLab.Layers;

namespace NeuroLab.Charts;

public static partial class Chart
{
    private const int MostPictures = 16;

    /// <summary>
    /// The weights of each unit of a first layer as a picture, in the form of the pictures that go in, with an epoch slider:
    /// blue for negative, orange for positive.
    /// </summary>
    /// <param name="recorder">What was recorded.</param>
    /// <param name="weight">A recorded weight (out, in); the first 16 units are shown.</param>
    /// <param name="height">The height of a picture that goes in.</param>
    /// <param name="width">Its width.</param>
    /// <param name="title">What to see in the figure.</param>
    /// <exception cref="ArgumentException">Nothing was recorded, the weight is not among it, or its inputs are no such pictures.</exception>
    /// <example>
    /// <code>
    /// Chart.WeightPictures(recorder, firstLayer.Weight, 8, 8);
    /// </code>
    /// </example>
    public static Figure WeightPictures(
        WeightRecorder recorder, Parameter weight, int height, int width, string title = "From noise the weights become detectors of strokes")
    {
        Replay.SnapshotsOf(recorder);
        ArgumentNullException.ThrowIfNull(weight);
        if (weight.Shape.Rank != 2 || weight.Shape[1] != height * width)
        {
            throw new ArgumentException(
                $"The weights of a unit form a picture when it has one input a pixel: (out, in {height * width}) for {height} x {width} pixels; {weight} was given.", nameof(weight));
        }

        int units = Math.Min(MostPictures, weight.Shape[0]);
        return Animate(recorder.Labels.Zip(recorder.ValuesOf(weight), (label, value) => (label, ImageGrid(
            value.Rows(..units).Reshape(units, height, width), [.. Enumerable.Range(1, units).Select(unit => $"unit {unit}")], columns: 4, signed: true))), title);
    }

    /// <summary>The kernels of a convolution as pictures, with a slider over training.</summary>
    /// <param name="recorder">What was recorded.</param>
    /// <param name="weight">A recorded weight (out channels, in channels, kernel height, kernel width); the first 32 kernels are shown.</param>
    /// <param name="title">What to see in the figure.</param>
    /// <exception cref="ArgumentException">Nothing was recorded, or the weight is not among it or has another shape.</exception>
    public static Figure Kernels(
        WeightRecorder recorder, Parameter weight, string title = "Training turns random kernels into detectors of edges and strokes")
    {
        Replay.SnapshotsOf(recorder);
        ArgumentNullException.ThrowIfNull(weight);
        if (weight.Shape.Rank != 4)
            throw new ArgumentException($"Kernels are the weight of a convolution, (out channels, in channels, kernel height, kernel width); {weight} was given.", nameof(weight));
        int inputs = weight.Shape[1], all = weight.Shape[0] * inputs, shown = Math.Min(32, all);
        string[] captions = [.. Enumerable.Range(0, shown).Select(i => inputs == 1 ? $"kernel {i + 1}" : $"{(i / inputs) + 1} on {(i % inputs) + 1}")];
        return Animate(recorder.Labels.Zip(recorder.ValuesOf(weight), (label, value) => (label, ImageGrid(
            value.Reshape(all, weight.Shape[2], weight.Shape[3]).Rows(..shown), captions, columns: Math.Min(shown, inputs == 1 ? 4 : 8), signed: true))), title);
    }
}
