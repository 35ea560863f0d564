using System.Text;

namespace NeuroLab.Data;

/// <summary>
/// Reads tables from CSV files: a header line, then one row a line, fields separated by commas, in UTF-8.
/// </summary>
/// <remarks>
/// Fields may be quoted (<c>"a, b"</c>, and <c>""</c> for a quote inside); a quoted field ends on its own line. The reader is strict:
/// it would rather stop and say where than guess. It reads line by line and gives up at the first line that can't be right.
/// </remarks>
public static class CsvReader
{
    private const long LargestFile = 1L << 30;
    private const int LongestLine = 1 << 20;

    /// <summary>Reads a file.</summary>
    /// <param name="path">Where it is.</param>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="DataFormatException">It is no CSV file. The message says the line and the column.</exception>
    public static CsvTable Read(string path)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        if (!File.Exists(path))
            throw new FileNotFoundException($"There is no file {path} (looked in {Directory.GetCurrentDirectory()}).", path);
        using FileStream stream = File.OpenRead(path);
        if (stream.Length > LargestFile)
            throw new DataFormatException($"{path} has {stream.Length} bytes, but a table of more than {LargestFile} bytes is not read at once. Is it the right file?");
        return Read(stream, path);
    }

    /// <summary>Reads a stream to its end.</summary>
    /// <param name="stream">The bytes.</param>
    /// <param name="source">What messages call it.</param>
    /// <exception cref="DataFormatException">It holds no CSV. The message says the line and the column.</exception>
    public static CsvTable Read(Stream stream, string source)
    {
        ArgumentNullException.ThrowIfNull(stream);
        using StreamReader reader = new(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true));
        LineReader lines = new(reader, source, LongestLine);
        if (lines.Next() is not { Length: > 0 } header)
            throw new DataFormatException($"{source} is empty: expected a header line with the names of the columns.");
        string[] columns = Header(Fields(header, source, 1), source);

        List<string[]> rows = [];
        List<int> numbers = [];
        while (lines.Next() is { } line)
        {
            if (line.Length == 0 && lines.AtEnd)
                break;
            string[] fields = Fields(line, source, lines.Number);
            if (fields.Length != columns.Length)
            {
                string remedy = lines.AtEnd && fields.Length < columns.Length ? " It is the last line: the file may be cut off." : "";
                throw new DataFormatException($"{source}, line {lines.Number}: expected {columns.Length} fields, as in the header, but found {fields.Length}: '{CsvTable.Shorten(line)}'.{remedy}");
            }
            rows.Add(fields);
            numbers.Add(lines.Number);
        }
        return new CsvTable(source, columns, rows, numbers);
    }

    private static string[] Header(string[] columns, string source)
    {
        for (int i = 0; i < columns.Length; i++)
        {
            if (string.IsNullOrWhiteSpace(columns[i]))
                throw new DataFormatException($"{source}, line 1, column {i + 1}: expected the name of a column, but found an empty field.");
        }
        if (columns.GroupBy(column => column).FirstOrDefault(group => group.Count() > 1) is { } twice)
            throw new DataFormatException($"{source}, line 1: two columns are named '{CsvTable.Shorten(twice.Key)}': give each its own name.");
        return columns;
    }

    private static string[] Fields(string line, string source, int number)
    {
        if (!line.Contains('"', StringComparison.Ordinal))
            return line.Split(',');
        List<string> fields = [];
        StringBuilder field = new();
        int at = 0;
        while (true)
        {
            field.Clear();
            bool quoted = at < line.Length && line[at] == '"';
            at = quoted ? ReadQuoted(line, at + 1, field) : ReadPlain(line, at, field);
            if (at < 0)
                throw new DataFormatException($"{source}, line {number}, column {fields.Count + 1}: a quoted field is not closed on its line. Close it with \" (a quote inside a field is written \"\").");
            if (at < line.Length && line[at] != ',')
                throw new DataFormatException($"{source}, line {number}, column {fields.Count + 1}: expected a comma, but found '{line[at]}' at character {at + 1}. A field that holds quotes is quoted as a whole, with \"\" inside.");
            fields.Add(field.ToString());
            if (at >= line.Length)
                return [.. fields];
            at++;
        }
    }

    private static int ReadPlain(string line, int at, StringBuilder field)
    {
        while (at < line.Length && line[at] is not (',' or '"'))
            field.Append(line[at++]);
        return at;
    }

    private static int ReadQuoted(string line, int at, StringBuilder field)
    {
        for (; at < line.Length; at++)
        {
            if (line[at] != '"')
                field.Append(line[at]);
            else if (at + 1 < line.Length && line[at + 1] == '"')
                field.Append(line[at++]);
            else
                return at + 1;
        }
        return -1;
    }
}
