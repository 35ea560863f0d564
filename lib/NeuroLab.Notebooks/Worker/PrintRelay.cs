using Microsoft.Win32.SafeHandles;

namespace NeuroLab.Notebooks.Worker;

/// <summary>
/// In the worker: takes what native code and other processes print to the standard output, so that it has its place among what cells print
/// and show. The standard error stays with the tool, which wants the runtime's last words when this process is no more.
/// </summary>
internal sealed class PrintRelay
{
    private const int StandardOutput = 1;

    private readonly FileStream pipe;
    private readonly PrintedText text;
    private readonly PipeReadiness now;
    private bool hasEnded;

    private PrintRelay(FileStream pipe)
    {
        this.pipe = pipe;
        text = new PrintedText(pipe);
        now = new PipeReadiness(pipe);
    }

    /// <summary>Turns the standard output to here.</summary>
    /// <returns>Null where that can't be done; the tool reads it then, a moment out of step.</returns>
    public static PrintRelay? TryStart()
    {
        int[] handles = new int[2];
        if (OperatingSystem.IsWindows() || UnixCalls.Pipe(handles) != 0)
            return null;
        UnixCalls.KeepFromChildren(handles[0]);
        using SafeFileHandle end = new(handles[1], ownsHandle: true);
        return UnixCalls.Duplicate(handles[1], StandardOutput) < 0
            ? null
            : new PrintRelay(new FileStream(new SafeFileHandle(handles[0], ownsHandle: true), FileAccess.Read, bufferSize: 0));
    }

    /// <summary>Has something done whenever something was printed.</summary>
    public void Watch(Action read) => new Thread(() =>
    {
        PipeReadiness any = new(pipe);
        while (!hasEnded)
        {
            if (any.Wait(Timeout.Infinite))
                read();
        }
    })
    { IsBackground = true, Name = "printed" }.Start();

    /// <summary>Reads what was printed, without waiting for more; empty where nothing was.</summary>
    public string Read()
    {
        if (hasEnded || !now.Wait(0))
            return "";
        string? printed = text.Read();
        hasEnded = printed is null;
        return printed ?? "";
    }
}
