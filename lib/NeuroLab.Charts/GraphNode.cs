namespace NeuroLab.Charts;

/// <summary>One number of a computation: a given one, or one made from others. Charts draw it with its value and its gradient.</summary>
/// <param name="Name">What it is called, such as <c>w</c> or <c>loss</c>.</param>
/// <param name="Operation">How it is made from its inputs, such as <c>+</c> or <c>tanh</c>; empty for a given number.</param>
/// <param name="Value">The number itself.</param>
/// <param name="Gradient">d result / d number; null while nobody has worked it out.</param>
/// <param name="Inputs">The numbers it is made from.</param>
/// <example>
/// <code>
/// var x = new GraphNode("x", "", 2, 6);
/// var y = new GraphNode("y", "", 3, 4);
/// var product = new GraphNode("p", "*", 6, 2, x, y);
/// </code>
/// </example>
public sealed record GraphNode(string Name, string Operation, double Value, double? Gradient, params IReadOnlyList<GraphNode> Inputs);
