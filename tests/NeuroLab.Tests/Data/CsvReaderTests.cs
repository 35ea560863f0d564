using System.Text;
using NeuroLab.Data;
using NeuroLab.Tensors;

namespace NeuroLab.Tests.Data;

public sealed class CsvReaderTests
{
    [Fact]
    public void A_table_is_read_with_its_header()
    {
        CsvTable table = Read("height,kind\r\n1.5,cat\r\n-2e1,dog\r\n");
        Assert.Equal(["height", "kind"], table.Columns);
        Assert.Equal(2, table.RowCount);
        Assert.Equal([1.5f, -20f], table.Numbers("height").ToArray());
        Dataset data = table.ToDataset("kind");
        Assert.Equal(new Shape(2, 1), data.Inputs.Shape);
        Assert.Equal(["cat", "dog"], data.ClassNames);
    }

    [Fact]
    public void Quoted_fields_may_hold_commas_and_quotes()
    {
        CsvTable table = Read("a,b,c\n\"x, y\",\"say \"\"hi\"\"\",\n");
        Assert.Equal("x, y", table[0, 0]);
        Assert.Equal("say \"hi\"", table[0, 1]);
        Assert.Equal("", table[0, 2]);
    }

    [Theory]
    [InlineData("", "is empty: expected a header line")]
    [InlineData("a,,c\n", "line 1, column 2: expected the name of a column")]
    [InlineData("a,b,a\n", "line 1: two columns are named 'a'")]
    [InlineData("a,b\n1,2\n3\n4,5\n", "line 3: expected 2 fields, as in the header, but found 1: '3'.")]
    [InlineData("a,b\n1,2\n3", "It is the last line: the file may be cut off.")]
    [InlineData("a,b\n1,2,3\n", "line 2: expected 2 fields, as in the header, but found 3")]
    [InlineData("a,b\n1,\"2\n", "line 2, column 2: a quoted field is not closed")]
    [InlineData("a,b\n1,\"2\"x\n", "line 2, column 2: expected a comma, but found 'x'")]
    [InlineData("a,b\n1,2\n\n3,4\n", "line 3: expected 2 fields, as in the header, but found 1: ''.")]
    [InlineData("a,b\n1,2\0\n", "line 2: found a zero byte")]
    public void A_broken_table_is_told_with_its_place(string text, string expected)
    {
        DataFormatException error = Assert.Throws<DataFormatException>(() => Read(text));
        Assert.StartsWith("test.csv", error.Message, StringComparison.Ordinal);
        Assert.Contains(expected, error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("x", "found 'x'")]
    [InlineData("", "found an empty field")]
    [InlineData("NaN", "found 'NaN'")]
    [InlineData("1e99", "found '1e99'")]
    public void A_field_that_is_no_number_is_told_with_its_place(string field, string expected)
    {
        CsvTable table = Read($"a,b\n1,2\n3,{field}\n");
        DataFormatException error = Assert.Throws<DataFormatException>(() => table.Numbers());
        Assert.Contains("test.csv, line 3, column 2 ('b'): expected a number", error.Message, StringComparison.Ordinal);
        Assert.Contains(expected, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_column_is_told_with_those_there_are() =>
        Assert.Contains("no column 'c'. Its columns are: a, b.", Assert.Throws<DataFormatException>(() => Read("a,b\n1,2\n").Numbers("c")).Message, StringComparison.Ordinal);

    [Fact]
    public void A_line_without_end_is_given_up()
    {
        byte[] endless = new byte[3 << 20];
        Array.Fill(endless, (byte)'7');
        DataFormatException error = Assert.Throws<DataFormatException>(() => CsvReader.Read(new MemoryStream(endless), "test.csv"));
        Assert.Contains("line 1: the line is longer than 1048576 characters", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_binary_file_is_told()
    {
        DataFormatException error = Assert.Throws<DataFormatException>(() => CsvReader.Read(new MemoryStream([0x89, 0x50, 0x4E, 0x47, 0xFF, 0xFE, 0x0A]), "picture.png"));
        Assert.Contains("picture.png, line 1: found bytes that are not UTF-8", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_file_is_told() =>
        Assert.Contains("There is no file nowhere.csv", Assert.Throws<FileNotFoundException>(() => CsvReader.Read("nowhere.csv")).Message, StringComparison.Ordinal);

    [Fact]
    public void Any_damage_gives_a_clear_error_or_a_table()
    {
        byte[] whole = Encoding.UTF8.GetBytes("a,b,\"c \"\"x\"\"\"\n1,2.5,\"x, y\"\n-3,4e2,z\n");
        foreach (byte[] damaged in new Fuzz([whole]).Inputs(3000))
        {
            try
            {
                CsvTable table = CsvReader.Read(new MemoryStream(damaged), "test.csv");
                Assert.InRange(table.RowCount, 0, damaged.Length);
                _ = table.Numbers();
            }
            catch (DataFormatException error)
            {
                Assert.StartsWith("test.csv", error.Message, StringComparison.Ordinal);
            }
        }
    }

    private static CsvTable Read(string text) => CsvReader.Read(new MemoryStream(Encoding.UTF8.GetBytes(text)), "test.csv");
}
