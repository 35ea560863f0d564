namespace NeuroLab.Notebooks.Tests.Session;

/// <summary>What a cell changes around itself, the next one does not find; and cultures are those of the machine.</summary>
public sealed class CellSurroundingsTests(CellLab lab) : IClassFixture<CellLab>
{
    [Theory]
    [InlineData("Console.SetOut(new System.IO.StringWriter()); Console.SetError(System.IO.TextWriter.Null);")]
    [InlineData("Console.OutputEncoding = Encoding.Latin1; Console.InputEncoding = Encoding.Latin1;")]
    [InlineData("Console.SetIn(new System.IO.StringReader(\"left\")); Console.Read();")]
    [InlineData("Environment.CurrentDirectory = \"/\";")]
    [InlineData("System.Globalization.CultureInfo.CurrentCulture = new(\"de-DE\");")]
    [InlineData("System.Globalization.CultureInfo.DefaultThreadCurrentCulture = new(\"de-DE\");")]
    [InlineData("System.Threading.Thread.CurrentThread.CurrentUICulture = new(\"de-DE\");")]
    [InlineData("var gone = System.IO.Directory.CreateTempSubdirectory().FullName; Environment.CurrentDirectory = gone; System.IO.Directory.Delete(gone);")]
    public async Task What_a_cell_changes_is_put_back(string cell)
    {
        const string State = """
            Console.Write("out"); Console.Error.Write("error");
            $"{Console.OutputEncoding.WebName} {Console.InputEncoding.WebName} {Environment.CurrentDirectory} {1.5} {System.Globalization.CultureInfo.CurrentUICulture.Name} {await Task.Run(() => 1.5.ToString())}"
            """;
        string before = await lab.TextAsync(State);
        await lab.OutputsAsync(cell);
        Assert.Equal(before, await lab.TextAsync(State));
        Assert.Contains("no keyboard", (await lab.ErrorAsync("Console.ReadLine()")).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("double.Parse(\"1,5\", new System.Globalization.CultureInfo(\"de-DE\"))", "1.5")]
    [InlineData("1.5.ToString(new System.Globalization.CultureInfo(\"de-DE\"))", "1,5")]
    [InlineData("\"\\u00e9\".Normalize(NormalizationForm.FormD).Length", "2")]
    [InlineData("new System.Globalization.CultureInfo(\"en-US\").DateTimeFormat.GetDayName(DayOfWeek.Monday)", "Monday")]
    [InlineData("1234.5", "1234.5")]
    public async Task Cultures_are_the_machines_and_numbers_print_the_same_everywhere(string code, string shown) =>
        Assert.Equal(shown, await lab.TextAsync(code));
}
