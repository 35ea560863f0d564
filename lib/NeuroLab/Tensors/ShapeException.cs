namespace NeuroLab.Tensors;

/// <summary>A tensor has not the shape that it must have. The message says where, what was expected, what was given, and what to do.</summary>
public sealed class ShapeException : ArgumentException
{
    /// <summary>An error without a message.</summary>
    public ShapeException()
    {
    }

    /// <summary>An error with a message.</summary>
    /// <param name="message">Where it happened, what was expected, what was given, and what to do.</param>
    public ShapeException(string message)
        : base(message)
    {
    }

    /// <summary>An error with a message and a cause.</summary>
    /// <param name="message">Where it happened, what was expected, what was given, and what to do.</param>
    /// <param name="innerException">The cause.</param>
    public ShapeException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
