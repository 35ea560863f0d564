using System.IO.Pipes;
using System.Runtime.InteropServices;

namespace NeuroLab.Notebooks.Worker;

/// <summary>Tells which of several pipes have something to read, or have ended, so that one thread reads them all in the order in which they were written.</summary>
internal sealed partial class PipeReadiness(params Stream[] pipes)
{
    private const int WindowsPause = 10;

    private readonly SafeHandle[] handles = [.. pipes.Select(HandleOf)];
    private readonly bool[] ready = new bool[pipes.Length];
    private readonly bool[] closed = new bool[pipes.Length];

    /// <summary>Whether a pipe can be read without waiting, as the last <see cref="Wait"/> found it.</summary>
    public bool this[int pipe] => ready[pipe];

    /// <summary>Whether all pipes from a place on have ended.</summary>
    public bool HaveEnded(int from) => closed.AsSpan(from).IndexOf(false) < 0;

    /// <summary>Leaves a pipe out from now on: it has ended.</summary>
    public void Close(int pipe) => closed[pipe] = true;

    /// <summary>Waits until a pipe can be read.</summary>
    /// <returns>Whether one can.</returns>
    public bool Wait(int milliseconds) => OperatingSystem.IsWindows() ? WaitOnWindows(milliseconds) : WaitOnUnix(milliseconds);

    private bool WaitOnUnix(int milliseconds)
    {
        UnixCalls.PollEntry[] entries = new UnixCalls.PollEntry[handles.Length];
        for (int i = 0; i < entries.Length; i++)
            entries[i] = new(closed[i] ? -1 : (int)handles[i].DangerousGetHandle(), UnixCalls.Readable, 0);
        int found = -1;
        // Below 0 it was interrupted by a signal.
        while (found < 0)
            found = UnixCalls.Poll(entries, (nuint)entries.Length, milliseconds);
        for (int i = 0; i < entries.Length; i++)
            ready[i] = entries[i].Found != 0;
        return found > 0;
    }

    // Windows cannot wait for anonymous pipes, so it is asked again and again.
    private bool WaitOnWindows(int milliseconds)
    {
        long end = Environment.TickCount64 + milliseconds;
        while (true)
        {
            // A pipe that can't be peeked into has ended, which reading it will tell.
            for (int i = 0; i < handles.Length; i++)
                ready[i] = !closed[i] && (!PeekNamedPipe(handles[i], 0, 0, 0, out uint available, 0) || available > 0);
            if (ready.AsSpan().Contains(true))
                return true;
            if (Environment.TickCount64 >= end)
                return false;
            Thread.Sleep(WindowsPause);
        }
    }

    private static SafeHandle HandleOf(Stream pipe) => pipe switch
    {
        PipeStream stream => stream.SafePipeHandle,
        FileStream stream => stream.SafeFileHandle,
        _ => throw new ArgumentException($"A {pipe.GetType().Name} is no pipe.", nameof(pipe)),
    };

    [LibraryImport("kernel32.dll", SetLastError = true)]
    [return: MarshalAs(UnmanagedType.Bool)]
    private static partial bool PeekNamedPipe(SafeHandle pipe, nint buffer, uint size, nint read, out uint available, nint left);
}
