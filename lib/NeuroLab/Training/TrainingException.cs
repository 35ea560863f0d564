namespace NeuroLab.Training;

/// <summary>Training can't go on, or can't begin. The message says at which step, why, and what to do.</summary>
public sealed class TrainingException : InvalidOperationException
{
    /// <summary>An error without a message.</summary>
    public TrainingException()
    {
    }

    /// <summary>An error with a message.</summary>
    /// <param name="message">At which step, why, and what to do.</param>
    public TrainingException(string message)
        : base(message)
    {
    }

    /// <summary>An error with a message and a cause.</summary>
    /// <param name="message">At which step, why, and what to do.</param>
    /// <param name="innerException">The cause.</param>
    public TrainingException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
