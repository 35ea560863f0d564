namespace NeuroLab.Course.Tests.Hosts;

/// <summary>A test that needs .NET Interactive's published tool and Jupyter; skipped, with the reason, where one is missing.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class JupyterHostTheoryAttribute : TheoryAttribute
{
    public JupyterHostTheoryAttribute() => Skip = JupyterHost.SkipReason;
}
