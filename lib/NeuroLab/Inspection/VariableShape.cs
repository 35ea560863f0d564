namespace NeuroLab.Inspection;

/// <summary>The shape of one variable, or of one part of it.</summary>
/// <param name="Name">Its name, such as <c>x</c>, or <c>model.0.weight</c> for a parameter of a model.</param>
/// <param name="Kind">What it is, such as <c>Tensor</c>.</param>
/// <param name="Shape">Its sizes, with axis names where it has them, such as <c>(out 32, in 64)</c>.</param>
/// <param name="Count">How many numbers it holds.</param>
public sealed record VariableShape(string Name, string Kind, string Shape, long Count);
