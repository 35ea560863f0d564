using System.Globalization;
using System.Text;
using NeuroLab.Notebooks.Session;
using NeuroLab.Training;

namespace NeuroLab.Notebooks.Worker;

/// <summary>What <see cref="Console.Out"/> and <see cref="Console.Error"/> are while cells run.</summary>
internal sealed class CellConsole(ICellOutput output, string stream, Action flush) : TextWriter(CultureInfo.InvariantCulture)
{
    public override Encoding Encoding => Encoding.UTF8;

    public override void Write(char value) => Print(value.ToString());

    public override void Write(char[] buffer, int index, int count) => Print(new string(buffer, index, count));

    public override void Write(ReadOnlySpan<char> buffer) => Print(buffer.ToString());

    public override void Write(string? value) => Print(value ?? "");

    public override void WriteLine() => Print("\n");

    public override void WriteLine(string? value) => Print(value + "\n");

    public override void Flush() => flush();

    // Here a cell that prints in a loop can be stopped without ending its session.
    private void Print(string text)
    {
        Interruption.Token.ThrowIfCancellationRequested();
        output.Write(stream, text);
    }
}
