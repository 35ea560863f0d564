using NeuroLab.Training;

namespace NeuroLab.Charts.Tests.Charts;

public sealed class SpreadChartTests
{
    private static readonly Starts Wide = Starts.Over([1, 2], 3, (setting, seed) => setting * seed);

    [Fact]
    public void Each_start_is_a_thin_line_and_the_median_a_thick_one()
    {
        var figure = Chart.Spread([1, 2], ("wide", Wide), ("deep", Wide));

        Assert.Equal(8, figure.Data.Count);
        Assert.Equal([3.0, 6], figure.Data[2]!["y"].Numbers());
        Assert.Equal([2.0, 4], figure.Data[3]!["y"].Numbers());
        Assert.Equal("wide: median of 3 starts", figure.Data[3]!["name"]!.GetValue<string>());
        // The lines of one experiment share its colour.
        Assert.Equal(figure.Data[3]!["line"]!["color"]!.GetValue<string>(), figure.Data[0]!["line"]!["color"]!.GetValue<string>());
        Assert.NotEqual(figure.Data[3]!["line"]!["color"]!.GetValue<string>(), figure.Data[7]!["line"]!["color"]!.GetValue<string>());
        Assert.Contains("wide, median of 3 starts: 2 at first (1 to 3), 4 at last (2 to 6).", figure.AltText, StringComparison.Ordinal);
    }

    [Fact]
    public void Settings_with_names_get_a_dot_for_each_start_and_a_bar_at_the_median()
    {
        var figure = Chart.Spread(["a", "b"], ("", Wide));

        Assert.Equal([0.0, 1, 0, 1, 0, 1], figure.Data[0]!["x"].Numbers());
        Assert.Equal([1.0, 2, 2, 4, 3, 6], figure.Data[0]!["y"].Numbers());
        Assert.Equal([2.0, 2, double.NaN, 4, 4, double.NaN], figure.Data[1]!["y"].Numbers());
        Assert.Equal("Median of 3 starts: 2 for a (1 to 3), 4 for b (2 to 6).", figure.AltText);
    }

    [Fact]
    public void Bars_at_the_median_leave_room_for_those_beside_them()
    {
        string[] names = [.. Enumerable.Range(0, 11).Select(i => $"{i}")];
        Starts starts = Starts.Over(names, 3, (_, seed) => seed);
        double[][] x = [.. Chart.Spread(names, ("one", starts), ("two", starts), ("three", starts)).Data.Select(trace => trace!["x"].Numbers().ToArray())];

        Assert.True(x[1][1] < x[3][0] && x[3][1] < x[5][0] && x[5][1] < x[1][3], "the bars of a setting lie beside each other");
    }

    [Fact]
    public void Starts_that_broke_down_are_left_out_and_counted()
    {
        Starts some = Starts.Over([1, 2], 3, (setting, seed) => setting * seed == 6 ? throw new TrainingException("lost") : setting * seed);

        var lines = Chart.Spread([1, 2], ("wide", some));
        Assert.Equal("wide: median of 3 starts, 1 of 3 broke down", lines.Data[3]!["name"]!.GetValue<string>());
        Assert.Equal([3.0, double.NaN], lines.Data[2]!["y"].Numbers());
        Assert.Equal([2.0, 3], lines.Data[3]!["y"].Numbers());
        Assert.Equal("(1 of 3 broke down)", Chart.Spread(["a", "b"], ("", some)).Data[0]!["name"]!.GetValue<string>());
        Assert.EndsWith("(2 to 4); 1 of 3 broke down.", lines.AltText, StringComparison.Ordinal);
    }

    [Fact]
    public void Starts_that_ran_over_other_settings_are_refused()
    {
        Assert.Contains("3 places", Error(() => Chart.Spread([1, 2, 3], ("wide", Wide))), StringComparison.Ordinal);
        Assert.Contains("at least one experiment", Error(() => Chart.Spread([1, 2, 3])), StringComparison.Ordinal);
    }

    private static string Error(Action action) => Assert.ThrowsAny<ArgumentException>(action).Message;
}
