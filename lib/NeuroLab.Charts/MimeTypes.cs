namespace NeuroLab.Charts;

/// <summary>The MIME types a figure can be shown as.</summary>
public static class MimeTypes
{
    /// <summary>A piece of a web page that draws itself.</summary>
    public const string Html = "text/html";

    /// <summary>The figure as JSON, for front ends that bring plotly.js themselves.</summary>
    public const string Plotly = "application/vnd.plotly.v1+json";

    /// <summary>The title, the kind of chart and the text alternative.</summary>
    public const string Text = "text/plain";
}
