using System.Globalization;
using System.Text;

namespace NeuroLab.Notebooks.Worker;

/// <summary>What <see cref="Console.Out"/> and <see cref="Console.Error"/> are while cells run.</summary>
internal sealed class CellConsole(WorkerOutput output, string stream) : TextWriter(CultureInfo.InvariantCulture)
{
    public override Encoding Encoding => Encoding.UTF8;

    public override void Write(char value) => output.Write(stream, value.ToString());

    public override void Write(char[] buffer, int index, int count) => output.Write(stream, new string(buffer, index, count));

    public override void Write(ReadOnlySpan<char> buffer) => output.Write(stream, buffer.ToString());

    public override void Write(string? value) => output.Write(stream, value ?? "");

    public override void WriteLine() => output.Write(stream, "\n");

    public override void WriteLine(string? value) => output.Write(stream, value + "\n");

    public override void Flush() => output.Flush();
}
