using System.Text.Json.Nodes;

namespace NeuroLab.Charts;

/// <summary>What every figure starts from. Colours of text, grid and ground come from the page's theme, when it is drawn.</summary>
internal static class FigureDefaults
{
    public const string FontFamily = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', sans-serif";

    public static JsonObject Layout() => new()
    {
        ["title"] = new JsonObject { ["text"] = "", ["x"] = 0.02, ["xanchor"] = "left" },
        ["font"] = new JsonObject { ["family"] = FontFamily, ["size"] = 13 },
        ["height"] = 420,
        ["margin"] = new JsonObject { ["l"] = 60, ["r"] = 20, ["t"] = 60, ["b"] = 50 },
        ["xaxis"] = Axis(),
        ["yaxis"] = Axis(),
        ["hovermode"] = "closest",
        ["meta"] = new JsonObject { ["description"] = "" },
    };

    /// <summary>Above the plot, in as many lines as it needs.</summary>
    public static JsonObject Legend() => new()
    {
        ["orientation"] = "h",
        ["x"] = 0,
        ["xanchor"] = "left",
        ["y"] = 1.02,
        ["yanchor"] = "bottom",
    };

    public static JsonObject Axis() => new()
    {
        ["automargin"] = true,
        ["zeroline"] = false,
        ["ticks"] = "outside",
    };

    public static JsonObject AxisTitle(string text) =>
        new() { ["text"] = text, ["standoff"] = 10, ["font"] = new JsonObject { ["size"] = 14 } };

    public static JsonObject Config() => new()
    {
        ["responsive"] = true,
        ["displaylogo"] = false,
        ["modeBarButtonsToRemove"] = new JsonArray("lasso2d", "select2d", "autoScale2d", "zoomIn2d", "zoomOut2d", "sendChartToCloud"),
    };
}
