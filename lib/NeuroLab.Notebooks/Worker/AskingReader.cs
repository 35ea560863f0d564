namespace NeuroLab.Notebooks.Worker;

/// <summary>What <see cref="Console.In"/> is while cells run: each line is asked from whoever is there to type it.</summary>
internal abstract class AskingReader : TextReader
{
    /// <summary>What a cell that reads is told where nobody can be asked.</summary>
    protected const string NoKeyboard =
        "A notebook's cell has no keyboard here: Console.Read and Console.ReadLine cannot wait for input. Put the value into the code.";

    private string rest = "";

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

    /// <summary>Forgets what was typed and not yet read.</summary>
    protected void Forget() => rest = "";

    /// <summary>Asks for a line; null where there is no more input.</summary>
    protected abstract string? Ask();
}
