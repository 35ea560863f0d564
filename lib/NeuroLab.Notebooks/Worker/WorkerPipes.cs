using System.ComponentModel;
using System.Diagnostics;
using System.IO.Pipes;
using NeuroLab.Notebooks.Session.Directives;

namespace NeuroLab.Notebooks.Worker;

/// <summary>
/// A worker's process and what leads to it: two pipes for messages, which nothing else knows of, and its standard handles, which belong
/// to the cells: input that has ended, and two pipes for what native code and other processes print.
/// </summary>
internal sealed class WorkerPipes : IDisposable
{
    // Handles can be inherited while a process starts. One at a time, or a worker would get another's.
    private static readonly Lock starting = new();

    private readonly AnonymousPipeServerStream requests;
    private readonly AnonymousPipeServerStream messages;

    private WorkerPipes(Process process, AnonymousPipeServerStream requests, AnonymousPipeServerStream messages)
    {
        Process = process;
        this.requests = requests;
        this.messages = messages;
    }

    /// <summary>The process.</summary>
    public Process Process { get; }

    /// <summary>Takes messages to the worker.</summary>
    public Stream Requests => requests;

    /// <summary>Brings messages from the worker.</summary>
    public Stream Messages => messages;

    /// <summary>Brings what was printed past the console.</summary>
    public Stream Output => Process.StandardOutput.BaseStream;

    /// <summary>Brings what was printed past the console as errors, the runtime's last words among them.</summary>
    public Stream Errors => Process.StandardError.BaseStream;

    /// <summary>Starts a worker.</summary>
    /// <param name="folder">Its working folder.</param>
    /// <param name="options">How to start it.</param>
    /// <exception cref="FileNotFoundException">Its program is missing.</exception>
    public static WorkerPipes Start(string folder, SessionOptions options)
    {
        string program = options.WorkerPath
            ?? Path.Combine(Path.GetDirectoryName(typeof(WorkerPipes).Assembly.Location)!, "NeuroLab.Worker.dll");
        if (!File.Exists(program))
            throw new FileNotFoundException($"The worker's program is missing: {program}. Build the solution again.", program);
        lock (starting)
        {
            AnonymousPipeServerStream requests = new(PipeDirection.Out, HandleInheritability.Inheritable);
            AnonymousPipeServerStream messages = new(PipeDirection.In, HandleInheritability.Inheritable);
            Process process = Process.Start(StartInfo(program, folder, options, requests, messages))!;
            requests.DisposeLocalCopyOfClientHandle();
            messages.DisposeLocalCopyOfClientHandle();
            process.StandardInput.Close();
            return new WorkerPipes(process, requests, messages);
        }
    }

    /// <summary>Ends the worker and whatever processes its cells have started.</summary>
    public void Kill()
    {
        try
        {
            Process.Kill(entireProcessTree: true);
        }
        catch (Exception gone) when (gone is InvalidOperationException or Win32Exception or AggregateException)
        {
            // It, or something that it had started, was gone already.
        }

        if (!OperatingSystem.IsWindows())
            _ = UnixCalls.Signal(-Process.Id, UnixCalls.Kill);
    }

    public void Dispose()
    {
        requests.Dispose();
        messages.Dispose();
        Process.Dispose();
    }

    private static ProcessStartInfo StartInfo(
        string program, string folder, SessionOptions options, AnonymousPipeServerStream requests, AnonymousPipeServerStream messages)
    {
        ProcessStartInfo start = new(DotnetCommand.Location, [program, requests.GetClientHandleAsString(), messages.GetClientHandleAsString()])
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            CreateNoWindow = true,
        };
        foreach ((string name, string value) in WorkerSettings.Of(options))
            start.Environment[name] = value;
        return start;
    }
}
