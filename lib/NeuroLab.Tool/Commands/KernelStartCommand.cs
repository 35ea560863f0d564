using System.CommandLine;
using NeuroLab.Jupyter;

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
        // A kernel takes Ctrl+C for "interrupt the cell" and goes on, so the command's own cancellation is not heeded.
        command.SetAction((arguments, _) => KernelProcess.RunAsync(arguments.GetValue(ConnectionFile)!));
        return command;
    }
}
