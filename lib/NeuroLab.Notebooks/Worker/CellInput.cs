namespace NeuroLab.Notebooks.Worker;

/// <summary>Asks the front end of the process for a line, where someone is there to type.</summary>
internal sealed class CellInput(WorkerOutput output) : AskingReader
{
    private readonly Lock gate = new();
    private TaskCompletionSource<string?>? asked;
    private bool isAllowed;
    private bool isRunning;
    private int questions;

    /// <summary>Begins a cell.</summary>
    /// <param name="allowed">Whether it may ask.</param>
    public void Begin(bool allowed)
    {
        lock (gate)
            (isRunning, isAllowed) = (true, allowed);
        Forget();
    }

    /// <summary>Ends a cell. A thread of it that waits still finds the input at its end.</summary>
    public void End()
    {
        lock (gate)
        {
            isRunning = false;
            asked?.TrySetResult(null);
        }
    }

    /// <summary>Hands over what the user typed.</summary>
    /// <param name="question">Which time it is that a cell has asked; an answer to an earlier one comes too late.</param>
    /// <param name="line">The line; null where there is none.</param>
    public void Add(int question, string? line)
    {
        lock (gate)
        {
            if (question == questions)
                asked?.TrySetResult(line);
        }
    }

    protected override string? Ask()
    {
        CancellationToken stop = Training.Interruption.Token;
        TaskCompletionSource<string?> answer = new();
        lock (gate)
        {
            if (!isRunning)
                return null;
            if (!isAllowed)
                throw new InvalidOperationException(NoKeyboard);
            asked = answer;
            output.Send(new WorkerMessage { Kind = MessageKind.Input, Number = ++questions });
        }

        answer.Task.Wait(stop);
        // Where a cell is interrupted the front end gives up asking, which is no answer.
        stop.ThrowIfCancellationRequested();
        return answer.Task.Result;
    }
}
