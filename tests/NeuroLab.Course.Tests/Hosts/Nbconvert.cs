using NeuroLab.Notebooks.Documents;
using NeuroLab.Tests.Shared.Jupyter;

namespace NeuroLab.Course.Tests.Hosts;

/// <summary>Jupyter's nbconvert, which runs notebooks on the course's own kernel, in a folder from which they find what is built here.</summary>
public sealed class Nbconvert : IDisposable
{
    private readonly TemporaryFolder clone = new();
    private readonly InstalledKernel kernel = new();

    /// <summary>Runs a notebook from its first cell to its last; a cell that fails is an error.</summary>
    /// <param name="document">The notebook.</param>
    /// <param name="name">Its file name.</param>
    /// <returns>The notebook as it ran.</returns>
    internal async Task<NotebookDocument> RunAsync(NotebookDocument document, string name)
    {
        string folder = Directory.CreateDirectory(clone.At("notebooks")).FullName;
        if (!Directory.Exists(clone.At("artifacts")))
        {
            Directory.CreateSymbolicLink(clone.At("artifacts"), Repository.At("artifacts"));
            File.Copy(Repository.At("notebooks/setup.dib"), Path.Combine(folder, "setup.dib"));
        }

        document.Save(Path.Combine(folder, name));
        (int exitCode, string printed) = await kernel.PythonAsync(
            folder, "-m", "nbconvert", "--to", "notebook", "--execute", "--output-dir", clone.At("ran"), name);
        Assert.True(exitCode == 0, printed);
        return NotebookDocument.Load(clone.At($"ran/{name}"));
    }

    public void Dispose()
    {
        kernel.Dispose();
        clone.Dispose();
    }
}
