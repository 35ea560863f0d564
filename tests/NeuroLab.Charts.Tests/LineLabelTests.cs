using System.Text.Json.Nodes;

namespace NeuroLab.Charts.Tests;

public sealed class LineLabelTests
{
    [Fact]
    public void A_label_stands_above_the_right_end_of_its_line_where_that_is_free() =>
        Assert.Equal("end right bottom", Place(Chart.Line([5, 0, 0, 0, 0]).WithHorizontalLine(2, "limit")));

    [Fact]
    public void A_label_gives_way_to_a_line_above_it_and_below_it()
    {
        Assert.Equal("end right top", Place(Chart.Line([9.0, 2.4, 2.3]).WithRange(y: (0, 9)).WithHorizontalLine(2, "limit")));
        Assert.Equal("end right top", Place(Chart.Line([9.0, 2.4, 2.3]).WithRange(y: (0, 9)).WithHorizontalLine(8.9, "limit")));
        Assert.Equal("start left top", Place(Chart.Line([0, 1], [-4, 4]).WithHorizontalLine(4, "limit")));
    }

    [Fact]
    public void Lines_are_in_the_way_between_their_points_too() =>
        Assert.Equal("end right top", Place(Chart.Line([0, 1], [2.2, 2.2]).WithRange(y: (0, 9)).WithHorizontalLine(2, "limit")));

    [Fact]
    public void Lines_drawn_after_the_label_and_axes_set_after_it_count()
    {
        var figure = new Figure().WithHorizontalLine(0.001, "0.001").WithLogY();

        Assert.Equal("end right bottom", Place(figure.Copy().AddLine([0, 1], [1, 0.00001])));
        Assert.Equal("end right top", Place(figure.AddLine([0, 1], [1, 0.0011]).WithRange(y: (1e-5, 1))));
    }

    [Fact]
    public void A_label_of_a_line_down_the_figure_stands_on_the_side_with_more_room()
    {
        Assert.Equal("end left top", Place(Chart.Line([0, 1, 2, 3, 4]).WithVerticalLine(1, "best")));
        Assert.Equal("end right top", Place(Chart.Line([4, 3, 2, 1, 0]).WithVerticalLine(3, "best")));
        Assert.Equal("start right bottom", Place(Chart.Line([0, 1, 2, 4, 4, 4]).WithVerticalLine(4, "best")));
    }

    [Fact]
    public void A_label_in_a_panel_looks_at_its_own_panel_and_at_all_frames()
    {
        Figure free = Chart.Line([9.0, 0, 0]).WithRange(y: (0, 9)).WithHorizontalLine(2, "limit");
        Figure taken = Chart.Line([9.0, 2.4, 2.3]).WithRange(y: (0, 9)).WithHorizontalLine(2, "limit");

        var both = Chart.SideBySide(free, taken);
        Assert.Equal(("end right bottom", "end right top"), (Place(both), Place(both, 1)));
        Assert.Equal("end right top", Place(Chart.Animate([("one", free), ("two", taken)])));
    }

    [Fact]
    public void Bars_are_in_the_way() =>
        Assert.Equal("start left bottom", Place(Chart.Bar(["a", "b", "c", "d", "e"], [0, 0, 9, 9, 9]).WithHorizontalLine(4, "limit")));

    [Fact]
    public void Labels_that_were_placed_by_hand_and_those_of_other_shapes_stay()
    {
        var figure = Chart.Line([1, 2]);
        figure.Layout["shapes"] = JsonNode.Parse("""
            [{ "type": "line", "xref": "x domain", "x0": 0, "x1": 1, "y0": 1, "y1": 1, "label": { "text": "a", "textposition": "middle" } },
             { "type": "rect", "xref": "x domain", "x0": 0, "x1": 1, "y0": 1, "y1": 2, "label": { "text": "b" } }]
            """);

        Assert.Equal(("middle  ", "  "), (Place(figure), Place(figure, 1)));
    }

    private static string Place(Figure figure, int line = 0)
    {
        var label = JsonNode.Parse(figure.ToJson())!["layout"]!["shapes"]![line]!["label"]!;
        return $"{label["textposition"]} {label["xanchor"]} {label["yanchor"]}";
    }
}
