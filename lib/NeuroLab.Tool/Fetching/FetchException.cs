using NeuroLab.Notebooks.Writing;

namespace NeuroLab.Tool.Fetching;

/// <summary>Data could not be fetched. The message says why, and what to do.</summary>
internal sealed class FetchException(string message) : Exception(message)
{
    /// <summary>The disk does not take a file.</summary>
    public static FetchException Disk(string path, Exception error) => new(
        OutputPlace.IsDiskFull(error)
            ? $"The disk is full: {path} can't be written. Free some space and run the same command again; it goes on where it stopped."
            : $"{path} can't be written: {error.Message} See that the folder may be written to and that nothing else uses the file, " +
              "or set the environment variable NEUROLAB_DATASETS to another folder.");
}
