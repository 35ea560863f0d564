using System.Runtime.InteropServices;

namespace NeuroLab.Notebooks.Worker;

/// <summary>What Unix systems do that .NET has no call for.</summary>
internal static partial class UnixCalls
{
    /// <summary>The signal of Ctrl+C.</summary>
    public const int Interrupt = 2;

    /// <summary>The signal that nothing can ignore.</summary>
    public const int Kill = 9;

    /// <summary>A pipe has something to read.</summary>
    public const short Readable = 1;

    // FIOCLEX, as Linux and as macOS number it.
    private static readonly nuint closeOnExec = OperatingSystem.IsLinux() ? 0x5451u : 0x20006601u;

    /// <summary>Makes this process the first of a group of its own, to which all that it starts will belong.</summary>
    /// <returns>Whether that worked.</returns>
    public static bool LeadGroup() => SetGroup(0, 0) == 0;

    /// <summary>Keeps a handle from the processes that this one starts.</summary>
    public static void KeepFromChildren(int handle) => _ = Control(handle, closeOnExec);

    /// <summary>Sends a signal: to a process, to this process's group (0), or to the group of the process with the opposite number.</summary>
    [LibraryImport("libc", EntryPoint = "kill")]
    public static partial int Signal(int process, int signal);

    /// <summary>Waits until one of several handles can be read.</summary>
    [LibraryImport("libc", EntryPoint = "poll")]
    public static partial int Poll([In, Out] PollEntry[] entries, nuint count, int milliseconds);

    /// <summary>Makes a pipe: the handle to read from, the handle to write to.</summary>
    [LibraryImport("libc", EntryPoint = "pipe")]
    public static partial int Pipe([Out] int[] handles);

    /// <summary>Makes one handle mean what another does.</summary>
    [LibraryImport("libc", EntryPoint = "dup2")]
    public static partial int Duplicate(int handle, int over);

    [LibraryImport("libc", EntryPoint = "setpgid")]
    private static partial int SetGroup(int process, int group);

    [LibraryImport("libc", EntryPoint = "ioctl")]
    private static partial int Control(int handle, nuint request);

    /// <summary>One handle of a <see cref="Poll"/>.</summary>
    /// <param name="Handle">The handle; below 0 it is left out.</param>
    /// <param name="Wanted">What to wait for.</param>
    /// <param name="Found">What has come.</param>
    [StructLayout(LayoutKind.Sequential)]
    internal record struct PollEntry(int Handle, short Wanted, short Found);
}
