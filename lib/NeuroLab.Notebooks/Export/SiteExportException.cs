namespace NeuroLab.Notebooks.Export;

/// <summary>A site can't be written. The message says where, why, and what to do.</summary>
public sealed class SiteExportException : Exception
{
    /// <summary>An error with no message.</summary>
    public SiteExportException()
    {
    }

    /// <summary>An error with its message.</summary>
    /// <param name="message">Where, why, and what to do.</param>
    public SiteExportException(string message)
        : base(message)
    {
    }

    /// <summary>An error with its message and cause.</summary>
    /// <param name="message">Where, why, and what to do.</param>
    /// <param name="innerException">The cause.</param>
    public SiteExportException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
