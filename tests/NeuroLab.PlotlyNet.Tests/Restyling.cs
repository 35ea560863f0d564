using Microsoft.FSharp.Core;
using Plotly.NET;

namespace NeuroLab.PlotlyNet.Tests;

/// <summary>What Plotly.NET has for F#, called from C#: its own functions for C# have none for these.</summary>
internal static class Restyling
{
    /// <summary>The chart with another title.</summary>
    public static GenericChart Titled(this GenericChart chart, string title)
    {
        Layout layout = new();
        layout.SetProperty("title", title);
        return GenericChart.addLayout(layout, chart);
    }

    /// <summary>The chart with lines of another width.</summary>
    public static GenericChart WithLineWidth(this GenericChart chart, double width)
    {
        Line line = new();
        line.SetProperty("width", width);
        return GenericChart.mapTrace(FSharpFunc<Trace, Trace>.FromConverter(trace => Trace.updateLine<Trace>(line).Invoke(trace)), chart);
    }
}
