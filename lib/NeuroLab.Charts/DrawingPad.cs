using NeuroLab.Display;
using NeuroLab.Tensors;

namespace NeuroLab.Charts;

/// <summary>
/// A sheet of 28 x 28 pixels to draw on, with the mouse, a finger, or the arrow keys. It needs no kernel: what is drawn becomes a line of text
/// below it, and that line, put into a cell, becomes the picture that a network reads.
/// </summary>
/// <example>
/// <code>
/// display(new DrawingPad());                       // draw, copy the line
/// Tensor mine = DrawingPad.Read("AAAA...");        // (1, channel 1, 28, 28): 1 where there is ink
/// </code>
/// </example>
[TypeFormatterSource(typeof(DrawingPadFormatterSource), PreferredMimeTypes = [MimeTypes.Html, MimeTypes.Text])]
public sealed class DrawingPad
{
    /// <summary>The height and width of the sheet.</summary>
    public const int Side = 28;

    private const int Bytes = Side * Side / 8, Letters = (Bytes + 2) / 3 * 4;

    /// <summary>Makes a sheet, empty or with a drawing on it.</summary>
    /// <param name="line">The line of a drawing to go on with; null for an empty sheet.</param>
    /// <exception cref="FormatException">The line is none that a sheet gave.</exception>
    public DrawingPad(string? line = null)
    {
        if (!string.IsNullOrWhiteSpace(line))
            Read(line);
        Line = line?.Trim() ?? "";
    }

    /// <summary>The line of the drawing that the sheet shows first; empty for none.</summary>
    public string Line { get; }

    /// <summary>The picture that a line stands for.</summary>
    /// <param name="line">The line, as it stands below the sheet.</param>
    /// <returns>A batch of one picture (1, channel 1, height 28, width 28): 1 where there is ink, 0 elsewhere.</returns>
    /// <exception cref="FormatException">The line is none that a sheet gave.</exception>
    public static Tensor Read(string line)
    {
        ArgumentNullException.ThrowIfNull(line);
        byte[] bytes = new byte[Bytes];
        string text = line.Trim();
        if (text.Length != Letters || !Convert.TryFromBase64String(text, bytes, out int written) || written != Bytes)
        {
            throw new FormatException(
                $"A drawing is a line of {Letters} letters and digits, as it stands below the sheet, but {(text.Length == Letters ? "this one has others in it" : $"this one has {text.Length}")}. Press Copy there, and put the whole line between the quotes.");
        }
        return new Tensor(new Shape(("batch", 1), ("channel", 1), ("height", Side), ("width", Side)),
            [.. Enumerable.Range(0, Side * Side).Select(i => (float)((bytes[i / 8] >> (7 - (i % 8))) & 1))]);
    }

    /// <summary>The sheet as a piece of a web page that works by itself.</summary>
    public string ToHtml() => PlotlyScript.Read("drawing-pad.html").Replace("LINE", Line, StringComparison.Ordinal);

    /// <summary>What the sheet is, in words.</summary>
    public override string ToString() => $"A sheet of {Side} x {Side} pixels to draw on, {(Line.Length > 0 ? "with a drawing on it" : "empty")}.";
}
