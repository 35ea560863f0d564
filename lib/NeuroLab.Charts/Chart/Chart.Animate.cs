using System.Text.Json.Nodes;

namespace NeuroLab.Charts;

public static partial class Chart
{
    /// <summary>
    /// Figures of the same kind one after the other, with a slider and a play button: recorded training that can be replayed.
    /// Axes and colours stay the same in all frames. At most 30 frames are kept, evenly apart, the first and the last among them.
    /// </summary>
    /// <param name="frames">Pairs of a label, such as "epoch 5", and its figure.</param>
    /// <param name="title">What to see; null for the title of each frame's figure.</param>
    /// <exception cref="ArgumentException">There are no frames, two labels are equal, or the figures hold different traces.</exception>
    /// <example>
    /// <code>
    /// Chart.Animate(recorded.Select(r => ($"epoch {r.Epoch}", Chart.Heatmap(r.Weight))), "The weights take shape");
    /// </code>
    /// </example>
    public static Figure Animate(IEnumerable<(string Label, Figure Figure)> frames, string? title = null) =>
        Animation.Make(frames, title, playable: true);

    /// <summary>
    /// Figures of the same kind behind a slider, without a play button: for choices that are not steps in time, such as
    /// learning rates. Axes and colours stay the same in all of them.
    /// </summary>
    /// <param name="frames">Pairs of a label, such as "rate 0.1", and its figure.</param>
    /// <param name="title">What to see; null for the title of each frame's figure.</param>
    /// <exception cref="ArgumentException">There are no frames, two labels are equal, or the figures hold different traces.</exception>
    public static Figure Slider(IEnumerable<(string Label, Figure Figure)> frames, string? title = null) =>
        Animation.Make(frames, title, playable: false);

    /// <summary>
    /// Figures of the same kind behind a menu: for choices that have names and no order, such as initializers. Axes and
    /// colours stay the same in all of them.
    /// </summary>
    /// <param name="choices">Pairs of a name, such as "Xavier", and its figure.</param>
    /// <param name="name">What is chosen; it stands before the menu.</param>
    /// <param name="title">What to see; null for the title of each choice's figure.</param>
    /// <exception cref="ArgumentException">There are no choices, two names are equal, or the figures hold different traces.</exception>
    /// <example>
    /// <code>
    /// Chart.Menu(runs.Select(r => (r.Name, Chart.LossCurve(r.History))), "optimizer");
    /// </code>
    /// </example>
    public static Figure Menu(IEnumerable<(string Label, Figure Figure)> choices, string name = "show", string? title = null) =>
        Animation.MakeMenu(choices, name, title);

    /// <summary>
    /// A figure that depends on two numbers, with a slider for each. Axes and colours stay the same in all of them. The two
    /// lists give at most 30 figures together.
    /// </summary>
    /// <param name="first">The name and the values of the first number, such as ("momentum", [0, 0.5, 0.9]).</param>
    /// <param name="second">The name and the values of the second.</param>
    /// <param name="draw">Makes the figure for a value of each.</param>
    /// <param name="title">What to see; null for the title of each figure.</param>
    /// <exception cref="ArgumentException">A list is empty, there are more than 30 pairs, or the figures hold different traces.</exception>
    public static Figure TwoSliders(
        (string Name, IReadOnlyList<double> Values) first, (string Name, IReadOnlyList<double> Values) second,
        Func<double, double, Figure> draw, string? title = null)
    {
        ArgumentNullException.ThrowIfNull(draw);
        ArgumentNullException.ThrowIfNull(first.Values);
        ArgumentNullException.ThrowIfNull(second.Values);
        int count = first.Values.Count * second.Values.Count;
        if (count is 0 or > Animation.MostFrames)
        {
            throw new ArgumentException(
                $"Two sliders have 1 to {Animation.MostFrames} figures together, but {first.Values.Count} values of {first.Name} and " +
                $"{second.Values.Count} of {second.Name} make {count}. Give fewer values.", nameof(first));
        }

        var figure = Slider(first.Values.SelectMany(a => second.Values.Select(b =>
            ($"{first.Name} {Words.Number(a)}, {second.Name} {Words.Number(b)}", draw(a, b)))), title);
        figure.Layout.Child("meta")["controls"] = new JsonArray(ControlOf(first), ControlOf(second));
        return figure;
    }

    private static JsonObject ControlOf((string Name, IReadOnlyList<double> Values) number) =>
        new() { ["name"] = number.Name, ["labels"] = Values.Json(number.Values.Select(Words.Number)) };
}
