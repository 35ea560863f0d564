using NeuroLab.Layers;
using NeuroLab.Tensors;

namespace NeuroLab.Inspection;

/// <summary>The numbers that came out of one layer, and the gradients that came back to it.</summary>
/// <param name="Path">The layer's place in the model.</param>
/// <param name="Layer">The layer.</param>
/// <param name="Output">A copy of what came out.</param>
/// <param name="OutputGradient">A copy of d loss / d output; null without a loss.</param>
/// <param name="OutputMean">The mean of what came out.</param>
/// <param name="OutputDeviation">Its standard deviation.</param>
/// <param name="ZeroFraction">The part of it that is exactly 0, as after a ReLU that does not fire.</param>
/// <param name="GradientDeviation">The root mean square of d loss / d output; null without a loss.</param>
/// <param name="WeightGradientNorm">The norm of the gradients of the layer's parameters together; null without a loss or parameters.</param>
public sealed record LayerStatisticsRow(
    string Path,
    Layer Layer,
    Tensor Output,
    Tensor? OutputGradient,
    double OutputMean,
    double OutputDeviation,
    double ZeroFraction,
    double? GradientDeviation,
    double? WeightGradientNorm);
