using NeuroLab.Tensors;

namespace NeuroLab.Charts.Tests;

public sealed class DrawingPadTests
{
    private static readonly string Corner = Convert.ToBase64String([0b1100_0000, .. new byte[96], 0b0000_0001]);

    [Fact]
    public void A_line_becomes_a_picture_with_ink_where_its_bits_are()
    {
        Tensor picture = DrawingPad.Read($" {Corner}\n");

        Assert.Equal(new Shape(1, 1, 28, 28), picture.Shape);
        Assert.Equal((1f, 1f, 0f, 1f, 3f), (picture[0, 0, 0, 0], picture[0, 0, 0, 1], picture[0, 0, 0, 2], picture[0, 0, 27, 27], picture.Sum()));
    }

    [Theory]
    [InlineData("", "this one has 0")]
    [InlineData("AAAA", "this one has 4")]
    [InlineData("*", "this one has others in it")]
    public void A_line_that_is_none_is_refused_with_what_to_do(string start, string why)
    {
        string line = start == "*" ? start + Corner[1..] : start;
        string message = Assert.Throws<FormatException>(() => DrawingPad.Read(line)).Message;

        Assert.Contains(why, message, StringComparison.Ordinal);
        Assert.Contains("Press Copy", message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_sheet_shows_the_drawing_that_it_is_given_and_refuses_another_text()
    {
        Assert.Contains($"data-line=\"{Corner}\"", new DrawingPad(Corner).ToHtml(), StringComparison.Ordinal);
        Assert.Contains("data-line=\"\"", new DrawingPad().ToHtml(), StringComparison.Ordinal);
        Assert.Equal("A sheet of 28 x 28 pixels to draw on, with a drawing on it.", new DrawingPad(Corner).ToString());
        Assert.Throws<FormatException>(() => new DrawingPad("\"><script>"));
    }
}
