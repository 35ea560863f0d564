using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using NeuroLab.Notebooks.Jupyter;

namespace NeuroLab.Tool.Commands;

/// <summary><c>neurolab kernel start</c>: what Jupyter runs.</summary>
internal static class KernelStartCommand
{
    private static readonly Option<string> ConnectionFile = new("--connection-file")
    {
        Description = "The file in which Jupyter says where to listen.",
        HelpName = "FILE",
        Required = true,
    };

    /// <summary>The command with its arguments.</summary>
    public static Command Create()
    {
        var command = new Command("start", "Runs the kernel. Jupyter does this; there is no need to do it by hand.") { ConnectionFile };
        command.SetAction((arguments, _) => RunAsync(arguments.GetValue(ConnectionFile)!));
        return command;
    }

    // A kernel takes Ctrl+C for "interrupt the cell" and goes on, so the command's own cancellation is not heeded.
    private static async Task<int> RunAsync(string connectionFile)
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

        return ExitCodes.Success;
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
