namespace NeuroLab.Data;

/// <summary>A data file does not hold what it should. The message says which file, where in it, what was expected, and what is there.</summary>
public sealed class DataFormatException : Exception
{
    /// <summary>An error without a message.</summary>
    public DataFormatException()
    {
    }

    /// <summary>An error with a message.</summary>
    /// <param name="message">Which file, where in it, what was expected, and what is there.</param>
    public DataFormatException(string message)
        : base(message)
    {
    }

    /// <summary>An error with a message and a cause.</summary>
    /// <param name="message">Which file, where in it, what was expected, and what is there.</param>
    /// <param name="innerException">The cause.</param>
    public DataFormatException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
