using System.Text;
using Spectre.Console;

namespace NeuroLab.Tool.Reports;

/// <summary>The terminal before which a person sits, as Spectre.Console wants it.</summary>
internal sealed class ColourfulOutput(TextWriter writer) : IAnsiConsoleOutput
{
    /// <inheritdoc/>
    public TextWriter Writer => writer;

    /// <inheritdoc/>
    public bool IsTerminal => true;

    /// <inheritdoc/>
    public int Width => Console.WindowWidth is > 0 and int width ? width : 80;

    /// <inheritdoc/>
    public int Height => Console.WindowHeight is > 0 and int height ? height : 24;

    /// <inheritdoc/>
    public void SetEncoding(Encoding encoding) => Console.OutputEncoding = encoding;
}
