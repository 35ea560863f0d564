using System.Globalization;
using System.Text;

namespace NeuroLab.Data;

/// <summary>
/// Reads tables from CSV files in UTF-8: a header line, then one row a line, fields separated by commas; or as its arguments say.
/// </summary>
/// <remarks>
/// <para>Fields may be quoted (<c>"a, b"</c>, and <c>""</c> for a quote inside); a quoted field ends on its own line. Lines end in any of
/// the usual ways. The reader is strict: it would rather stop and say where than guess. What looks like another way of writing tables
/// (semicolons, tabs, no header, a column that numbers the rows) it asks about: the message says what was seen, and which argument
/// answers. It reads line by line and gives up at the first line that can't be right.</para>
/// <para>A table takes at most 64 bytes of memory for each byte of its file.</para>
/// </remarks>
public static class CsvReader
{
    private const long LargestFile = 1L << 30;
    private const int LongestLine = 1 << 20;

    /// <summary>Reads a file.</summary>
    /// <param name="path">Where it is.</param>
    /// <param name="separator">What stands between fields, such as ';'; null for a comma, unless the file looks different.</param>
    /// <param name="hasHeader">Whether the first line names the columns; null for yes, unless it looks different. Without a header they are called column 1, column 2, ...</param>
    /// <param name="hasIndex">Whether the first column only numbers or names the rows, and is left out.</param>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="DataFormatException">It is no CSV file, or not clearly one. The message says the line and the column.</exception>
    public static CsvTable Read(string path, char? separator = null, bool? hasHeader = null, bool hasIndex = false)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        if (!File.Exists(path))
            throw new FileNotFoundException($"There is no file {path} (looked in {Directory.GetCurrentDirectory()}).", path);
        using FileStream stream = File.OpenRead(path);
        if (stream.Length > LargestFile)
            throw new DataFormatException($"{path} has {stream.Length} bytes, but a table of more than {LargestFile} bytes is not read at once. Is it the right file?");
        return Read(stream, path, separator, hasHeader, hasIndex);
    }

    /// <summary>Reads a stream to its end.</summary>
    /// <param name="stream">The bytes.</param>
    /// <param name="source">What messages call it.</param>
    /// <param name="separator">What stands between fields, such as ';'; null for a comma, unless the file looks different.</param>
    /// <param name="hasHeader">Whether the first line names the columns; null for yes, unless it looks different. Without a header they are called column 1, column 2, ...</param>
    /// <param name="hasIndex">Whether the first column only numbers or names the rows, and is left out.</param>
    /// <exception cref="DataFormatException">It holds no CSV, or not clearly. The message says the line and the column.</exception>
    public static CsvTable Read(Stream stream, string source, char? separator = null, bool? hasHeader = null, bool hasIndex = false)
    {
        ArgumentNullException.ThrowIfNull(stream);
        if (separator is '"' or '\r' or '\n')
            throw new ArgumentException("Fields are separated by a character such as ',' or ';', not by a quote or a line end.", nameof(separator));
        using StreamReader reader = new(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true));
        LineReader lines = new(reader, source, LongestLine);
        string? line = lines.Next();
        // Spreadsheets write the separator above the table.
        if (line is ['s', 'e', 'p', '=', char stated] && (separator ?? stated) == stated)
            (separator, line) = (stated, lines.Next());
        if (line is not { Length: > 0 })
            throw new DataFormatException($"{source} is empty: expected a header line with the names of the columns.");
        if (separator is null)
            CsvDialect.AskForSeparator(line, source);
        char between = separator ?? ',';
        string[] first = Fields(line, between, source, lines.Number);
        if (hasHeader is null)
            CsvDialect.AskForHeader(hasIndex ? first[1..] : first, source);

        int skipped = hasIndex ? 1 : 0;
        string[]? columns = hasHeader == false ? [.. Enumerable.Range(1, first.Length - skipped).Select(number => string.Create(CultureInfo.InvariantCulture, $"column {number}"))] : null;
        List<string[]> rows = [];
        List<int> numbers = [];
        int width = first.Length;
        if (columns is not null)
            Add(first);
        while (lines.Next() is { } next)
        {
            if (next.Length == 0 && lines.AtEnd)
                break;
            string[] fields = Fields(next, between, source, lines.Number);
            // R names no column for the names of the rows.
            if (rows.Count == 0 && columns is null && hasIndex && fields.Length == first.Length + 1)
                width = fields.Length;
            if (fields.Length != width)
            {
                string remedy = lines.AtEnd && fields.Length < width ? " It is the last line: the file may be cut off."
                    : rows.Count == 0 && fields.Length == width + 1 ? CsvDialect.IndexRemedy : "";
                throw new DataFormatException($"{source}, line {lines.Number}: expected {width} fields, as in {(hasHeader == false ? "the first line" : "the header")}, but found {fields.Length}: '{CsvTable.Shorten(next)}'.{remedy}");
            }
            Add(fields);
        }
        columns ??= width > first.Length ? Header(first, source, 0) : Header(first[skipped..], source, skipped);
        if (columns.Length == 0)
            throw new DataFormatException($"{source} has one column, so without an index nothing is left: leave hasIndex out.");
        return new CsvTable(source, columns, rows, numbers, skipped);

        void Add(string[] fields)
        {
            rows.Add(hasIndex ? fields[1..] : fields);
            numbers.Add(lines.Number);
        }
    }

    private static string[] Header(string[] columns, string source, int skipped)
    {
        for (int i = 0; i < columns.Length; i++)
        {
            if (string.IsNullOrWhiteSpace(columns[i]))
                throw new DataFormatException($"{source}, line 1, column {i + skipped + 1}: expected the name of a column, but found an empty field.{(i + skipped == 0 && columns.Length > 1 ? CsvDialect.IndexRemedy : "")}");
        }
        if (columns.GroupBy(column => column).FirstOrDefault(group => group.Count() > 1) is { } twice)
            throw new DataFormatException($"{source}, line 1: two columns are named '{CsvTable.Shorten(twice.Key)}': give each its own name.");
        return columns;
    }

    private static string[] Fields(string line, char separator, string source, int number)
    {
        if (!line.Contains('"', StringComparison.Ordinal))
            return line.Split(separator);
        List<string> fields = [];
        StringBuilder field = new();
        int at = 0;
        while (true)
        {
            field.Clear();
            bool quoted = at < line.Length && line[at] == '"';
            at = quoted ? ReadQuoted(line, at + 1, field) : ReadPlain(line, separator, at, field);
            if (at < 0)
                throw new DataFormatException($"{source}, line {number}, column {fields.Count + 1}: a quoted field is not closed on its line. Close it with \" (a quote inside a field is written \"\").");
            if (at < line.Length && line[at] != separator)
                throw new DataFormatException($"{source}, line {number}, column {fields.Count + 1}: expected {(separator == ',' ? "a comma" : $"'{separator}'")}, but found '{line[at]}' at character {at + 1}. A field that holds quotes is quoted as a whole, with \"\" inside.");
            fields.Add(field.ToString());
            if (at >= line.Length)
                return [.. fields];
            at++;
        }
    }

    private static int ReadPlain(string line, char separator, int at, StringBuilder field)
    {
        while (at < line.Length && line[at] != separator && line[at] != '"')
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
