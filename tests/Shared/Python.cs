using System.ComponentModel;
using System.Diagnostics;

namespace NeuroLab.Tests.Shared;

/// <summary>A Python of this machine.</summary>
internal static class Python
{
    private static readonly string[] Candidates = ["/usr/bin/python3", "python3", "python"];

    /// <summary>The first that can import some modules; null where none can.</summary>
    /// <param name="modules">Such as <c>torch, numpy</c>.</param>
    public static string? With(string modules) => Candidates.FirstOrDefault(python => Imports(python, modules));

    /// <summary>Runs it.</summary>
    /// <param name="python">The program, as <see cref="With"/> found it.</param>
    /// <param name="arguments">A script and its arguments.</param>
    public static async Task<(int ExitCode, string Printed)> RunAsync(string python, params string[] arguments)
    {
        (int code, string output, string errors) = await Command.RunAsync(new ProcessStartInfo(python, arguments));
        return (code, output + errors);
    }

    private static bool Imports(string python, string modules)
    {
        try
        {
            return RunAsync(python, "-c", $"import {modules}").GetAwaiter().GetResult().ExitCode == 0;
        }
        catch (Win32Exception)
        {
            return false;
        }
    }
}
