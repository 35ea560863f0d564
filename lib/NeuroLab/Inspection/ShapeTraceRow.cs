using NeuroLab.Layers;
using NeuroLab.Tensors;

namespace NeuroLab.Inspection;

/// <summary>One layer on the way of a batch through a model.</summary>
/// <param name="Path">Its place in the model, such as <c>2</c>; empty for the model itself.</param>
/// <param name="Layer">The layer.</param>
/// <param name="Input">The shape that goes in.</param>
/// <param name="Output">The shape that comes out.</param>
public sealed record ShapeTraceRow(string Path, Layer Layer, Shape Input, Shape Output);
