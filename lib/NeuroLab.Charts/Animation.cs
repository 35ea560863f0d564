using System.Text.Json.Nodes;

namespace NeuroLab.Charts;

/// <summary>Makes one figure with frames out of several figures.</summary>
internal static class Animation
{
    public const int MostFrames = 30;

    /// <summary>The parts of a layout that may change from frame to frame; axes must not, or nothing could be compared.</summary>
    private static readonly string[] changing = ["title", "annotations", "shapes"];

    /// <summary>Where thirty frames would make the figure too large, it gets fewer.</summary>
    private static readonly int[] frameCounts = [MostFrames, 20, 12, 8];

    public static Figure Make(IEnumerable<(string Label, Figure Figure)> frames, string? title, bool playable)
    {
        var all = Checked(frames);
        foreach (int most in frameCounts.Where(count => count < all.Length).Prepend(MostFrames))
        {
            var figure = Play(all, most, title, playable);
            if (figure.IsSmallEnough)
                return figure;
        }
        return Play(all, frameCounts[^1], title, playable);
    }

    /// <summary>The same, with a menu instead of a slider.</summary>
    public static Figure MakeMenu(IEnumerable<(string Label, Figure Figure)> choices, string name, string? title)
    {
        var figure = Play(Checked(choices), MostFrames, title, playable: false);
        var steps = figure.Layout["sliders"]![0]!["steps"]!.AsArray();
        figure.Layout.Remove("sliders");
        figure.Layout["updatemenus"] = new JsonArray(new JsonObject
        {
            ["name"] = name,
            ["buttons"] = steps.DeepClone(),
            ["x"] = 0,
            ["xanchor"] = "left",
            ["y"] = 1.15,
        });
        figure.AltText = figure.AltText.Replace("frames behind a slider", "choices in a menu", StringComparison.Ordinal);
        return figure;
    }

    private static (string Label, Figure Figure)[] Checked(IEnumerable<(string Label, Figure Figure)> frames)
    {
        ArgumentNullException.ThrowIfNull(frames);
        (string Label, Figure Figure)[] all = [.. frames];
        Check(all);
        return all;
    }

    private static Figure Play((string Label, Figure Figure)[] given, int most, string? title, bool playable)
    {
        (string Label, Figure Figure)[] all = [.. given.Select(frame => (frame.Label, frame.Figure.Copy()))];
        int[] kept = Thinning.Evenly(all.Length, most);
        (string Label, Figure Figure)[] shown = [.. kept.Select(i => all[i])];
        Figure[] figures = [.. shown.Select(frame => frame.Figure)];
        if (title is not null)
        {
            foreach (var figure in figures)
                figure.Title = title;
        }
        CommonScales.Apply(figures);

        var result = figures[0].Copy();
        foreach (var (label, figure) in shown)
            result.Frames.Add((JsonNode)Frame(label, figure, result, figures));
        result.Layout["sliders"] = new JsonArray(SliderOf(shown.Select(frame => frame.Label)));
        if (playable)
            result.Layout["updatemenus"] = new JsonArray(Buttons());
        result.AltText = Words.Join(
            $"{Words.Count(shown.Length, "frame")} behind a slider, from \"{shown[0].Label}\" to \"{shown[^1].Label}\"" +
            (kept.Length < all.Length ? $", chosen from {all.Length}." : "."),
            $"First: {figures[0].AltText}",
            shown.Length > 1 ? $"Last: {figures[^1].AltText}" : "");
        return result;
    }

    private static void Check((string Label, Figure Figure)[] frames)
    {
        if (frames.Length == 0)
            throw new ArgumentException("There is nothing to animate: give at least one pair of a label and a figure.", nameof(frames));
        if (frames.GroupBy(frame => frame.Label).FirstOrDefault(group => group.Count() > 1) is { } twice)
            throw new ArgumentException($"Each frame has a label of its own, but \"{twice.Key}\" is there {twice.Count()} times.", nameof(frames));
        string kinds = Kinds(frames[0].Figure);
        foreach (var (label, figure) in frames)
        {
            if (Kinds(figure) != kinds)
            {
                throw new ArgumentException(
                    $"The figures of an animation hold the same kinds of traces; frame \"{frames[0].Label}\" holds {kinds}, frame \"{label}\" {Kinds(figure)}.", nameof(frames));
            }

            if (figure.Frames.Count > 0)
                throw new ArgumentException($"Frame \"{label}\" is itself an animation. Give figures that stand still.", nameof(frames));
        }
    }

    private static string Kinds(Figure figure) =>
        string.Join(", ", figure.Data.Select(trace => trace!["type"]!.GetValue<string>()));

    /// <summary>A frame holds only what changes, so that thirty of them stay small.</summary>
    private static JsonObject Frame(string label, Figure figure, Figure shownFirst, Figure[] all)
    {
        var traces = new JsonArray();
        var data = new JsonArray();
        for (int i = 0; i < figure.Data.Count; i++)
        {
            var changes = new JsonObject();
            foreach (var (name, value) in (JsonObject)figure.Data[i]!)
            {
                if (all.Any(other => !JsonNode.DeepEquals(other.Data[i]![name], value)))
                    changes[name] = value?.DeepClone();
            }
            if (changes.Count == 0)
                continue;
            // Plotly finds the kind of a trace by its type, also in a frame.
            changes.Insert(0, "type", figure.Data[i]!["type"]!.DeepClone());
            data.Add((JsonNode)changes);
            traces.Add((JsonNode)i);
        }
        var layout = new JsonObject();
        foreach (string name in changing)
        {
            if (all.Any(other => !JsonNode.DeepEquals(other.Layout[name], shownFirst.Layout[name])))
                layout[name] = figure.Layout[name]?.DeepClone();
        }
        var frame = new JsonObject { ["name"] = label, ["data"] = data, ["traces"] = traces };
        if (layout.Count > 0)
            frame["layout"] = layout;
        return frame;
    }

    private static JsonObject SliderOf(IEnumerable<string> labels) => new()
    {
        ["active"] = 0,
        ["pad"] = new JsonObject { ["t"] = 50 },
        ["currentvalue"] = new JsonObject { ["visible"] = true },
        ["steps"] = new JsonArray([.. labels.Select(label => (JsonNode)new JsonObject
        {
            ["label"] = label,
            ["method"] = "animate",
            ["args"] = new JsonArray(new JsonArray(label), AtOnce(0)),
        })]),
    };

    private static JsonObject Buttons() => new()
    {
        ["type"] = "buttons",
        ["showactive"] = false,
        ["direction"] = "left",
        ["x"] = 0,
        ["xanchor"] = "left",
        ["y"] = -0.35,
        ["buttons"] = new JsonArray(
            new JsonObject { ["label"] = "Play", ["method"] = "animate", ["args"] = new JsonArray(null, FromHere(300)) },
            new JsonObject { ["label"] = "Pause", ["method"] = "animate", ["args"] = new JsonArray(new JsonArray((JsonNode?)null), AtOnce(0)) }),
    };

    private static JsonObject AtOnce(int milliseconds) => new()
    {
        ["mode"] = "immediate",
        ["frame"] = new JsonObject { ["duration"] = milliseconds, ["redraw"] = true },
        ["transition"] = new JsonObject { ["duration"] = 0 },
    };

    private static JsonObject FromHere(int milliseconds)
    {
        var settings = AtOnce(milliseconds);
        settings["fromcurrent"] = true;
        return settings;
    }
}
