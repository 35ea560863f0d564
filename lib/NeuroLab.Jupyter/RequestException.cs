namespace NeuroLab.Jupyter;

/// <summary>A front end asks for what can't be understood. It is answered with the message.</summary>
/// <param name="message">What was expected, and what was given.</param>
internal sealed class RequestException(string message) : Exception(message);
