namespace NeuroLab.Charts.Tests;

/// <summary>Tests that render HTML run one after the other: which figure brings the scripts is a state of the process.</summary>
[CollectionDefinition(nameof(FigureHtml), DisableParallelization = true)]
public sealed class OneAfterTheOther;
