using NeuroLab.Tests.Shared.Browser;
using NeuroLab.Tests.Shared.Jupyter;

namespace NeuroLab.Tool.Tests.Jupyter;

/// <summary>A test that needs Jupyter Notebook and a browser; skipped, with the reason, where one is missing.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class NotebookServerFactAttribute : FactAttribute
{
    public NotebookServerFactAttribute() => Skip =
        Chromium.SkipReason ?? (InstalledKernel.Python is null ? "No Python with Jupyter was found." : null);
}
