using System.Text.Json.Nodes;

namespace NeuroLab.Charts;

/// <summary>Makes one legend of the legends of several panels.</summary>
internal static class PanelLegend
{
    /// <summary>
    /// What has the name of something in an earlier panel gets its look, and what has another name gets another colour, or it would seem to
    /// be the same. A path keeps its colour, which is chosen for the surface below it.
    /// </summary>
    public static void Match(Figure figure, Figure earlier)
    {
        JsonObject[] seen = [.. Named(earlier)], own = [.. Named(figure)];
        Dictionary<string, string> colors = [];
        foreach (var trace in own)
        {
            if (Array.Find(seen, other => IsSame(other, trace)) is not { } twin)
                continue;
            colors.TryAdd(ColorOf(trace)!, ColorOf(twin)!);
            foreach (var (part, member) in new[] { ("line", "dash"), ("marker", "symbol") })
            {
                if (trace[part] is JsonObject look && twin[part]?[member] is { } value)
                    look[member] = value.DeepClone();
            }
        }
        HashSet<string> taken = [.. seen.Select(trace => ColorOf(trace)!)];
        foreach (string color in own.Select(trace => ColorOf(trace)!).Where(color => !colors.ContainsKey(color)).Distinct().ToArray())
        {
            colors[color] = taken.Contains(color) ? Palette.Series.FirstOrDefault(free => !taken.Contains(free)) ?? color : color;
            taken.Add(colors[color]);
        }
        foreach (var part in figure.Data.SelectMany(trace => new[] { trace!["line"], trace["marker"], trace["marker"]?["line"] }).OfType<JsonObject>())
        {
            if (part["color"] is JsonValue value && value.TryGetValue(out string? color) && colors.TryGetValue(color, out string? other))
                part["color"] = other;
        }
    }

    private static bool IsSame(JsonObject one, JsonObject other) =>
        JsonNode.DeepEquals(one["name"], other["name"]) && JsonNode.DeepEquals(one["mode"], other["mode"]);

    /// <summary>The lines and points that have a name and a colour of the palette.</summary>
    private static IEnumerable<JsonObject> Named(Figure figure) => figure.Data.OfType<JsonObject>().Where(trace =>
        trace["name"]?.GetValue<string>().Length > 0 && trace["mode"]?.GetValue<string>() is "lines" or "markers" && Palette.Series.Contains(ColorOf(trace)));

    private static string? ColorOf(JsonObject trace) =>
        (trace["line"] ?? trace["marker"])?["color"] is JsonValue color && color.TryGetValue(out string? text) ? text : null;

    /// <summary>What has the same name and look in several panels stands in the legend once, and its entry shows and hides all of it.</summary>
    public static void Share(JsonObject trace, Figure result)
    {
        if (trace["showlegend"]?.GetValue<bool>() != true || result.Data.FirstOrDefault(other => LookAlike((JsonObject)other!, trace)) is not { } first)
            return;
        string group = trace["name"]!.GetValue<string>();
        first["legendgroup"] = group;
        trace["legendgroup"] = group;
        trace["showlegend"] = false;
    }

    private static readonly string[] looks = ["name", "type", "mode", "line"];
    private static readonly string[] markerLooks = ["color", "symbol"];

    private static bool LookAlike(JsonObject one, JsonObject other) =>
        one["showlegend"]?.GetValue<bool>() == true
        && Array.TrueForAll(looks, part => JsonNode.DeepEquals(one[part], other[part]))
        && Array.TrueForAll(markerLooks, part => JsonNode.DeepEquals(one["marker"]?[part], other["marker"]?[part]));
}
