namespace NeuroLab.Charts;

/// <summary>Every chart of the course, drawn from small models that are trained when the gallery is made.</summary>
/// <remarks>Two galleries are equal, number by number: each model has a seed of its own.</remarks>
public static partial class ChartGallery
{
    /// <summary>The charts, in the order of the course.</summary>
    public static IReadOnlyList<GalleryChart> All { get; } =
    [
        .. Basics(), .. Neurons(), .. Shapes(), .. Updates(), .. Beginnings(), .. Classification(), .. Optimization(), .. Regularization(),
        .. Weights(), .. Convolution(), .. Sequences(),
    ];

    private static IEnumerable<GalleryChart> Group(string topic, params (string Name, Func<Figure> Make)[] charts) =>
        charts.Select(chart => new GalleryChart(topic, chart.Name, chart.Make));
}
