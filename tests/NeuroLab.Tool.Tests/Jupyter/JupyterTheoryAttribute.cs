using System.ComponentModel;
using System.Diagnostics;

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

    internal static string? Python { get; } = new[] { "/usr/bin/python3", "python3" }.FirstOrDefault(HasJupyter);

    private static bool HasJupyter(string python)
    {
        try
        {
            using Process process = Process.Start(new ProcessStartInfo(python, ["-c", "import jupyter_client, nbclient, nbconvert, zmq"])
            {
                RedirectStandardError = true,
            })!;
            process.WaitForExit();
            return process.ExitCode == 0;
        }
        catch (Win32Exception)
        {
            return false;
        }
    }
}
