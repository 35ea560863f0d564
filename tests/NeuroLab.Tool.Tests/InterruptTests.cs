using System.Diagnostics;
using System.Globalization;

namespace NeuroLab.Tool.Tests;

public sealed class InterruptTests : IDisposable
{
    private readonly Tool tool = new();

    [UnixTheory]
    [InlineData("INT", 130)]
    [InlineData("TERM", 130)]
    [InlineData("KILL", 137)]
    public async Task Stopping_the_command_ends_its_sessions_and_writes_nothing(string signal, int exitCode)
    {
        tool.WriteNotebook("a.ipynb", "System.IO.File.WriteAllText(\"worker.txt\", Environment.ProcessId.ToString());\nwhile (true) { }");
        using Process process = tool.Start("run", "a.ipynb", "--json", "report.json", "--output", "site");
        Task<string> errors = process.StandardError.ReadToEndAsync();
        _ = process.StandardOutput.ReadToEndAsync();
        int worker = await WorkerAsync();

        using (Process kill = Process.Start("kill", [$"-{signal}", process.Id.ToString(CultureInfo.InvariantCulture)]))
            await kill.WaitForExitAsync();
        await process.WaitForExitAsync(new CancellationTokenSource(TimeSpan.FromSeconds(30)).Token);

        Assert.Equal(exitCode, process.ExitCode);
        Assert.DoesNotContain("   at ", await errors, StringComparison.Ordinal);
        Assert.True(await EndsAsync(worker), "The session outlived the command.");
        Assert.Equal(["a.ipynb", "worker.txt"], Directory.GetFileSystemEntries(tool.Folder).Select(Path.GetFileName).Order());
    }

    public void Dispose() => tool.Dispose();

    private async Task<int> WorkerAsync()
    {
        for (int i = 0; i < 600; i++)
        {
            await Task.Delay(100);
            if (File.Exists(tool.At("worker.txt"))
                && int.TryParse(await File.ReadAllTextAsync(tool.At("worker.txt")), CultureInfo.InvariantCulture, out int id))
            {
                return id;
            }
        }

        throw new TimeoutException("The cell did not begin within a minute.");
    }

    private static async Task<bool> EndsAsync(int id)
    {
        for (int i = 0; i < 100; i++, await Task.Delay(100))
        {
            if (!Directory.Exists("/proc") || !File.Exists($"/proc/{id}/stat") || (await File.ReadAllTextAsync($"/proc/{id}/stat")).Contains(") Z", StringComparison.Ordinal))
                return true;
        }

        return false;
    }
}
