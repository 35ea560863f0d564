using NeuroLab.Notebooks.Tests.Session;

namespace NeuroLab.Notebooks.Tests.Worker;

/// <summary>A cell that runs while its session is still getting ready.</summary>
public sealed class FirstCellTests
{
    [Fact]
    public async Task Later_cells_take_what_it_declares_for_what_it_is()
    {
        for (int i = 0; i < 3; i++)
        {
            await using CellLab lab = new();
            await lab.OutputsAsync("var text = \"abc\";");
            Assert.Equal("6", await lab.TextAsync("text.Count() + text.AsSpan().Length"));
        }
    }
}
