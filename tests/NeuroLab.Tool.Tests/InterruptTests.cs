using System.Diagnostics;
using System.Globalization;

namespace NeuroLab.Tool.Tests;

public sealed class InterruptTests : IDisposable
{
    private readonly Tool tool = new();

    [UnixTheory]
    [InlineData("INT", 130)]
    [InlineData("TERM", 130)]
    [InlineData("HUP", 129)]
    [InlineData("QUIT", 131)]
    [InlineData("KILL", 137)]
    public async Task Stopping_the_command_ends_its_sessions_and_what_they_started_and_writes_nothing(string signal, int exitCode)
    {
        tool.WriteNotebook("a.ipynb", """
            var child = System.Diagnostics.Process.Start("sleep", "1000");
            System.IO.File.WriteAllText("new.txt", $"{Environment.ProcessId} {child.Id}");
            System.IO.File.Move("new.txt", "worker.txt");
            while (true) { }
            """);
        using Process process = tool.Start("run", "a.ipynb", "--json", "report.json", "--output", "site");
        Task<string> errors = process.StandardError.ReadToEndAsync();
        _ = process.StandardOutput.ReadToEndAsync();
        int[] processes = await SessionAsync();

        using (Process kill = Process.Start("kill", [$"-{signal}", process.Id.ToString(CultureInfo.InvariantCulture)]))
            await kill.WaitForExitAsync();
        await process.WaitForExitAsync(new CancellationTokenSource(TimeSpan.FromSeconds(30)).Token);

        Assert.Equal(exitCode, process.ExitCode);
        Assert.DoesNotContain("   at ", await errors, StringComparison.Ordinal);
        Assert.True(await EndsAsync(processes[0]), "The session outlived the command.");
        Assert.True(await EndsAsync(processes[1]), "What the session had started outlived the command.");
        Assert.Equal(["a.ipynb", "worker.txt"], Directory.GetFileSystemEntries(tool.Folder).Select(Path.GetFileName).Order());
    }

    public void Dispose() => tool.Dispose();

    private async Task<int[]> SessionAsync()
    {
        for (int i = 0; i < 600; i++, await Task.Delay(100))
        {
            if (File.Exists(tool.At("worker.txt")))
                return [.. (await File.ReadAllTextAsync(tool.At("worker.txt"))).Split(' ').Select(id => int.Parse(id, CultureInfo.InvariantCulture))];
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
