using NeuroLab.Jupyter;
using NeuroLab.Tool;
using NeuroLab.Tool.Commands;

// Whoever opens a notebook waits for it, so what Jupyter and editors call does without what reads all other command lines.
return args switch
{
    ["kernel", "start", "--connection-file", { Length: > 0 } file] => await CommandGuard.RunAsync(() => StartKernelAsync(file)),
    ["serve", { Length: > 0 } notebook] when notebook[0] != '-' => await CommandGuard.RunAsync(() => ServeCommand.RunAsync(notebook, CancellationToken.None)),
    _ => await NeuroLabCommand.InvokeAsync(args),
};

static async Task<int> StartKernelAsync(string connectionFile)
{
    await KernelProcess.RunAsync(connectionFile);
    return ExitCodes.Success;
}
