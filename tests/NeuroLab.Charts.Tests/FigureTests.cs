using System.Reflection;

namespace NeuroLab.Charts.Tests;

public sealed class FigureTests
{
    [Fact]
    public void Its_text_is_title_and_alternative() =>
        Assert.Equal("Squares grow. Bars of 1, 4 and 9.", new Figure("Squares grow").WithAltText("Bars of 1, 4 and 9.").ToString());

    [Fact]
    public void Its_text_names_the_kind_of_chart()
    {
        Assert.StartsWith("Up. Line chart. Line: from 1", Chart.Line([1, 2, 3]).WithTitle("Up.").ToString(), StringComparison.Ordinal);
        Assert.StartsWith("Bar chart. ", Chart.Bar(["a"], [1]).ToString(), StringComparison.Ordinal);
        Assert.StartsWith("Scatter plot. ", Chart.Scatter([1], [2]).ToString(), StringComparison.Ordinal);
        var moving = Chart.Animate([("a", Chart.Line([1, 2])), ("b", Chart.Line([2, 1]))]);
        Assert.StartsWith("Line chart, 2 frames. ", moving.ToString(), StringComparison.Ordinal);
        Assert.StartsWith("Line chart in 2 panels. ", Chart.SideBySide(Chart.Line([1, 2]), Chart.Line([2, 1])).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Its_kind_travels_in_the_json() =>
        Assert.Equal("Line chart", System.Text.Json.Nodes.JsonNode.Parse(Chart.Line([1, 2]).ToJson())!["layout"]!["meta"]!["kind"]!.GetValue<string>());

    [Fact]
    public void The_text_alternative_travels_in_the_layout() =>
        Assert.Equal("two points", new Figure { AltText = "two points" }.Layout["meta"]!["description"]!.GetValue<string>());

    [Fact]
    public void Each_line_has_its_own_colour_and_dash()
    {
        var figure = Chart.Line([1, 2], ("a", [1.0, 2]), ("b", [2.0, 1]), ("c", [0.0, 0]));

        Assert.Equal(3, figure.Data.Select(t => t!["line"]!["color"]!.GetValue<string>()).Distinct().Count());
        Assert.Equal(3, figure.Data.Select(t => t!["line"]!["dash"]!.GetValue<string>()).Distinct().Count());
    }

    [Fact]
    public void A_zigzag_is_not_torn_by_dashes()
    {
        double[] steps = [.. Enumerable.Range(0, 30).Select(i => i % 2 == 0 ? 1.0 : -1)];

        Assert.Equal("solid", Chart.Line([.. steps.Select(_ => 1.0)]).AddLine(steps.Index().Select(step => step.Index), steps).Data[1]!["line"]!["dash"]!.GetValue<string>());
        Assert.Equal("dash", Chart.Line([1, 2]).AddLine([1, 2], [2, 1]).Data[1]!["line"]!["dash"]!.GetValue<string>());
    }

    [Fact]
    public void In_panels_a_colour_has_one_name_and_a_name_one_look()
    {
        var panels = Chart.SideBySide(
            Chart.Line([1, 2], ("f", [1.0, 2]), ("tangent", [2.0, 1])).AddScatter([1], [1], "here"),
            Chart.Line([1, 2], ("slope", [1.0, 2])).AddScatter([1], [1], "here"));
        string[] colors = [.. panels.Data.Select(trace => (trace!["line"] ?? trace["marker"])!["color"]!.GetValue<string>())];

        Assert.Equal([Palette.Color(0), Palette.Color(1), Palette.Color(2), Palette.Color(3), Palette.Color(2)], colors);
        Assert.Equal("diamond", panels.Data[4]!["marker"]!["symbol"]!.GetValue<string>());
        Assert.False(panels.Data[4]!["showlegend"]!.GetValue<bool>());
    }

    [Fact]
    public void A_copy_changes_without_its_original()
    {
        var figure = Chart.Line([1, 2, 3]);
        figure.Copy().WithTitle("other").AddLine([1], [2]);

        Assert.Equal("", figure.Title);
        Assert.Single(figure.Data);
    }

    [Fact]
    public void A_true_scale_keeps_width_to_height_as_the_axes_have_it()
    {
        Assert.Equal(14 / 4.0, Chart.Line([1, 2]).WithRange((-10, 4), (2, -2)).WithTrueScale().Layout["meta"]!["aspect"]!.GetValue<double>(), 9);

        var unknown = Assert.Throws<InvalidOperationException>(() => Chart.Line([1, 2]).WithRange(x: (0, 1)).WithTrueScale());
        Assert.Contains("the y axis that is shown", unknown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Modifiers_set_what_plotly_reads()
    {
        var layout = Chart.Line([1, 2, 3]).WithAxisTitles("time in s", "height in m").WithSize(500, 300)
            .WithLogY().WithRange(x: (0, 10), y: (0.1, 100)).WithHorizontalLine(5, "<limit>").Layout;

        Assert.Equal("time in s", layout["xaxis"]!["title"]!["text"]!.GetValue<string>());
        Assert.Equal("height in m", layout["yaxis"]!["title"]!["text"]!.GetValue<string>());
        Assert.Equal(300, layout["height"]!.GetValue<int>());
        Assert.Equal([0.0, 10], layout["xaxis"]!["range"]!.AsArray().Select(v => v!.GetValue<double>()));
        Assert.Equal([-1.0, 2], layout["yaxis"]!["range"]!.AsArray().Select(v => v!.GetValue<double>()));
        Assert.Equal("&lt;limit&gt;", layout["shapes"]![0]!["label"]!["text"]!.GetValue<string>());
    }

    [Fact]
    public void Figures_side_by_side_can_share_their_colour_range()
    {
        Figure one = Chart.Heatmap(new double[,] { { 1, 2 } }).WithColorRange(0, 100), signed = Chart.Heatmap(new double[,] { { -1, 2 } }).WithColorRange(-5, 5);

        Assert.Equal((0.0, 100.0), ((double)one.Data[0]!["zmin"]!, (double)one.Data[0]!["zmax"]!));
        Assert.Equal((-5.0, 5.0), ((double)signed.Data[0]!["zmin"]!, (double)signed.Data[0]!["zmax"]!));
        Assert.Contains("give the range -3 to 3", Assert.Throws<ArgumentException>(() => signed.WithColorRange(0, 3)).Message, StringComparison.Ordinal);
        Assert.Contains("5 to 5 was given", Assert.Throws<ArgumentException>(() => one.WithColorRange(5, 5)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Ranges_and_sizes_that_make_no_sense_are_refused()
    {
        Assert.Contains("NaN", Assert.Throws<ArgumentException>(() => new Figure().WithRange(x: (0, double.NaN))).Message, StringComparison.Ordinal);
        Assert.Contains("-5", Assert.Throws<ArgumentOutOfRangeException>(() => new Figure().WithSize(height: -5)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_notebook_host_finds_its_formatters_by_convention()
    {
        var attribute = typeof(Figure).GetCustomAttributes().Single(a => a.GetType().Name == "TypeFormatterSourceAttribute");
        var preferred = (string[])attribute.GetType().GetProperty("PreferredMimeTypes")!.GetValue(attribute)!;
        var sourceType = (Type)attribute.GetType().GetProperty("FormatterSourceType")!.GetValue(attribute)!;
        var source = Activator.CreateInstance(sourceType)!;
        var formatters = (IEnumerable<object>)sourceType.GetMethod("CreateTypeFormatters")!.Invoke(source, null)!;
        var figure = Chart.Line([1, 2, 3]).WithTitle("Up");

        var texts = formatters.ToDictionary(f => (string)f.GetType().GetProperty("MimeType")!.GetValue(f)!, f =>
        {
            var writer = new StringWriter();
            Assert.True((bool)f.GetType().GetMethod("Format", [typeof(object), typeof(TextWriter)])!.Invoke(f, [figure, writer])!);
            return writer.ToString();
        });

        Assert.Equal(["text/html", "application/vnd.plotly.v1+json", "text/plain"], preferred);
        Assert.Equal(figure.ToJson(), texts["application/vnd.plotly.v1+json"]);
        Assert.Equal(figure.ToString(), texts["text/plain"]);
        Assert.Contains("neurolab-chart", texts["text/html"], StringComparison.Ordinal);
    }
}
