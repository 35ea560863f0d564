using System.Globalization;
using NeuroLab.Notebooks.Tests.Session;

namespace NeuroLab.Notebooks.Tests.Worker;

public sealed class WaitingWorkerTests
{
    private const int Megabytes = 300;

    private static readonly TimeSpan patience = TimeSpan.FromSeconds(30);

    [LinuxFact]
    public async Task A_worker_that_waits_gives_back_what_its_cells_have_left()
    {
        await using CellLab lab = new();
        int process = int.Parse(await lab.TextAsync("Environment.ProcessId"), CultureInfo.InvariantCulture);
        int before = MemoryOf(process);
        await lab.OutputsAsync($"byte[] large = new byte[{Megabytes}_000_000]; Array.Fill(large, (byte)1); large = null;");

        using CancellationTokenSource stop = new(patience);
        while (MemoryOf(process) > before + Megabytes / 2)
            await Task.Delay(100, stop.Token);
    }

    private static int MemoryOf(int process)
    {
        string line = File.ReadLines($"/proc/{process}/status").First(line => line.StartsWith("VmRSS", StringComparison.Ordinal));
        return int.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) / 1024;
    }
}
