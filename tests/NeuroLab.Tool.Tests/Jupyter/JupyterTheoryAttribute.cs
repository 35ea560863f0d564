namespace NeuroLab.Tool.Tests.Jupyter;

/// <summary>A test that needs Jupyter's Python packages; skipped, with the reason, where they are not installed.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class JupyterTheoryAttribute : TheoryAttribute
{
    public JupyterTheoryAttribute()
    {
        if (OperatingSystem.IsWindows() || Python is null)
            Skip = "No Python with the packages jupyter_client, nbclient and nbconvert was found.";
    }

    internal static string? Python { get; } = NeuroLab.Tests.Shared.Python.With("jupyter_client, nbclient, nbconvert, zmq");
}
