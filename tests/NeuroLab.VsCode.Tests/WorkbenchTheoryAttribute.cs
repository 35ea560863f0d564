using NeuroLab.Tests.Shared.Workbench;

namespace NeuroLab.VsCode.Tests;

/// <summary>A test in VS Code's workbench. Where that is missing it is skipped, and says so.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class WorkbenchTheoryAttribute : TheoryAttribute
{
    public WorkbenchTheoryAttribute() => Skip = CodeServer.SkipReason;
}
