namespace NeuroLab.Tool.Tests.Fetching;

/// <summary>The variable is the whole process's: notebooks that run meanwhile would look for their data in the folder of a test.</summary>
[CollectionDefinition(DatasetsVariable.Name, DisableParallelization = true)]
public sealed class WithDatasetsVariable;
