namespace NeuroLab.Charts;

/// <summary>
/// Makes figures of networks and of their training: lines, points, histograms, heatmaps, pictures, loss surfaces, and sliders
/// over recorded training.
/// </summary>
/// <remarks>
/// Numbers come as any sequence of any number type: arrays, lists, MathNet vectors, LINQ queries.
/// Every figure describes itself in words, from its data.
/// </remarks>
public static partial class Chart;
