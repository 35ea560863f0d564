using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;

namespace NeuroLab.Jupyter;

/// <summary>A kernel as a process of its own, which is what Jupyter starts.</summary>
public static class KernelProcess
{
    /// <summary>Serves until Jupyter asks it to shut down, is gone, or ends it by a signal.</summary>
    /// <param name="connectionFile">The file by which Jupyter says where to listen.</param>
    /// <exception cref="KernelException">The file cannot be used, or a port is taken.</exception>
    public static async Task RunAsync(string connectionFile)
    {
        using var end = new CancellationTokenSource();
        JupyterKernel kernel = JupyterKernel.Start(connectionFile, Environment.CurrentDirectory);
        await using (kernel.ConfigureAwait(false))
        {
            using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, context =>
            {
                context.Cancel = true;
                kernel.Interrupt();
            });
            using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, context =>
            {
                context.Cancel = true;
                end.Cancel();
            });
            _ = EndWithFrontEndAsync(end);
            await kernel.RunAsync(end.Token).ConfigureAwait(false);
        }
    }

    // Jupyter says who started the kernel. When that process is gone without a word, nobody would ever end this one.
    private static async Task EndWithFrontEndAsync(CancellationTokenSource end)
    {
        if (!int.TryParse(Environment.GetEnvironmentVariable("JPY_PARENT_PID"), CultureInfo.InvariantCulture, out int parent) || parent <= 1)
            return;
        try
        {
            using Process process = Process.GetProcessById(parent);
            await process.WaitForExitAsync(end.Token).ConfigureAwait(false);
        }
        catch (Exception over) when (over is ArgumentException or OperationCanceledException or ObjectDisposedException)
        {
            // It is gone already, or this kernel is.
        }

        try
        {
            await end.CancelAsync().ConfigureAwait(false);
        }
        catch (ObjectDisposedException)
        {
            // The kernel has ended in the meantime.
        }
    }
}
