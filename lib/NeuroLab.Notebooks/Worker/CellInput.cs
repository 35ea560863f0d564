namespace NeuroLab.Notebooks.Worker;

/// <summary>What <see cref="Console.In"/> is while cells run: asks the user for a line where someone is there to type.</summary>
internal sealed class CellInput(WorkerOutput output) : TextReader
{
    private const string Message =
        "A notebook's cell has no keyboard here: Console.Read and Console.ReadLine cannot wait for input. Put the value into the code.";

    private readonly Lock gate = new();
    private TaskCompletionSource<string?>? asked;
    private string rest = "";
    private bool isAllowed;
    private bool isRunning;
    private int questions;

    /// <summary>Begins a cell.</summary>
    /// <param name="allowed">Whether it may ask.</param>
    public void Begin(bool allowed)
    {
        lock (gate)
            (isRunning, isAllowed, rest) = (true, allowed, "");
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

    public override string? ReadLine()
    {
        if (rest.Length > 0)
        {
            string line = rest[..^1];
            rest = "";
            return line;
        }

        return Ask();
    }

    public override int Read()
    {
        int next = Peek();
        if (next >= 0)
            rest = rest[1..];
        return next;
    }

    public override int Peek()
    {
        if (rest.Length == 0)
            rest = ReadLine() is { } line ? line + "\n" : "";
        return rest.Length == 0 ? -1 : rest[0];
    }

    private string? Ask()
    {
        CancellationToken stop = Training.Interruption.Token;
        TaskCompletionSource<string?> answer = new();
        lock (gate)
        {
            if (!isRunning)
                return null;
            if (!isAllowed)
                throw new InvalidOperationException(Message);
            asked = answer;
            output.Send(new WorkerMessage { Kind = MessageKind.Input, Number = ++questions });
        }

        answer.Task.Wait(stop);
        // Where a cell is interrupted the front end gives up asking, which is no answer.
        stop.ThrowIfCancellationRequested();
        return answer.Task.Result;
    }
}
