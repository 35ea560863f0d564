using System.Text.Json.Nodes;
using NeuroLab.Charts;

namespace NeuroLab.PlotlyNet;

/// <summary>Carries what makes a figure move through a chart that has no place for it: inside <c>layout.meta</c>.</summary>
internal static class PackedMotion
{
    private const string Key = "neurolab";

    // Without frames these would be controls that do nothing.
    private static readonly string[] controls = ["sliders", "updatemenus"];

    /// <summary>Moves frames and their controls into <c>meta</c>; a layout without frames stays as it is.</summary>
    public static void Pack(JsonObject layout, JsonArray frames)
    {
        if (frames.Count == 0)
            return;
        JsonObject packed = new() { ["frames"] = frames.DeepClone() };
        foreach (string name in controls)
        {
            if (!layout.Remove(name, out JsonNode? control))
                continue;
            packed[name] = control;
        }

        if (layout["meta"] is not JsonObject meta)
            layout["meta"] = meta = [];
        meta[Key] = packed;
    }

    /// <summary>Brings back what <see cref="Pack"/> moved away. Frames of traces that are gone are left out with their controls.</summary>
    public static void Unpack(Figure figure)
    {
        if (figure.Layout["meta"] is not JsonObject meta || !meta.Remove(Key, out JsonNode? node) || node is not JsonObject packed)
            return;
        JsonArray frames = packed["frames"]!.AsArray();
        if (frames.Any(frame => frame!["traces"] is JsonArray traces && traces.Any(trace => trace!.GetValue<int>() >= figure.Data.Count)))
            return;
        foreach (JsonNode? frame in frames)
            figure.Frames.Add(frame!.DeepClone());
        foreach (string name in controls)
        {
            if (packed[name] is not JsonArray packedControls)
                continue;
            JsonArray all = figure.Layout[name] as JsonArray ?? [];
            foreach (JsonNode? control in packedControls)
                all.Add(control!.DeepClone());
            figure.Layout[name] = all;
        }
    }
}
