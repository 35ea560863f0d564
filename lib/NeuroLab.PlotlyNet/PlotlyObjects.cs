using System.Text.Json;
using System.Text.Json.Nodes;
using Plotly.NET;
using Plotly.NET.LayoutObjects;
using Plotly.NET.TraceObjects;
using DynamicObject = DynamicObj.DynamicObj;

namespace NeuroLab.PlotlyNet;

/// <summary>Makes Plotly.NET's objects from a figure's JSON.</summary>
/// <remarks>
/// Plotly.NET's functions look for objects of its own types: <c>WithXAxisStyle</c> adds to an x axis only where that is a
/// <see cref="LinearAxis"/>, and replaces anything else. So a part gets the type that its name stands for.
/// </remarks>
internal static class PlotlyObjects
{
    private static readonly Dictionary<string, Func<DynamicObject>> parts = new()
    {
        ["coloraxis"] = () => new ColorAxis(),
        ["colorbar"] = () => new ColorBar(),
        ["contours"] = () => new Contours(),
        ["error_x"] = () => new Error(),
        ["error_y"] = () => new Error(),
        ["font"] = () => new Font(),
        ["hoverlabel"] = () => new Hoverlabel(),
        ["legend"] = () => new Legend(),
        ["line"] = () => new Line(),
        ["margin"] = () => new Margin(),
        ["marker"] = () => new Marker(),
        ["scene"] = () => new Scene(),
        ["template"] = () => new Template(),
        ["textfont"] = () => new Font(),
        ["tickfont"] = () => new Font(),
        ["title"] = () => new Title(),
        ["xaxis"] = () => new LinearAxis(),
        ["yaxis"] = () => new LinearAxis(),
        ["zaxis"] = () => new LinearAxis(),
    };

    private static readonly Dictionary<string, Func<IEnumerable<JsonObject>, object>> lists = new()
    {
        ["annotations"] = items => items.Select(item => Fill(new Annotation(), item)).ToArray(),
        ["images"] = items => items.Select(item => Fill(new LayoutImage(), item)).ToArray(),
        ["shapes"] = items => items.Select(item => Fill(new Shape(), item)).ToArray(),
        ["sliders"] = items => items.Select(item => Fill(new Slider(), item)).ToArray(),
        ["updatemenus"] = items => items.Select(item => Fill(new UpdateMenu(), item)).ToArray(),
    };

    /// <summary>A trace of the class that Plotly.NET's functions expect for its type.</summary>
    public static Trace Trace(JsonObject json)
    {
        string type = (string?)json["type"] ?? "scatter";
        Trace trace = type switch
        {
            "scatter3d" or "surface" or "mesh3d" or "cone" or "streamtube" or "volume" or "isosurface" => new Trace3D(type),
            "pie" or "funnelarea" or "sunburst" or "treemap" or "icicle" or "sankey" or "table" or "indicator" or "parcoords" or "parcats" => new TraceDomain(type),
            "scatterpolar" or "scatterpolargl" or "barpolar" => new TracePolar(type),
            _ => new Trace2D(type),
        };
        return Fill(trace, json);
    }

    /// <summary>Gives an object every member of a JSON object.</summary>
    public static T Fill<T>(T target, JsonObject json)
        where T : DynamicObject
    {
        foreach (var (name, value) in json)
        {
            // The type of a trace is set by its constructor.
            if (name != "type" || target is not Plotly.NET.Trace)
                target.SetProperty(name, Value(name, value));
        }

        return target;
    }

    private static object? Value(string name, JsonNode? value) => value switch
    {
        null => null,
        JsonObject part => Fill(PartOf(name), part),
        JsonArray items when lists.TryGetValue(name, out var list) => list(items.OfType<JsonObject>()),
        JsonArray items => items.Select(item => Value("", item)).ToArray(),
        _ => value.GetValueKind() switch
        {
            JsonValueKind.String => value.GetValue<string>(),
            JsonValueKind.True => true,
            JsonValueKind.False => false,
            _ => Number(value.AsValue()),
        },
    };

    // A second axis is called xaxis2.
    private static DynamicObject PartOf(string name) =>
        parts.TryGetValue(name.TrimEnd('0', '1', '2', '3', '4', '5', '6', '7', '8', '9'), out var part) ? part() : new DynamicObject();

    // A whole number stays one: Plotly.NET would write 1.0 for a double.
    private static object Number(JsonValue number) => number.TryGetValue(out long whole) ? (object)whole : number.GetValue<double>();
}
