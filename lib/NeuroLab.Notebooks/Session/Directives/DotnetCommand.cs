using System.ComponentModel;
using System.Diagnostics;

namespace NeuroLab.Notebooks.Session.Directives;

/// <summary>Runs the <c>dotnet</c> command that this process itself runs on.</summary>
public static class DotnetCommand
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);

    /// <summary>The command's path: the one whose runtime this is, else the one the system finds.</summary>
    public static string Location { get; } = Find();

    /// <summary>Runs it to its end, with nothing to read and in English.</summary>
    /// <param name="workingDirectory">Its folder.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <returns>The exit code, and all that was printed.</returns>
    public static (int ExitCode, string Printed) Run(string workingDirectory, params string[] arguments)
    {
        ProcessStartInfo start = new(Location, arguments)
        {
            WorkingDirectory = workingDirectory,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["DOTNET_CLI_UI_LANGUAGE"] = "en", ["DOTNET_NOLOGO"] = "1", ["MSBUILDDISABLENODEREUSE"] = "1" },
        };
        try
        {
            using Process process = Process.Start(start)!;
            process.StandardInput.Close();
            Task<string> output = process.StandardOutput.ReadToEndAsync();
            Task<string> error = process.StandardError.ReadToEndAsync();
            if (!process.WaitForExit(Longest))
            {
                process.Kill(entireProcessTree: true);
                return (-1, $"error: dotnet {arguments[0]} took longer than {Longest.TotalMinutes} minutes");
            }

            return (process.ExitCode, output.Result + error.Result);
        }
        catch (Win32Exception)
        {
            return (-1, "No .NET SDKs were found");
        }
    }

    private static string Find()
    {
        // The runtime lies in <root>/shared/Microsoft.NETCore.App/<version>.
        string runtime = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        string command = Path.GetFullPath(Path.Combine(runtime, "..", "..", "..", OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet"));
        return File.Exists(command) ? command : "dotnet";
    }
}
