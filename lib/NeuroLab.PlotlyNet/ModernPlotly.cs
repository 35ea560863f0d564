using System.Text.Json;
using System.Text.Json.Nodes;

namespace NeuroLab.PlotlyNet;

/// <summary>
/// Rewrites what Plotly.NET writes for plotly.js 2 where plotly.js 4 reads it no longer: a title that is a text alone. And numbers
/// that are none, which Plotly.NET writes as texts, become gaps.
/// </summary>
internal static class ModernPlotly
{
    /// <summary>A trace as plotly.js 4 takes it.</summary>
    public static JsonObject Trace(JsonObject trace)
    {
        var copy = (JsonObject)trace.DeepClone();
        WithTitleObjects(copy);
        WithGaps(copy);
        return copy;
    }

    /// <summary>A layout as plotly.js 4 takes it.</summary>
    public static JsonObject Layout(JsonObject layout)
    {
        var copy = (JsonObject)layout.DeepClone();
        WithTitleObjects(copy);
        return copy;
    }

    private static void WithTitleObjects(JsonNode? node)
    {
        if (node is JsonArray items)
        {
            foreach (JsonNode? item in items)
                WithTitleObjects(item);
        }

        if (node is not JsonObject members)
            return;
        foreach (string name in members.Select(member => member.Key).ToArray())
        {
            if (name == "title" && members[name]?.GetValueKind() == JsonValueKind.String)
                members[name] = new JsonObject { ["text"] = members[name]!.DeepClone() };
            else if (name != "meta")
                WithTitleObjects(members[name]);
        }
    }

    private static void WithGaps(JsonNode? node)
    {
        if (node is JsonObject members)
        {
            foreach (JsonNode? member in members.Select(member => member.Value).ToArray())
                WithGaps(member);
        }

        if (node is not JsonArray items)
            return;
        // A list without any number may well hold the word NaN as a label.
        bool holdsNumbers = items.Any(item => item?.GetValueKind() == JsonValueKind.Number);
        for (int i = 0; i < items.Count; i++)
        {
            if (holdsNumbers && items[i]?.GetValueKind() == JsonValueKind.String && items[i]!.GetValue<string>() is "NaN" or "Infinity" or "-Infinity")
                items[i] = null;
            else
                WithGaps(items[i]);
        }
    }
}
