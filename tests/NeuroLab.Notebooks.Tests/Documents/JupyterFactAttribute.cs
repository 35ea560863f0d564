namespace NeuroLab.Notebooks.Tests.Documents;

/// <summary>A test that needs Python's nbformat; skipped, with the reason, where it is not installed.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class JupyterFactAttribute : FactAttribute
{
    public JupyterFactAttribute()
    {
        if (Python is null)
            Skip = "No Python with the package nbformat was found.";
    }

    internal static string? Python { get; } = NeuroLab.Tests.Shared.Python.With("nbformat");
}
