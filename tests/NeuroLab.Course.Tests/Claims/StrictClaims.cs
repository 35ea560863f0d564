using System.Runtime.CompilerServices;

namespace NeuroLab.Course.Tests.Claims;

/// <summary>In the tests a claim of a notebook that does not hold is an error.</summary>
internal static class StrictClaims
{
    internal const string Variable = "NEUROLAB_STRICT";

    // Before any session starts: a worker inherits the environment.
#pragma warning disable CA2255 // This is a program of tests, not a library that others load.
    [ModuleInitializer]
#pragma warning restore CA2255
    internal static void Set() => Environment.SetEnvironmentVariable(Variable, "1");
}
