namespace NeuroLab.Notebooks.Worker;

/// <summary>What <see cref="Console.In"/> is while cells run: nobody is there to type.</summary>
internal sealed class NoConsoleInput : TextReader
{
    private const string Message =
        "A notebook's cell has no keyboard: Console.Read and Console.ReadLine cannot wait for input. Put the value into the code.";

    public override int Read() => throw new InvalidOperationException(Message);

    public override int Read(char[] buffer, int index, int count) => throw new InvalidOperationException(Message);

    public override string ReadLine() => throw new InvalidOperationException(Message);

    public override int Peek() => throw new InvalidOperationException(Message);
}
