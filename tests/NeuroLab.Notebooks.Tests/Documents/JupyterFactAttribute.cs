using System.ComponentModel;
using System.Diagnostics;

namespace NeuroLab.Notebooks.Tests.Documents;

/// <summary>A test that needs Python's nbformat; skipped, with the reason, where it is not installed.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class JupyterFactAttribute : FactAttribute
{
    private const string Reason = "No Python with the package nbformat was found.";

    private static readonly string? Python = new[] { "/usr/bin/python3", "python3", "python" }.FirstOrDefault(HasNbformat);

    public JupyterFactAttribute()
    {
        if (Python is null)
            Skip = Reason;
    }

    /// <summary>Runs a line of Python.</summary>
    internal static (int ExitCode, string Printed) Run(string program, string argument) => Run(Python!, program, argument);

    private static bool HasNbformat(string python)
    {
        try
        {
            return Run(python, "import nbformat", "").ExitCode == 0;
        }
        catch (Win32Exception)
        {
            return false;
        }
    }

    private static (int ExitCode, string Printed) Run(string python, string program, string argument)
    {
        ProcessStartInfo start = new(python, ["-c", program, argument]) { RedirectStandardOutput = true, RedirectStandardError = true };
        using Process process = Process.Start(start)!;
        Task<string> errors = process.StandardError.ReadToEndAsync();
        string printed = process.StandardOutput.ReadToEnd() + errors.Result;
        process.WaitForExit();
        return (process.ExitCode, printed);
    }
}
