namespace NeuroLab.Browser.Tests;

/// <summary>The tests that share the site.</summary>
[CollectionDefinition(nameof(LiveSite))]
public sealed class Site : ICollectionFixture<LiveSite>;
