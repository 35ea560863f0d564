using System.Text;

namespace NeuroLab.Tool.Reports;

/// <summary>
/// Hands text on without what would command a terminal. Names of files, texts of notebooks and answers of servers come from others:
/// an escape code in them could clear the screen, colour it, or hide what stands there.
/// </summary>
internal sealed class PlainWriter(TextWriter inner) : TextWriter
{
    /// <inheritdoc/>
    public override Encoding Encoding => inner.Encoding;

    /// <summary>A text without commands; each stands there as the sign that names it.</summary>
    public static string Plain(string text) => text.AsSpan().ContainsAnyExceptInRange(' ', '~') ? string.Concat(text.Select(Plain)) : text;

    /// <inheritdoc/>
    public override void Write(char value) => inner.Write(Plain(value));

    /// <inheritdoc/>
    public override void Write(char[] buffer, int index, int count) => inner.Write(Plain(new string(buffer, index, count)));

    /// <inheritdoc/>
    public override void Write(ReadOnlySpan<char> buffer) => inner.Write(Plain(buffer.ToString()));

    /// <inheritdoc/>
    public override void Write(string? value) => inner.Write(value is null ? null : Plain(value));

    /// <inheritdoc/>
    public override void WriteLine(string? value) => inner.Write((value is null ? "" : Plain(value)) + Environment.NewLine);

    /// <inheritdoc/>
    public override void Flush() => inner.Flush();

    private static char Plain(char letter) => letter switch
    {
        '\n' or '\t' => letter,
        '\r' when OperatingSystem.IsWindows() => letter,
        < ' ' => (char)('\u2400' + letter),
        '\u007f' => '\u2421',
        // C1 controls, and those that turn the direction of the text around.
        (>= '\u0080' and <= '\u009f') or (>= '\u202a' and <= '\u202e') or (>= '\u2066' and <= '\u2069') => '\ufffd',
        _ => letter,
    };
}
