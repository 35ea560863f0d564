using NeuroLab.Jupyter;
using NeuroLab.Tool;
using NeuroLab.Tool.Commands;

// Whoever opens a notebook waits for its kernel, so Jupyter's own call does without what reads all other command lines.
return args is ["kernel", "start", "--connection-file", { Length: > 0 } file]
    ? await CommandGuard.RunAsync(() => StartKernelAsync(file))
    : await NeuroLabCommand.InvokeAsync(args);

static async Task<int> StartKernelAsync(string connectionFile)
{
    await KernelProcess.RunAsync(connectionFile);
    return ExitCodes.Success;
}
