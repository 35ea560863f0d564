using System.Collections.Concurrent;

namespace NeuroLab.Notebooks.Worker;

/// <summary>What <see cref="Console.In"/> is while cells run: asks the user for a line where someone is there to type.</summary>
internal sealed class CellInput(WorkerOutput output) : TextReader
{
    private const string Message =
        "A notebook's cell has no keyboard here: Console.Read and Console.ReadLine cannot wait for input. Put the value into the code.";

    private readonly BlockingCollection<string?> typed = [];
    private string rest = "";

    /// <summary>Whether the cell that runs may ask.</summary>
    public bool IsAllowed { get; set; }

    /// <summary>Hands over what the user typed.</summary>
    public void Add(string? line) => typed.Add(line);

    public override string? ReadLine()
    {
        if (rest.Length > 0)
        {
            string line = rest[..^1];
            rest = "";
            return line;
        }

        if (!IsAllowed)
            throw new InvalidOperationException(Message);
        output.Send(new WorkerMessage { Kind = MessageKind.Input });
        return typed.Take(Training.Interruption.Token);
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
}
