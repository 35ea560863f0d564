namespace NeuroLab.Course.Tests.Claims;

/// <summary>Tests that change what the whole process shares run while no others do.</summary>
[CollectionDefinition("The console and the environment", DisableParallelization = true)]
public sealed class TheConsoleAndTheEnvironment;
