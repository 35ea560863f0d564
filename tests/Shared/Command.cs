using System.Diagnostics;

namespace NeuroLab.Tests.Shared;

/// <summary>Another program, run to its end.</summary>
internal static class Command
{
    /// <summary>Runs it. Where it takes longer than it may, it is ended, and all that it started.</summary>
    /// <param name="start">The program, its arguments, folder and environment.</param>
    /// <param name="minutes">How long it may take.</param>
    /// <returns>The exit code, and what was written to standard output and to standard error.</returns>
    public static async Task<(int ExitCode, string Output, string Errors)> RunAsync(ProcessStartInfo start, double minutes = 4)
    {
        start.RedirectStandardOutput = start.RedirectStandardError = true;
        // A server that a dotnet command leaves behind would hold the pipes open that are read to their end.
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        start.Environment["UseSharedCompilation"] = "false";
        using Process process = Process.Start(start)!;
        Task<string> output = process.StandardOutput.ReadToEndAsync(), errors = process.StandardError.ReadToEndAsync();
        using CancellationTokenSource limit = new(TimeSpan.FromMinutes(minutes));
        try
        {
            await process.WaitForExitAsync(limit.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync();
        }

        return (process.ExitCode, await output, await errors);
    }
}
