namespace NeuroLab.Notebooks.Worker;

/// <summary>Reads all that comes from a worker, in the order in which it was written, until the worker has ended.</summary>
/// <param name="pipes">The worker.</param>
/// <param name="handOn">Takes a message.</param>
/// <param name="show">Takes what was printed past the console: the stream's name and the text.</param>
internal sealed class WorkerReader(WorkerPipes pipes, Action<WorkerMessage> handOn, Action<string, string> show)
{
    private const int Messages = 0;
    private const int Output = 1;
    private const int Errors = 2;
    private const int Pause = 1000;
    private const int ShortPause = 100;

    private readonly PipeReadiness readiness = new(pipes.Messages, pipes.Output, pipes.Errors);
    private readonly PrintedText output = new(pipes.Output);
    private readonly PrintedText errors = new(pipes.Errors);
    private readonly LastWords lastWords = new();

    /// <summary>What the runtime printed when it crashed.</summary>
    public string LastWords => lastWords.Text;

    /// <summary>Reads until the worker has ended; what its cells have started is ended then too.</summary>
    /// <exception cref="InvalidDataException">A message is damaged.</exception>
    public void ReadToEnd()
    {
        ReadMessages();
        // The process has ended or is about to.
        pipes.Process.WaitForExit(Pause);
        pipes.Kill();
        pipes.Process.WaitForExit();
        // Who has left the process's group may hold its pipes still.
        while (!readiness.HaveEnded(Output) && readiness.Wait(ShortPause))
            ReadPrinted();
    }

    // What was printed before a message is shown before it.
    private void ReadMessages()
    {
        while (true)
        {
            if (!readiness.Wait(Pause))
            {
                // Another process that was started at the same moment may hold the pipe, so the process's end counts as well.
                if (pipes.Process.HasExited)
                    return;
                continue;
            }

            ReadPrinted();
            if (!readiness[Messages])
                continue;
            if (WorkerProtocol.Read(pipes.Messages) is not { } message)
                return;
            if (message.Kind == MessageKind.Done)
                Show("stderr", lastWords.Release());
            handOn(message);
        }
    }

    private void ReadPrinted()
    {
        if (readiness[Output])
            Show("stdout", Read(Output, output));
        if (readiness[Errors])
            Show("stderr", lastWords.Sift(Read(Errors, errors)));
    }

    private string Read(int pipe, PrintedText printed)
    {
        if (printed.Read() is { } text)
            return text;
        readiness.Close(pipe);
        return "";
    }

    private void Show(string stream, string text)
    {
        if (text.Length > 0)
            show(stream, text);
    }
}
