namespace NeuroLab.Tests.Shared.Jupyter;

/// <summary>A test that needs Jupyter's Python packages; skipped, with the reason, where they are not installed.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class JupyterTheoryAttribute : TheoryAttribute
{
    public JupyterTheoryAttribute() => Skip = InstalledKernel.SkipReason;
}
