namespace NeuroLab.Setup.Tests.Packages;

/// <summary>The tests that share one packing.</summary>
[CollectionDefinition(nameof(PackageFolder))]
public sealed class SharedPackages : ICollectionFixture<PackageFolder>;
