namespace NeuroLab.Charts.Tests.Charts;

public sealed class MenuTests
{
    [Fact]
    public void A_menu_has_a_button_for_each_choice_and_no_slider()
    {
        var figure = Chart.Menu([("low", Chart.Line([1, 2])), ("high", Chart.Line([1, 200]))], "rate");
        var menu = figure.Layout["updatemenus"]![0]!;

        Assert.Equal("rate", menu["name"]!.GetValue<string>());
        Assert.Equal(["low", "high"], menu["buttons"]!.AsArray().Select(button => button!["label"]!.GetValue<string>()));
        Assert.Null(figure.Layout["sliders"]);
        Assert.Contains("2 choices in a menu", figure.AltText, StringComparison.Ordinal);
        Assert.True(figure.Layout["yaxis"]!["range"]![1].Number() > 200);
    }

    [Fact]
    public void Two_sliders_have_a_frame_for_each_pair_the_second_varying_fastest()
    {
        var figure = Chart.TwoSliders(("a", [1, 2]), ("b", [3, 4, 5]), (a, b) => Chart.Line([a, b]));

        Assert.Equal(6, figure.Frames.Count);
        Assert.Equal("a 1, b 4", figure.Frames[1]!["name"]!.GetValue<string>());
        Assert.Equal(["3", "4", "5"], figure.Layout["meta"]!["controls"]![1]!["labels"]!.AsArray().Select(label => label!.GetValue<string>()));
    }

    [Fact]
    public void Two_sliders_with_too_many_pairs_say_how_many_there_are() =>
        Assert.Contains("7 values of a and 6 of b make 42", Assert.Throws<ArgumentException>(() => Chart.TwoSliders(
            ("a", [.. Enumerable.Range(0, 7).Select(i => (double)i)]), ("b", [.. Enumerable.Range(0, 6).Select(i => (double)i)]), (a, b) => Chart.Line([a, b]))).Message,
            StringComparison.Ordinal);

    [Fact]
    public void Frames_that_would_be_too_large_become_fewer()
    {
        var figure = Chart.Animate(Enumerable.Range(0, 30).Select(e =>
            ($"epoch {e}", Chart.Heatmap(Gallery.Matrix(50, 50, (r, c) => Math.Sin((r * c) + e))))));

        Assert.InRange(figure.Frames.Count, 8, 20);
        Assert.True(figure.ToJson().Length <= 300_000);
        Assert.Equal("epoch 29", figure.Frames[^1]!["name"]!.GetValue<string>());
    }
}
