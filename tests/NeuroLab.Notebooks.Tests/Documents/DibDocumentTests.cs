using NeuroLab.Notebooks.Documents;

namespace NeuroLab.Notebooks.Tests.Documents;

public sealed class DibDocumentTests
{
    [Fact]
    public void Sections_carry_their_language_and_first_line()
    {
        const string Text = "#!meta\n\n{}\n\n#!markdown\n\n# Title\n\n#!csharp\n\n#!time\nvar x = 1;\nx\n\n#!C#\n2\n";
        Assert.Equal(
        [
            new DibSection("meta", "\n{}", 2),
            new DibSection("markdown", "\n# Title", 6),
            new DibSection("csharp", "\n#!time\nvar x = 1;\nx", 10),
            new DibSection("csharp", "2", 16),
        ], DibDocument.Parse(Text));
    }

    [Fact]
    public void Text_before_the_first_language_line_is_CSharp() =>
        Assert.Equal([new DibSection("csharp", "1", 1)], DibDocument.Parse("1\r\n"));
}
