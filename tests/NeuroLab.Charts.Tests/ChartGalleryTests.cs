namespace NeuroLab.Charts.Tests;

public sealed class ChartGalleryTests
{
    [Fact]
    public void Every_figure_says_what_to_see_names_its_axes_and_is_small()
    {
        foreach (var chart in ChartGallery.All)
        {
            var figure = chart.Make();

            Assert.True(figure.Title.Length > 10, $"{chart.Name} has the title \"{figure.Title}\".");
            Assert.True(figure.AltText.Length > 40, $"{chart.Name} says only \"{figure.AltText}\".");
            Assert.True(figure.ToJson().Length <= 300_000, chart.Name);
            foreach (var (name, axis) in figure.Layout.Where(part => part.Key.StartsWith("xaxis", StringComparison.Ordinal)))
                Assert.True(axis!["visible"]?.GetValue<bool>() == false || axis["title"] is not null, $"{chart.Name}: {name} has no label.");
        }
    }

    [Fact]
    public void Names_and_anchors_come_once() =>
        Assert.Equal(ChartGallery.All.Count, ChartGallery.All.Select(chart => chart.Anchor).Distinct().Count());

    [Fact]
    public void Every_chart_names_a_method()
    {
        string[] methods = [.. typeof(Chart).GetMethods().Select(method => method.Name)];
        Assert.All(ChartGallery.All, chart => Assert.Contains(chart.Name.Split(' ')[0], methods));
    }
}
