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
}
