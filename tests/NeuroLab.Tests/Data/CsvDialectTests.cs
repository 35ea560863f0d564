using System.Text;
using NeuroLab.Data;

namespace NeuroLab.Tests.Data;

/// <summary>Tables written in other ways: asked about with the argument that answers, and read with it.</summary>
public sealed class CsvDialectTests
{
    [Theory]
    [InlineData("a;b\n1;2\n", "line 1: found no comma and 1 semicolon: 'a;b'", "separator: ';'")]
    [InlineData("a;b;c,d\n1;2;3,4\n", "found 1 comma and 2 semicolons", "separator: ','")]
    [InlineData("a\tb\n1\t2\n", "found no comma and 1 tab", "separator: '\\t'")]
    [InlineData("a|b\n1|2\n", "found no comma and 1 bar", "separator: '|'")]
    [InlineData("1.5 2.5 3\n", "numbers with spaces between", "Put a comma between")]
    [InlineData("5.1,3.5,x\n4.9,3.0,x\n", "line 1, column 1: expected the names of the columns, but found the number 5.1", "hasHeader: false")]
    [InlineData("x,3.5\ny,3.0\n", "line 1, column 2: expected the names", "hasHeader: true")]
    [InlineData(",a,b\n0,1,2\n", "line 1, column 1: expected the name of a column", "hasIndex: true")]
    [InlineData("a,b\none,1,2\ntwo,3,4\n", "line 2: expected 2 fields, as in the header, but found 3", "hasIndex: true")]
    [InlineData("\"a;b\",c\r1,5\r2,\"1,5\"\r", "", "Numbers are written with a point")]
    public void A_dialect_is_asked_about_with_the_argument_that_answers(string text, string seen, string answer)
    {
        DataFormatException error = Assert.Throws<DataFormatException>(() => Read(text).Numbers());
        Assert.StartsWith("test.csv, line ", error.Message, StringComparison.Ordinal);
        Assert.Contains(seen, error.Message, StringComparison.Ordinal);
        Assert.Contains(answer, error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a,b\n1,2\n3,4\n")]
    [InlineData("a,b\r1,2\r3,4")]
    [InlineData("a,b\r1,2\r3,4\r")]
    [InlineData("a,b\r\n1,2\r\n3,4\r\n")]
    [InlineData("\uFEFFa,b\n1,2\r\n3,4\r")]
    [InlineData("\"a\",\"b\"\n\"1\",2\n3,\"4\"\n")]
    public void Lines_end_in_any_of_the_usual_ways(string text)
    {
        CsvTable table = Read(text);
        Assert.Equal(["a", "b"], table.Columns);
        Assert.Equal([1, 2, 3, 4], table.Numbers().ToArray());
    }

    [Fact]
    public void An_empty_line_between_lines_that_end_in_cr_is_told_with_its_number() =>
        Assert.Contains("line 3: expected 2 fields", Assert.Throws<DataFormatException>(() => Read("a,b\r1,2\r\r3,4\r")).Message, StringComparison.Ordinal);

    [Fact]
    public void What_was_asked_about_is_read_when_it_is_answered()
    {
        Assert.Equal([1, 2], Read("a;b\n1;2\n", separator: ';').Numbers().ToArray());
        Assert.Equal([1, 2], Read("a\tb\n1\t2\n", separator: '\t').Numbers().ToArray());
        Assert.Equal(["a;b"], Read("a;b\nx\n", separator: ',').Columns);
        Assert.Equal("x;y", Read("a;b\n\"x;y\";z\n", separator: ';')[0, 0]);

        CsvTable plain = Read("5.1,3.5,x\n4.9,3.0,y\n", hasHeader: false);
        Assert.Equal(["column 1", "column 2", "column 3"], plain.Columns);
        Assert.Equal([5.1f, 3.5f, 4.9f, 3], plain.Numbers("column 1", "column 2").ToArray());
        Assert.Equal(["x", "y"], plain.ToDataset("column 3").ClassNames);
        Assert.Equal(["0", "1"], Read("0,1\n5,6\n", hasHeader: true).Columns);
    }

    [Theory]
    [InlineData(",a,b\n0,1,2\n1,3,4\n")]
    [InlineData("id,a,b\n0,1,2\n1,3,4\n")]
    [InlineData("a,b\none,1,2\ntwo,3,4\n")]
    public void A_column_that_names_the_rows_is_left_out(string text)
    {
        CsvTable table = Read(text, hasIndex: true);
        Assert.Equal(["a", "b"], table.Columns);
        Assert.Equal([1, 2, 3, 4], table.Numbers().ToArray());
    }

    [Fact]
    public void Places_are_those_of_the_file_with_the_column_that_is_left_out()
    {
        Assert.Contains("line 2, column 3 ('b')", Assert.Throws<DataFormatException>(() => Read("id,a,b\n0,1,x\n", hasIndex: true).Numbers()).Message, StringComparison.Ordinal);
        Assert.Contains("line 1, column 3: expected the name", Assert.Throws<DataFormatException>(() => Read("id,a,\n0,1,2\n", hasIndex: true)).Message, StringComparison.Ordinal);
        Assert.Contains("leave hasIndex out", Assert.Throws<DataFormatException>(() => Read("a\nb\n", hasIndex: true)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_separator_that_a_spreadsheet_states_above_the_table_is_taken()
    {
        CsvTable table = Read("sep=;\r\na;b\r\n1;x\r\n");
        Assert.Equal(["a", "b"], table.Columns);
        Assert.Contains("line 3, column 2", Assert.Throws<DataFormatException>(() => table.Numbers()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_field_that_is_not_there_is_told_with_what_is() => Assert.Contains("has 1 rows and 2 columns, both numbered from 0, but row 1, column 0 was asked for",
        Assert.Throws<ArgumentOutOfRangeException>(() => Read("a,b\n1,2\n")[1, 0]).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData('"')]
    [InlineData('\n')]
    public void A_quote_or_a_line_end_separates_nothing(char separator) =>
        Assert.Throws<ArgumentException>(() => Read("a\n", separator));

    private static CsvTable Read(string text, char? separator = null, bool? hasHeader = null, bool hasIndex = false) =>
        CsvReader.Read(new MemoryStream(Encoding.UTF8.GetBytes(text)), "test.csv", separator, hasHeader, hasIndex);
}
