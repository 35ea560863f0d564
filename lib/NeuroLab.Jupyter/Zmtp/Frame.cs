namespace NeuroLab.Jupyter.Zmtp;

/// <summary>A frame as it came.</summary>
/// <param name="IsCommand">Whether it is for the protocol itself and no part of a message.</param>
/// <param name="HasMore">Whether the message goes on.</param>
/// <param name="Body">What it holds.</param>
internal readonly record struct Frame(bool IsCommand, bool HasMore, byte[] Body);
