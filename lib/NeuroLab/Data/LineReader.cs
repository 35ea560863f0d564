using System.Text;

namespace NeuroLab.Data;

/// <summary>Lines of text, read with an upper bound, so that a file of the wrong kind is found out before it fills the memory.</summary>
internal sealed class LineReader(TextReader reader, string source, int longestLine)
{
    private readonly TextReader reader = reader;
    private readonly StringBuilder line = new();

    /// <summary>The number of the line read last, counted from 1.</summary>
    internal int Number { get; private set; }

    /// <summary>Whether nothing follows.</summary>
    internal bool AtEnd => Guarded(static lines => lines.reader.Peek() < 0);

    /// <summary>The next line without its end (\n, \r\n or \r), or null when there is none.</summary>
    internal string? Next()
    {
        Number++;
        return Guarded(static lines => lines.Read());
    }

    private string? Read()
    {
        int next = reader.Read();
        if (next < 0)
            return null;
        line.Clear();
        for (; next is not (< 0 or '\n' or '\r'); next = reader.Read())
        {
            if (next == 0)
                throw new DataFormatException($"{source}, line {Number}: found a zero byte, so this is not a text file. Is it the right file, and unpacked?");
            if (line.Length == longestLine)
                throw new DataFormatException($"{source}, line {Number}: the line is longer than {longestLine} characters, so this can't be a table.");
            line.Append((char)next);
        }
        if (next == '\r' && reader.Peek() == '\n')
            reader.Read();
        return line.ToString();
    }

    private T Guarded<T>(Func<LineReader, T> read)
    {
        try
        {
            return read(this);
        }
        catch (DecoderFallbackException exception)
        {
            throw new DataFormatException($"{source}, line {Number}: found bytes that are not UTF-8, so this is not the text file it should be. Is it the right file, and unpacked?", exception);
        }
    }
}
