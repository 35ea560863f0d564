using System.Globalization;

namespace NeuroLab.Data;

/// <summary>Looks at the first lines of a table for signs that it is written in another way than it would be read, and asks.</summary>
internal static class CsvDialect
{
    private static readonly (char Separator, string Name, string Written)[] Others = [(';', "semicolon", "';'"), ('\t', "tab", "'\\t'"), ('|', "bar", "'|'")];

    /// <summary>Asks about the separator where the first line has another one more often than commas.</summary>
    internal static void AskForSeparator(string line, string source)
    {
        int commas = CountOutsideQuotes(line, ',');
        foreach ((char separator, string name, string written) in Others)
        {
            int count = CountOutsideQuotes(line, separator);
            if (count > commas)
                throw new DataFormatException($"{source}, line 1: found {Times(commas, "comma")} and {Times(count, name)}: '{CsvTable.Shorten(line)}'. If the fields are separated by {name}s, say so: CsvReader.Read(path, separator: {written}); if not: separator: ','.");
        }
        if (commas == 0 && line.Split(' ', StringSplitOptions.RemoveEmptyEntries) is { Length: > 1 } words && words.All(IsNumber))
            throw new DataFormatException($"{source}, line 1: found no comma, but numbers with spaces between: '{CsvTable.Shorten(line)}'. Put a comma between the fields, or save the table as CSV.");
    }

    /// <summary>Asks whether there is a header where the first line holds a number.</summary>
    internal static void AskForHeader(string[] first, string source)
    {
        int place = Array.FindIndex(first, IsNumber);
        if (place >= 0)
            throw new DataFormatException($"{source}, line 1, column {place + 1}: expected the names of the columns, but found the number {CsvTable.Shorten(first[place])}. If the file has no header line, say so: CsvReader.Read(path, hasHeader: false); if this is a name: hasHeader: true.");
    }

    /// <summary>What may be meant where the first column has no name, or the header has one name less than the rows have fields.</summary>
    internal static string IndexRemedy => " If the first column only numbers or names the rows, say so, and it is left out: CsvReader.Read(path, hasIndex: true).";

    private static bool IsNumber(string field) => float.TryParse(field, NumberStyles.Float, CultureInfo.InvariantCulture, out float number) && float.IsFinite(number);

    private static string Times(int count, string what) => count switch
    {
        0 => $"no {what}",
        1 => $"1 {what}",
        _ => string.Create(CultureInfo.InvariantCulture, $"{count} {what}s"),
    };

    private static int CountOutsideQuotes(string line, char wanted)
    {
        bool quoted = false;
        int count = 0;
        foreach (char letter in line)
        {
            quoted ^= letter == '"';
            count += !quoted && letter == wanted ? 1 : 0;
        }
        return count;
    }
}
