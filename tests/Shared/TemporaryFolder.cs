namespace NeuroLab.Tests.Shared;

/// <summary>A folder of a test's own, gone when the test is done.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    /// <summary>The full path of the folder.</summary>
    public string Path { get; } = Directory.CreateTempSubdirectory("neurolab-").FullName;

    /// <summary>The full path of a file or folder in it.</summary>
    public string At(string name) => System.IO.Path.Combine(Path, name);

    public string Write(string name, string text)
    {
        File.WriteAllText(At(name), text);
        return At(name);
    }

    public string Write(string name, byte[] bytes)
    {
        File.WriteAllBytes(At(name), bytes);
        return At(name);
    }

    public void Dispose()
    {
        try
        {
            Directory.Delete(Path, recursive: true);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // Windows keeps the file of a loaded assembly; the system clears its temporary folder in time.
        }
    }
}
