using System.Numerics;
using System.Text.Json.Nodes;
using NeuroLab.Training;

namespace NeuroLab.Charts;

public static partial class Chart
{
    // Half the width of a median's line, as a part of the plot.
    private const double MedianShown = 0.025;
    private const int MostLargeDots = 24;

    /// <summary>Experiments from several starts over the same x: a thin line for each start, a thick one for the median.</summary>
    /// <param name="x">The x of each point, such as widths or epochs.</param>
    /// <param name="series">Pairs of a name and the starts.</param>
    /// <exception cref="ArgumentException">x and the starts differ in length, or nothing is given.</exception>
    /// <example>
    /// <code>
    /// int[] widths = [4, 8, 16];
    /// Chart.Spread(widths, ("one hidden layer", Starts.Over(widths, 8, (width, seed) => Score(width, seed))))
    ///     .WithAxisTitles("width", "accuracy");
    /// </code>
    /// </example>
    public static Figure Spread<TX>(IEnumerable<TX> x, params ReadOnlySpan<(string Name, Starts Starts)> series)
        where TX : INumber<TX>
    {
        double[] xs = Values.From(x, nameof(x));
        RequireStarts(series);
        Figure figure = new();
        for (int i = 0; i < series.Length; i++)
        {
            (string name, Starts starts) = series[i];
            RequireAsMany(xs.Length, starts, name);
            foreach (IReadOnlyList<double> run in starts.Runs)
                AddRun(figure, xs, [.. run], i);
            figure.AddLine(xs, starts.Median, $"{name}: median of {starts.Count} starts{(starts.BrokenDown > 0 ? $", {BrokeDown(starts)}" : "")}");
        }
        return figure.WithAltText(SpreadWords(series));
    }

    /// <summary>Experiments from several starts for things that have names: a dot for each start, a bar at the median.</summary>
    /// <param name="names">The name of each setting, such as the initializers that are compared.</param>
    /// <param name="series">Pairs of a name and the starts; the name may be empty where there is one pair.</param>
    /// <exception cref="ArgumentException">Names and starts differ in length, or nothing is given.</exception>
    /// <example>
    /// <code>
    /// string[] names = ["Xavier", "Kaiming"];
    /// Chart.Spread(names, ("", Starts.Over(names, 8, (name, seed) => Score(name, seed)))).WithAxisTitles(y: "accuracy");
    /// </code>
    /// </example>
    public static Figure Spread(IEnumerable<string> names, params ReadOnlySpan<(string Name, Starts Starts)> series)
    {
        ArgumentNullException.ThrowIfNull(names);
        string[] settings = [.. names];
        RequireStarts(series);
        Figure figure = new();
        for (int i = 0; i < series.Length; i++)
        {
            (string name, Starts starts) = series[i];
            RequireAsMany(settings.Length, starts, name);
            // The series of one setting stand side by side.
            double shift = (i - ((series.Length - 1) / 2.0)) * 0.6 / series.Length;
            JsonObject dots = AddDots(figure, starts, name, i, shift, Math.Min(0.24 / series.Length, MedianShown * settings.Length));
            // On a narrow page too they stand side by side.
            if (settings.Length * series.Length > MostLargeDots)
                dots["marker"]!["size"] = 5;
        }
        JsonObject axis = figure.Layout["xaxis"]!.AsObject();
        axis["tickvals"] = Values.Json([.. Enumerable.Range(0, settings.Length).Select(i => (double)i)]);
        axis["ticktext"] = new JsonArray([.. settings.Select(setting => (JsonNode)Words.Escape(setting))]);
        axis["range"] = new JsonArray(-0.5, settings.Length - 0.5);
        axis["showgrid"] = false;
        return figure.WithAltText(SpreadWords(series, settings));
    }

    private static void AddRun(Figure figure, double[] xs, double[] ys, int color)
    {
        (xs, ys) = Thinning.Line(xs, ys);
        Helper(figure, new JsonObject
        {
            ["mode"] = "lines",
            ["x"] = Values.Json(xs),
            ["y"] = Values.Json(ys),
            ["opacity"] = 0.5,
            ["line"] = new JsonObject { ["color"] = Palette.Color(color), ["width"] = 1 },
            ["hoverinfo"] = "skip",
        });
    }

    private static JsonObject AddDots(Figure figure, Starts starts, string name, int color, double shift, double half)
    {
        int settings = starts.Runs[0].Count;
        double[] places = [.. Enumerable.Range(0, settings).Select(i => i + shift)];
        figure.AddScatter(starts.Runs.SelectMany(_ => places), starts.Runs.SelectMany(run => run), starts.BrokenDown > 0 ? $"{name} ({BrokeDown(starts)})".TrimStart() : name);
        JsonObject dots = figure.Data[^1]!.AsObject();
        dots["opacity"] = 0.6;
        Helper(figure, new JsonObject
        {
            // A short line at each place, as wide as its place allows.
            ["mode"] = "lines",
            ["x"] = Values.Json(places.SelectMany(place => new[] { place - half, place + half, double.NaN })),
            ["y"] = Values.Json(starts.Median.SelectMany(median => new[] { median, median, double.NaN })),
            ["hovertemplate"] = "median %{y}<extra></extra>",
            ["line"] = new JsonObject { ["color"] = Palette.Color(color), ["width"] = 3 },
        });
        return dots;
    }

    /// <summary>Adds a trace that takes no colour of its own and has no place in the legend.</summary>
    private static void Helper(Figure figure, JsonObject trace)
    {
        trace["type"] = "scatter";
        trace["showlegend"] = false;
        trace["meta"] = new JsonObject { ["helper"] = true };
        figure.Data.Add((JsonNode)trace);
    }

    private static string SpreadWords(ReadOnlySpan<(string Name, Starts Starts)> series, string[]? settings = null)
    {
        List<string> words = [];
        foreach ((string name, Starts starts) in series)
        {
            double[] median = starts.Median, lowest = starts.Lowest, highest = starts.Highest;
            string At(int i, string place) => $"{Words.Number(median[i])} {place} ({Words.Number(lowest[i])} to {Words.Number(highest[i])})";
            string values = settings is null
                ? $"{At(0, "at first")}, {At(median.Length - 1, "at last")}"
                : string.Join(", ", settings.Select((setting, i) => At(i, $"for {setting}")));
            words.Add($"{(name.Length > 0 ? $"{name}, m" : "M")}edian of {starts.Count} starts: {values}{(starts.BrokenDown > 0 ? $"; {BrokeDown(starts)}" : "")}.");
        }
        return string.Join(' ', words);
    }

    private static string BrokeDown(Starts starts) => $"{starts.BrokenDown} of {starts.Count} broke down";

    private static void RequireStarts(ReadOnlySpan<(string Name, Starts Starts)> series)
    {
        if (series.IsEmpty)
            throw new ArgumentException("There is nothing to draw: give at least one experiment, as (\"name\", starts).", nameof(series));
    }

    private static void RequireAsMany(int count, Starts starts, string name)
    {
        ArgumentNullException.ThrowIfNull(starts);
        if (starts.Runs[0].Count != count || count == 0)
        {
            throw new ArgumentException(
                $"There are {count} places to draw at, but each start of '{name}' gave {Words.Count(starts.Runs[0].Count, "number")}. Run the starts over the same settings: Starts.Over(settings, ...).", nameof(starts));
        }
    }
}
