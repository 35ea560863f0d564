namespace NeuroLab.Tool;

/// <summary>The user asked for what can't be done. The message says what was expected, what was given, and what to do.</summary>
internal sealed class UsageException(string message) : Exception(message);
