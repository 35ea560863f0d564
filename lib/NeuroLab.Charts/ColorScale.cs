using System.Text.Json.Nodes;

namespace NeuroLab.Charts;

/// <summary>Chooses the colours of cells and surfaces.</summary>
internal static class ColorScale
{
    /// <summary>Sets a trace's colour scale; symmetric around 0 when asked for, or when there are negative numbers.</summary>
    /// <returns>Whether the scale is symmetric around 0.</returns>
    public static bool Apply(JsonObject trace, IEnumerable<double> values, bool? signed, bool grey = false)
    {
        double[] finite = Values.Finite(values);
        double low = finite.Length == 0 ? 0 : finite.Min(), high = finite.Length == 0 ? 1 : finite.Max();
        bool symmetric = signed ?? low < 0;
        if (symmetric)
        {
            SetSigned(trace, Math.Max(Math.Abs(low), Math.Abs(high)));
        }
        else
        {
            Set(trace, grey ? Palette.Grey() : Palette.Sequential(), grey ? Math.Min(low, 0) : low, high);
            if (!grey)
                Mark(trace, "sequential");
        }
        return symmetric;
    }

    /// <summary>Blue below zero, orange above, and zero in the middle.</summary>
    public static void SetSigned(JsonObject trace, double largest)
    {
        double limit = largest > 0 ? largest : 1;
        Set(trace, Palette.Signed(), -limit, limit);
        Mark(trace, "signed");
    }

    /// <summary>Lets the page turn the pale colours of a scale dark in its dark theme.</summary>
    public static void Mark(JsonObject trace, string scale) => trace.Child("meta")["scale"] = scale;

    public static bool IsSigned(JsonNode trace) => trace["meta"] is JsonObject meta && meta["scale"]?.GetValue<string>() == "signed";

    /// <summary>Shows no scale beside the plot, for numbers that are printed or that only compare.</summary>
    public static void Hide(JsonNode trace)
    {
        trace["showscale"] = false;
        ((JsonObject)trace).Remove("colorbar");
    }

    public static void Set(JsonObject trace, JsonArray scale, double low, double high)
    {
        trace["colorscale"] = scale;
        trace["zmin"] = low;
        trace["zmax"] = high > low ? high : low + 1;
        trace["colorbar"] = new JsonObject { ["thickness"] = 14, ["outlinewidth"] = 0, ["x"] = 1.01, ["xpad"] = 4 };
    }
}
