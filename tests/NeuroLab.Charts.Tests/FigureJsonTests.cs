using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;

namespace NeuroLab.Charts.Tests;

public sealed class FigureJsonTests
{
    [Fact]
    public void Numbers_have_four_digits_of_their_range()
    {
        Assert.Equal([0.1235, 2], Numbers(0.123456789, 2));
        Assert.Equal([1000.123, 1001], Numbers(1000.12345678, 1001));
        Assert.Equal([123456, 7], Numbers(123456, 7));
        Assert.Equal([1e-7, 1.2346e-7], Numbers(1e-7, 1.23456e-7));
    }

    [Fact]
    public void Rounding_is_finer_than_the_eye_for_any_numbers() =>
        Check.QuickThrowOnFailure(Prop.ForAll<NormalFloat, NormalFloat, NormalFloat>((a, b, c) =>
        {
            double[] given = [.. new[] { a.Get, b.Get, c.Get }.Select(v => Math.Clamp(v, -1e12, 1e12))];
            double[] written = Numbers(given);
            double range = given.Max() - given.Min();
            return given.Zip(written).All(pair => Math.Abs(pair.First - pair.Second) <= Math.Max(range * 1e-3, Math.Abs(pair.First) * 1e-5));
        }));

    [Fact]
    public void Not_a_number_and_infinity_become_null()
    {
        string json = new Figure { Data = { new JsonObject { ["y"] = new JsonArray(1.5, double.NaN, double.PositiveInfinity, float.NaN) } } }.ToJson();

        Assert.Contains("\"y\":[1.5,null,null,null]", json, StringComparison.Ordinal);
    }

    [Fact]
    public void Text_can_neither_end_the_script_block_nor_open_a_comment()
    {
        string json = new Figure("</script><!-- 权重 'x'").WithAltText("<b>&").ToJson();

        Assert.DoesNotContain("<", json, StringComparison.Ordinal);
        Assert.Contains("权重", json, StringComparison.Ordinal);
        Assert.Equal("</script><!-- 权重 'x'", JsonNode.Parse(json)!["layout"]!["title"]!["text"]!.GetValue<string>());
    }

    [Fact]
    public void All_parts_of_a_figure_are_written()
    {
        var json = JsonNode.Parse(Gallery.All["animation-line"]().ToJson())!.AsObject();

        Assert.Equal(["data", "layout", "frames", "config"], json.Select(part => part.Key));
    }

    [Fact]
    public void The_same_figure_always_gives_the_same_json()
    {
        foreach (var make in Gallery.All.Values)
            Assert.Equal(make().ToJson(), make().ToJson());
    }

    [Fact]
    public void Writing_leaves_the_figure_as_it_is()
    {
        var figure = Gallery.All["contour"]();
        string first = figure.ToJson();
        figure.ToHtml();

        Assert.Equal(first, figure.ToJson());
    }

    [Fact]
    public void A_figure_that_is_too_large_says_how_large_it_is()
    {
        var figure = new Figure("Too much");
        for (int i = 0; i < 200; i++)
            figure.AddLine(Enumerable.Range(0, 2000), Enumerable.Range(0, 2000).Select(v => v / 7.0));

        var error = Assert.Throws<InvalidOperationException>(figure.ToJson);

        Assert.Contains("Too much", error.Message, StringComparison.Ordinal);
        Assert.Contains("at most 3,000 KB", error.Message, StringComparison.Ordinal);
        Assert.Contains("200 traces", error.Message, StringComparison.Ordinal);
    }

    private static double[] Numbers(params double[] values)
    {
        var figure = new Figure();
        figure.Data.Add((JsonNode)new JsonObject { ["y"] = new JsonArray([.. values.Select(v => (JsonNode)v)]) });
        return [.. JsonNode.Parse(figure.ToJson())!["data"]![0]!["y"]!.AsArray().Select(v => v!.GetValue<double>())];
    }
}
