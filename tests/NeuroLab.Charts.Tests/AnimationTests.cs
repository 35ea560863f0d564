using System.Text.Json.Nodes;

namespace NeuroLab.Charts.Tests;

public sealed class AnimationTests
{
    [Fact]
    public void What_looks_alike_in_several_panels_stands_in_the_legend_once()
    {
        var figure = Chart.SideBySide(
            Chart.Line([1, 2], ("plain", [1, 2]), ("momentum", [2, 1])), Chart.Line([1, 2], ("plain", [3, 4]), ("other", [4, 3])));

        Assert.Equal([true, true, false, true], figure.Data.Select(trace => trace!["showlegend"]!.GetValue<bool>()));
        Assert.Equal("plain", figure.Data[2]!["legendgroup"]!.GetValue<string>());
        Assert.Equal("plain", figure.Data[0]!["legendgroup"]!.GetValue<string>());
    }

    [Fact]
    public void Thirty_frames_are_kept_evenly_with_first_and_last()
    {
        var figure = Chart.Animate(Enumerable.Range(0, 101).Select(e => ($"epoch {e}", Chart.Line([1, 2], [0, e]))));
        string[] names = [.. figure.Frames.Select(f => f!["name"]!.GetValue<string>())];

        Assert.Equal(30, names.Length);
        Assert.Equal("epoch 0", names[0]);
        Assert.Equal("epoch 100", names[^1]);
        Assert.Equal(names, figure.Layout["sliders"]![0]!["steps"]!.AsArray().Select(s => s!["label"]!.GetValue<string>()));
        Assert.Contains("30 frames", figure.AltText, StringComparison.Ordinal);
        Assert.Contains("chosen from 101", figure.AltText, StringComparison.Ordinal);
    }

    [Fact]
    public void Axes_hold_the_data_of_all_frames()
    {
        var figure = Chart.Animate([("a", Chart.Line([0, 1], [0, 1])), ("b", Chart.Line([0, 1], [-50, 100]))]);
        double[] range = [.. figure.Layout["yaxis"]!["range"].Numbers()];

        Assert.True(range[0] < -50 && range[1] > 100);
        Assert.All(figure.Frames, frame => Assert.Null(frame!["layout"]?["yaxis"]));
    }

    [Fact]
    public void Colours_mean_the_same_in_all_frames()
    {
        var figure = Chart.Animate([("a", Chart.Heatmap(new double[,] { { 0, 1 } })), ("b", Chart.Heatmap(new double[,] { { -4, 2 } }))]);

        Assert.Equal((-4, 4), (figure.Data[0]!["zmin"].Number(), figure.Data[0]!["zmax"].Number()));
        Assert.All(figure.Frames, frame => Assert.Null(frame!["data"]![0]!["zmin"]));
    }

    [Fact]
    public void Frames_hold_only_what_changes()
    {
        var figure = Chart.Animate([("a", Chart.Scatter([1], [1], "data").AddLine([0, 1], [0, 1])), ("b", Chart.Scatter([1], [1], "data").AddLine([0, 1], [0, 2]))]);
        var frame = (JsonObject)figure.Frames[1]!;

        Assert.Equal([1], frame["traces"]!.AsArray().Select(t => t!.GetValue<int>()));
        Assert.Equal(["type", "y"], frame["data"]![0]!.AsObject().Select(member => member.Key));
    }

    [Fact]
    public void The_given_figures_stay_as_they_are()
    {
        var first = Chart.Line([1, 2]);
        Chart.Animate([("a", first), ("b", Chart.Line([1, 200]))], "Title");

        Assert.Equal(Chart.Line([1, 2]).ToJson(), first.ToJson());
    }

    [Fact]
    public void A_slider_has_no_play_button()
    {
        Assert.Null(Gallery.All["slider"]().Layout["updatemenus"]);
        Assert.NotNull(Gallery.All["animation-line"]().Layout["updatemenus"]);
    }

    [Fact]
    public void Figures_of_different_kinds_are_refused_by_label() =>
        Assert.Contains("frame \"a\" holds scatter, frame \"b\" bar", Error(("a", Chart.Line([1, 2])), ("b", Chart.Histogram([1, 2]))), StringComparison.Ordinal);

    [Fact]
    public void Labels_that_come_twice_are_refused() =>
        Assert.Contains("\"a\" is there 2 times", Error(("a", Chart.Line([1, 2])), ("a", Chart.Line([1, 2]))), StringComparison.Ordinal);

    [Fact]
    public void No_frames_are_refused() => Assert.Contains("nothing to animate", Error(), StringComparison.Ordinal);

    [Fact]
    public void Panels_get_axes_of_their_own_and_keep_their_titles()
    {
        var figure = Chart.SideBySide(Chart.Line([1, 2]).WithTitle("left"), Chart.Heatmap(new double[,] { { 1 } }).WithTitle("right").WithHorizontalLine(0));

        Assert.Equal(["x", "x2"], figure.Data.Select(t => t!["xaxis"]!.GetValue<string>()));
        Assert.Equal(["left", "right"], figure.Layout["annotations"]!.AsArray().Select(a => a!["text"]!.GetValue<string>()));
        Assert.Equal("x2 domain", figure.Layout["shapes"]![0]!["xref"]!.GetValue<string>());
        Assert.Contains("Panel 2, right:", figure.AltText, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => Chart.SideBySide(figure, figure));
    }

    private static string Error(params (string, Figure)[] frames) => Assert.Throws<ArgumentException>(() => Chart.Animate(frames)).Message;
}
