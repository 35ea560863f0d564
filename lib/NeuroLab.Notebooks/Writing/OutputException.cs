namespace NeuroLab.Notebooks.Writing;

/// <summary>Something can't be written to the place that was named; the message says where, why and what to do.</summary>
/// <param name="message">Where, why, and what to do.</param>
/// <param name="inner">The exception below, if there is one.</param>
public sealed class OutputException(string message, Exception? inner = null) : IOException(message, inner);
