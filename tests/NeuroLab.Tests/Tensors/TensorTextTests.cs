using NeuroLab.Display;
using NeuroLab.Tensors;

namespace NeuroLab.Tests.Tensors;

public sealed class TensorTextTests
{
    [Fact]
    public void A_matrix_prints_its_shape_and_aligned_rows()
    {
        Tensor weight = ((Tensor)new float[,] { { 0.5f, -1.25f }, { 0, 3.14159f }, { -0.00001f, 2 } }).Named("out", "in");
        Assert.Equal(
            """
            Tensor (out 3, in 2)
            [[ 0.500, -1.250],
             [ 0.000,  3.142],
             [ 0.000,  2.000]]
            """.ReplaceLineEndings("\n"), weight.ToString());
    }

    [Theory]
    [InlineData(new float[] { 1, -2, 30 }, "[ 1, -2, 30]")]
    [InlineData(new float[] { 0.01234567f, 0.1f }, "[0.0123, 0.1000]")]
    [InlineData(new float[] { 123.456f, 1 }, "[123.5,   1.0]")]
    [InlineData(new float[] { 1234.56f }, "[1235]")]
    [InlineData(new float[] { 1.5e-9f, -1 }, "[ 0.000, -1.000]")]
    [InlineData(new float[] { 1.5e-9f, -3e-10f }, "[ 1.500e-09, -3.000e-10]")]
    [InlineData(new float[] { 2.5e9f }, "[2.500e+09]")]
    [InlineData(new float[] { float.NaN, 0.5f, float.PositiveInfinity }, "[     NaN,   0.5000, Infinity]")]
    [InlineData(new float[] { }, "[]")]
    public void Four_significant_digits_of_the_largest(float[] values, string row) =>
        Assert.Equal($"Tensor ({values.Length})\n{row}", ((Tensor)values).ToString());

    [Fact]
    public void Higher_ranks_nest()
    {
        Tensor cube = new(new Shape(2, 1, 2), [1, 2, 3, 4]);
        Assert.Equal("Tensor (2, 1, 2)\n[[[1, 2]],\n\n [[3, 4]]]", cube.ToString());
    }

    [Fact]
    public void One_number_stands_beside_its_shape() => Assert.Equal("Tensor () 2.500", Tensor.Scalar(2.5f).ToString());

    [Fact]
    public void Long_axes_show_their_ends()
    {
        Tensor counted = new(new Shape(100), [.. Enumerable.Range(0, 100).Select(i => (float)i)]);
        Assert.Equal("Tensor (100)\n[ 0,  1,  2, ..., 97, 98, 99]", counted.ToString());
        Assert.Equal(7, new Tensor(1000, 1000).ToString().Count(c => c == '\n'));
    }

    [Fact]
    public void Notebooks_find_html_and_text_by_convention()
    {
        var attribute = (TypeFormatterSourceAttribute)Attribute.GetCustomAttribute(typeof(Tensor), typeof(TypeFormatterSourceAttribute))!;
        Assert.Equal(["text/html", "text/plain"], attribute.PreferredMimeTypes);
        dynamic source = Activator.CreateInstance(attribute.FormatterSourceType)!;
        Dictionary<string, string> views = [];
        foreach (object formatter in (IEnumerable<object>)source.CreateTypeFormatters())
        {
            using StringWriter writer = new();
            Assert.True(((dynamic)formatter).Format(Tensor.Ones(1, 2).Named("batch", "in"), writer));
            Assert.False(((dynamic)formatter).Format("something else", TextWriter.Null));
            views[(string)((dynamic)formatter).MimeType] = writer.ToString();
        }
        Assert.Equal("Tensor (batch 1, in 2)\n[[1, 1]]", views["text/plain"]);
        Assert.Contains("Tensor (batch 1, in 2)", views["text/html"]);
        Assert.Equal(2, views["text/html"].Split("<td").Length - 1);
    }

    [Fact]
    public void Html_heads_each_matrix_of_a_batch_and_cuts_long_axes()
    {
        using StringWriter writer = new();
        ((dynamic)new TensorFormatterSource().CreateTypeFormatters().First()).Format(new Tensor(new Shape(("batch", 40), ("<c>", 2), ("h", 2), ("w", 2))), writer);
        string html = writer.ToString();
        Assert.Contains("<caption style=\"text-align:left\">batch 0, &lt;c&gt; 1</caption>", html);
        Assert.Contains("...", html);
        Assert.Equal(12, html.Split("<table").Length - 1);
    }
}
