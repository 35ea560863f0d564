using System.Text.Json.Nodes;

namespace NeuroLab.Charts;

/// <summary>Puts the label of each reference line where it covers the least of what is drawn.</summary>
/// <remarks>What is free in a plot as small as a phone's is free in a larger one, since a label stays at its end of the line.</remarks>
internal static class LineLabels
{
    private const double PlotWidth = 240, PlotHeight = 190, LetterWidth = 7, LineHeight = 19;

    // Of places that cover as little, the first is taken.
    private static readonly string[] along = ["end", "start", "middle"];

    public static void Place(Figure figure, JsonObject layout, JsonArray frames)
    {
        JsonObject[] labelled = [.. frames.Select(frame => frame?["layout"]?["shapes"]).Prepend(layout["shapes"]).OfType<JsonArray>()
            .SelectMany(shapes => shapes.OfType<JsonObject>()).Where(WantsPlace)];
        if (labelled.Length == 0)
            return;
        JsonObject[] traces = [.. Drawn(figure.Data, frames)];
        // The frames of an animation have their lines between the same axes.
        foreach (var between in labelled.GroupBy(shape => (X: $"{shape["xref"]}", Y: $"{shape["yref"]}")))
        {
            PlotArea area = new(layout, traces, between.Key.X, between.Key.Y);
            foreach (var shape in between)
                Place(shape, area);
        }
    }

    /// <summary>A label that says where it stands was put there by hand.</summary>
    private static bool WantsPlace(JsonObject shape) =>
        $"{shape["type"]}" == "line" && shape["label"] is JsonObject label && label["text"] is not null && label["textposition"] is null && (Spans(shape, "x") || Spans(shape, "y"));

    private static bool Spans(JsonObject line, string letter) =>
        line[letter + "ref"]?.ToString().EndsWith(" domain", StringComparison.Ordinal) == true && line[letter == "x" ? "y0" : "x0"].Number() is not null;

    private static void Place(JsonObject shape, PlotArea area)
    {
        var label = (JsonObject)shape["label"]!;
        double width = Math.Min(1, label["text"]!.GetValue<string>().Length * LetterWidth / PlotWidth), height = LineHeight / PlotHeight;
        var best = (Spans(shape, "x") ? BesideHorizontal(area.Y(shape["y0"]), width, height) : BesideVertical(area.X(shape["x0"]), width, height))
            .MinBy(place => place.Box.Outside ? int.MaxValue : area.Covered(place.Box));
        (label["textposition"], label["xanchor"], label["yanchor"]) = (best.Position, best.XAnchor, best.YAnchor);
    }

    private static IEnumerable<(string Position, string XAnchor, string YAnchor, Box Box)> BesideHorizontal(double y, double width, double height) =>
        from position in along
        let left = position switch { "start" => 0, "end" => 1 - width, _ => (1 - width) / 2 }
        from above in (bool[])[true, false]
        select (position, position switch { "start" => "left", "end" => "right", _ => "center" }, above ? "bottom" : "top",
            new Box(left, above ? y : y - height, width, height));

    private static IEnumerable<(string Position, string XAnchor, string YAnchor, Box Box)> BesideVertical(double x, double width, double height) =>
        from position in along
        let low = position switch { "start" => 0, "end" => 1 - height, _ => (1 - height) / 2 }
        // There is more room on the side of the middle.
        from right in (bool[])[x <= 0.5, x > 0.5]
        select (position, right ? "left" : "right", position switch { "start" => "bottom", "end" => "top", _ => "middle" },
            new Box(right ? x : x - width, low, width, height));

    /// <summary>The traces, and what each frame makes of them.</summary>
    private static IEnumerable<JsonObject> Drawn(JsonArray data, JsonArray frames)
    {
        foreach (var trace in data.OfType<JsonObject>())
            yield return trace;
        foreach (var frame in frames)
        {
            foreach (var (changes, index) in (frame?["data"] as JsonArray ?? []).Zip(frame?["traces"] as JsonArray ?? []))
            {
                var trace = (JsonObject)data[index!.GetValue<int>()]!.DeepClone();
                foreach (var (name, value) in (JsonObject)changes!)
                    trace[name] = value?.DeepClone();
                yield return trace;
            }
        }
    }

    /// <summary>A part of the plot, whose sides go from 0 to 1.</summary>
    internal readonly record struct Box(double Left, double Low, double Width, double Height)
    {
        public bool Outside => Left < -1e-9 || Low < -1e-9 || Left + Width > 1 + 1e-9 || Low + Height > 1 + 1e-9;

        public bool Holds((double X, double Y) point) =>
            point.X >= Left && point.X <= Left + Width && point.Y >= Low && point.Y <= Low + Height;
    }
}
