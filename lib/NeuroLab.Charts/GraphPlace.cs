namespace NeuroLab.Charts;

/// <summary>A place in a computation graph: a quantity, where it stands, and the numbers beside it.</summary>
/// <param name="Name">What stands in the circle, such as "w x". Edges refer to it, so each node has its own.</param>
/// <param name="X">Where it stands, from left to right.</param>
/// <param name="Y">Where it stands, from bottom to top.</param>
/// <param name="Value">What stands above it, such as its value; empty for nothing.</param>
/// <param name="Gradient">What stands below it, such as its gradient; empty for nothing.</param>
public sealed record GraphPlace(string Name, double X, double Y, string Value = "", string Gradient = "");
