namespace NeuroLab.Jupyter;

/// <summary>The kernel cannot be installed or started as asked. The message says why, and what to do.</summary>
/// <param name="message">What is wrong.</param>
public sealed class KernelException(string message) : Exception(message);
