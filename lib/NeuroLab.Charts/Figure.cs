using System.Text.Json.Nodes;
using NeuroLab.Display;

namespace NeuroLab.Charts;

/// <summary>
/// A chart: a Plotly figure as plotly.js takes it, with a title that states what to see and a text for those who can't see it.
/// </summary>
/// <remarks>
/// The class <see cref="Chart"/> makes figures; one can also be made by hand from Plotly's own properties.
/// The methods that begin with With and Add change the figure and return it, so that they can be chained.
/// </remarks>
/// <example>
/// <code>
/// var figure = new Figure("Squares grow ever faster");
/// figure.Data.Add(JsonNode.Parse("""{ "type": "bar", "x": [1, 2, 3], "y": [1, 4, 9] }"""));
/// figure.AltText = "Bars of height 1, 4 and 9.";
/// </code>
/// </example>
[TypeFormatterSource(typeof(FigureFormatterSource), PreferredMimeTypes = [MimeTypes.Html, MimeTypes.Plotly, MimeTypes.Text])]
public sealed partial class Figure
{
    /// <summary>Makes a figure that holds no traces yet.</summary>
    /// <param name="title">What to see in the figure.</param>
    public Figure(string title = "")
    {
        Layout = FigureDefaults.Layout();
        Config = FigureDefaults.Config();
        Title = title;
    }

    private Figure(Figure other)
    {
        Data = (JsonArray)other.Data.DeepClone();
        Layout = (JsonObject)other.Layout.DeepClone();
        Frames = (JsonArray)other.Frames.DeepClone();
        Config = (JsonObject)other.Config.DeepClone();
    }

    /// <summary>The traces, as Plotly's <c>data</c>.</summary>
    public JsonArray Data { get; } = [];

    /// <summary>Axes, legend, title, sliders, as Plotly's <c>layout</c>.</summary>
    public JsonObject Layout { get; }

    /// <summary>The frames of an animation, as Plotly's <c>frames</c>; empty in a chart that stands still.</summary>
    public JsonArray Frames { get; } = [];

    /// <summary>How the chart behaves, as Plotly's <c>config</c>.</summary>
    public JsonObject Config { get; }

    /// <summary>The title: what to see in the figure.</summary>
    public string Title
    {
        get => Layout["title"]?["text"]?.GetValue<string>() ?? "";
        set => Layout.Child("title")["text"] = value;
    }

    /// <summary>What the figure shows, in words. Kept in <c>layout.meta.description</c>, so it goes where the figure goes.</summary>
    public string AltText
    {
        get => Layout["meta"]?["description"]?.GetValue<string>() ?? "";
        set => Layout.Child("meta")["description"] = value;
    }

    /// <summary>
    /// The figure as JSON: an object with data, layout, frames and config. The same figure always gives the same text.
    /// Numbers are rounded to what the eye can use; NaN and infinity become null, which Plotly draws as a gap.
    /// </summary>
    /// <exception cref="InvalidOperationException">The figure is larger than 3 MB.</exception>
    public string ToJson()
    {
        string json = Write();
        if (json.Length > FigureJson.MaxLength)
        {
            throw new InvalidOperationException(
                $"The figure \"{Title}\" has {json.Length / 1000:N0} KB of JSON, but a notebook can carry only figures of " +
                $"at most {FigureJson.MaxLength / 1000:N0} KB. Show fewer points, smaller pictures or fewer frames " +
                $"(this figure has {Data.Count} traces and {Frames.Count} frames).");
        }

        return json;
    }

    internal bool IsSmallEnough => Write().Length <= FigureJson.GoodLength;

    /// <summary>The figure as a piece of a web page. See <see cref="FigureHtml"/>.</summary>
    /// <exception cref="InvalidOperationException">The figure is larger than 3 MB.</exception>
    public string ToHtml() => FigureHtml.Render(this);

    /// <summary>A figure of its own that looks the same.</summary>
    public Figure Copy() => new(this);

    private string Write()
    {
        var layout = (JsonObject)Layout.DeepClone();
        layout.Child("meta")["kind"] = Kind;
        // Of an axis that is not drawn, Plotly's validation takes only its place and its range.
        foreach (var axis in layout.Select(part => part.Value).OfType<JsonObject>().Where(part => part["visible"]?.GetValue<bool>() == false))
        {
            foreach (string name in axis.Select(member => member.Key).Except(hiddenAxisMembers).ToArray())
                axis.Remove(name);
        }
        var frames = (JsonArray)Frames.DeepClone();
        LineLabels.Place(this, layout, frames);
        return FigureJson.Write(new JsonObject
        {
            ["data"] = Data.DeepClone(),
            ["layout"] = layout,
            ["frames"] = frames,
            ["config"] = Config.DeepClone(),
        });
    }

    private static readonly string[] hiddenAxisMembers = ["visible", "range", "autorange", "domain", "anchor", "type"];
}
