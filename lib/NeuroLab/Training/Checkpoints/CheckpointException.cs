namespace NeuroLab.Training;

/// <summary>A checkpoint can't be read, or does not belong to the model. The message says which file, and all that is wrong with it.</summary>
public sealed class CheckpointException : Exception
{
    /// <summary>An error without a message.</summary>
    public CheckpointException()
    {
    }

    /// <summary>An error with a message.</summary>
    /// <param name="message">Which file, what is wrong, and what to do.</param>
    public CheckpointException(string message)
        : base(message)
    {
    }

    /// <summary>An error with a message and a cause.</summary>
    /// <param name="message">Which file, what is wrong, and what to do.</param>
    /// <param name="innerException">The cause.</param>
    public CheckpointException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
