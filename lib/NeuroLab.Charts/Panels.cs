using System.Globalization;
using System.Text.Json.Nodes;

namespace NeuroLab.Charts;

/// <summary>Puts several figures into one, each in a panel with axes of its own.</summary>
internal static class Panels
{
    private const double GapBetweenColumns = 0.11;
    private const double GapBetweenRows = 0.2;
    private const double RoomForColorBar = 0.07;
    private const int TitleLineLength = 34;
    private const int RoomAroundPlot = 110;

    public static Figure Make(Figure[] figures, int columns, string title)
    {
        Check(figures);
        columns = Math.Min(columns, figures.Length);
        int rows = (figures.Length + columns - 1) / columns;
        var result = new Figure(title);
        var panels = new JsonArray();
        for (int i = 0; i < figures.Length; i++)
        {
            var x = Span(i % columns, columns, GapBetweenColumns);
            var y = Span(rows - 1 - (i / columns), rows, GapBetweenRows);
            if (HasColorBar(figures[i]))
                x.To -= RoomForColorBar;
            panels.Add((JsonNode)Place(figures[i].Copy(), i, x, y, result));
        }
        double tallest = figures.Max(figure => figure.Layout["height"].Number() ?? 420);
        result.Layout["height"] = Math.Min(1000, (rows * (tallest - 40)) + 40);
        var meta = result.Layout.Child("meta");
        meta["panels"] = panels;
        meta["columns"] = columns;
        if (figures.FirstOrDefault(figure => figure.Layout["legend"] is not null)?.Layout["legend"] is { } legend)
        {
            var below = (JsonObject)legend.DeepClone();
            below["y"] = rows == 1 ? -0.2 : -0.1;
            below["yanchor"] = "top";
            result.Layout["legend"] = below;
        }
        result.AltText = string.Join(" ", figures.Select((figure, i) =>
            string.Create(CultureInfo.InvariantCulture, $"Panel {i + 1}{Words.Suffix(", ", figure.Title)}: {figure.AltText}")));
        return result;
    }

    private static void Check(Figure[] figures)
    {
        if (figures.Length == 0)
            throw new ArgumentException("There is nothing to draw: give at least one figure.", nameof(figures));
        if (Array.Find(figures, figure => figure.Layout["meta"]?["panels"] is not null || figure.Frames.Count > 0) is { } nested)
        {
            throw new ArgumentException(
                $"The figure \"{nested.Title}\" is itself a grid or an animation, which can't stand in a panel. " +
                "Put the figures of each step into a grid first, and animate the grids.", nameof(figures));
        }
    }

    /// <summary>Moves a figure's traces, axes, shapes and annotations to a panel, and says where it is, for the page to rearrange.</summary>
    private static JsonObject Place(Figure figure, int index, (double From, double To) x, (double From, double To) y, Figure result)
    {
        string number = index == 0 ? "" : (index + 1).ToString(CultureInfo.InvariantCulture);
        int firstTrace = result.Data.Count;
        PanelLegend.Match(figure, result);
        foreach (var trace in figure.Data)
        {
            var moved = (JsonObject)trace!.DeepClone();
            moved["xaxis"] = "x" + number;
            moved["yaxis"] = "y" + number;
            PanelLegend.Share(moved, result);
            if (moved["colorbar"] is JsonObject bar)
            {
                bar["x"] = x.To + 0.005;
                bar["y"] = (y.From + y.To) / 2;
                bar["len"] = y.To - y.From;
            }
            result.Data.Add((JsonNode)moved);
        }
        foreach (var (letter, span) in new[] { ("x", x), ("y", y) })
        {
            var axis = (JsonObject)figure.Layout.Child(letter + "axis").DeepClone();
            axis["domain"] = new JsonArray(span.From, span.To);
            axis["anchor"] = (letter == "x" ? "y" : "x") + number;
            result.Layout[letter + "axis" + number] = axis;
        }
        foreach (string kind in new[] { "shapes", "annotations" })
        {
            foreach (var item in figure.Layout[kind] as JsonArray ?? [])
                Append(result, kind, MoveReferences((JsonObject)item!.DeepClone(), number));
        }
        if (figure.Title.Length > 0)
            Append(result, "annotations", PanelTitle(figure.Title, number));
        foreach (string name in new[] { "barmode", "bargap" })
        {
            if (figure.Layout[name] is { } value)
                result.Layout[name] = value.DeepClone();
        }
        var panel = new JsonObject
        {
            ["xaxis"] = "xaxis" + number,
            ["yaxis"] = "yaxis" + number,
            ["x"] = new JsonArray(x.From, x.To),
            ["y"] = new JsonArray(y.From, y.To),
        };
        panel["height"] = (figure.Layout["height"].Number() ?? 420) - RoomAroundPlot;
        if (figure.Layout["meta"]?["aspect"].Number() is double aspect)
            panel["aspect"] = aspect;
        if (figure.Layout["meta"]?["square"] is { } square)
            panel["square"] = square.DeepClone();
        if (figure.Layout["meta"]?["grid"]?.DeepClone() is JsonObject grid)
        {
            (grid["trace"], grid["xref"]) = (firstTrace, "x" + number);
            panel["grid"] = grid;
        }
        return panel;
    }

    private static void Append(Figure figure, string kind, JsonObject item)
    {
        if (figure.Layout[kind] is not JsonArray items)
            figure.Layout[kind] = items = [];
        items.Add((JsonNode)item);
    }

    private static JsonObject MoveReferences(JsonObject item, string number)
    {
        foreach (char letter in "xy")
        {
            string name = letter + "ref", reference = item[name]?.GetValue<string>() ?? "paper";
            bool domain = reference == "paper" || reference.EndsWith("domain", StringComparison.Ordinal);
            item[name] = letter + number + (domain ? " domain" : "");
        }
        return item;
    }

    /// <summary>The page finds it by its name, and breaks it into lines that fit.</summary>
    private static JsonObject PanelTitle(string title, string number) => new()
    {
        ["name"] = "panel title",
        ["text"] = Wrap(title),
        ["xref"] = $"x{number} domain",
        ["yref"] = $"y{number} domain",
        ["x"] = 0,
        ["y"] = 1,
        ["yshift"] = 4,
        ["xanchor"] = "left",
        ["yanchor"] = "bottom",
        ["align"] = "left",
        ["showarrow"] = false,
        ["font"] = new JsonObject { ["size"] = 14 },
    };

    private static string Wrap(string title)
    {
        var lines = new List<string> { "" };
        foreach (string word in title.Split(' '))
        {
            if (lines[^1].Length > 0 && lines[^1].Length + word.Length >= TitleLineLength)
                lines.Add("");
            lines[^1] = lines[^1].Length == 0 ? word : $"{lines[^1]} {word}";
        }
        return string.Join("<br>", lines.Select(Words.Escape));
    }

    private static bool HasColorBar(Figure figure) =>
        figure.Data.Any(trace => trace!["colorbar"] is not null && trace["showscale"]?.GetValue<bool>() != false);

    private static (double From, double To) Span(int index, int count, double gap)
    {
        // Many rows share what is there.
        gap = Math.Min(gap, 0.5 / Math.Max(1, count - 1));
        double each = (1 - (gap * (count - 1))) / count;
        double from = index * (each + gap);
        return (from, Math.Min(1, from + each));
    }
}
