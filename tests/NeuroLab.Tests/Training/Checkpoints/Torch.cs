using System.ComponentModel;
using System.Diagnostics;

namespace NeuroLab.Tests.Training.Checkpoints;

/// <summary>Finds a Python that has PyTorch, and runs scripts in it.</summary>
internal static class Torch
{
    private static readonly string[] Candidates = ["python3", "/usr/bin/python3", "python"];
    private static readonly Lazy<string?> Python = new(() => Candidates.FirstOrDefault(HasTorch));

    internal static string? SkipReason => Python.Value is null ? $"No PyTorch: none of {string.Join(", ", Candidates)} can import torch and numpy. Install python3-torch to run this test." : null;

    /// <summary>Runs a script that lies beside the tests and fails with what it said if it fails.</summary>
    internal static void Run(string script, params string[] arguments)
    {
        (int code, string output) = Start(Python.Value!, [Path.Combine(AppContext.BaseDirectory, script), .. arguments]);
        Assert.True(code == 0, output);
    }

    private static bool HasTorch(string python)
    {
        try
        {
            return Start(python, ["-c", "import torch, numpy"]).Code == 0;
        }
        catch (Win32Exception)
        {
            return false;
        }
    }

    private static (int Code, string Output) Start(string program, string[] arguments)
    {
        ProcessStartInfo start = new(program, arguments) { RedirectStandardError = true, RedirectStandardOutput = true };
        using Process process = Process.Start(start)!;
        Task<string> errors = process.StandardError.ReadToEndAsync();
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output + errors.Result);
    }
}
