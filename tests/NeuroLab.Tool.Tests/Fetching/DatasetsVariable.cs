namespace NeuroLab.Tool.Tests.Fetching;

/// <summary>Points NEUROLAB_DATASETS to a folder, here and in the commands started from here. Tests that use it share a collection, and run while no others do.</summary>
internal sealed class DatasetsVariable : IDisposable
{
    public const string Name = "NEUROLAB_DATASETS";

    private readonly string? before = Environment.GetEnvironmentVariable(Name);

    public DatasetsVariable(string folder) => Environment.SetEnvironmentVariable(Name, folder);

    public void Dispose() => Environment.SetEnvironmentVariable(Name, before);
}
