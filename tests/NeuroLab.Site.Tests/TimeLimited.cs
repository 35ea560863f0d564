using System.Diagnostics.CodeAnalysis;

namespace NeuroLab.Site.Tests;

/// <summary>Tests of work with a limit of time. The limit counts the processor's time of the process, so nothing runs beside them.</summary>
[CollectionDefinition(nameof(TimeLimited), DisableParallelization = true)]
[SuppressMessage("Naming", "CA1515", Justification = "xUnit finds public definitions only.")]
public sealed class TimeLimited;
