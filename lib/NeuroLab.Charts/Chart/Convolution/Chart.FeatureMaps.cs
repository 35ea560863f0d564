using System.Text.Json.Nodes;
using NeuroLab.Layers;
using NeuroLab.Tensors;
using NeuroLab.Training;

namespace NeuroLab.Charts;

public static partial class Chart
{
    private const int MostMaps = 8;

    /// <summary>What each layer of a convolutional model makes of one picture, layer below layer, up to eight maps a layer.</summary>
    /// <param name="model">The model. Its layers up to the first that gives no pictures are shown.</param>
    /// <param name="picture">One picture as a batch of 1, (1, channels, height, width).</param>
    /// <param name="title">What to see in the figure.</param>
    /// <exception cref="ArgumentException">It is no single picture, or the model's first layer gives no pictures.</exception>
    /// <example>
    /// <code>
    /// Chart.FeatureMaps(cnn, digits.Inputs.Rows(..1));
    /// </code>
    /// </example>
    public static Figure FeatureMaps(Sequential model, Tensor picture, string title = "Layer by layer the picture turns into maps of what was found where")
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(picture);
        if (picture.Shape.Rank != 4 || picture.Shape[0] != 1)
            throw new ArgumentException($"Feature maps are those of one picture: a batch of 1, (1, channels, height, width); {picture.Shape} was given. Use Rows(..1).", nameof(picture));
        var panels = new List<Figure> { MapsOf("The picture", picture) };
        var seen = picture;
        foreach (var layer in model)
        {
            seen = layer.Predict(seen);
            if (seen.Shape.Rank != 4)
                break;
            string shown = seen.Shape[1] > MostMaps ? $"{MostMaps} of {seen.Shape[1]} maps" : Words.Count(seen.Shape[1], "map");
            panels.Add(MapsOf($"{layer.GetType().Name}: {shown} of {seen.Shape[2]} x {seen.Shape[3]}", seen));
        }
        if (panels.Count == 1)
            throw new ArgumentException($"The first layer of {model} gives no pictures of shape (batch, channels, height, width), so it has no feature maps.", nameof(model));
        return Grid(panels, 1, title).WithSize(width: 760);
    }

    /// <summary>The hidden state of a recurrent layer, unrolled in time: a row for each unit, a column for each step, below what goes in.</summary>
    /// <param name="layer">The layer.</param>
    /// <param name="sequence">One sequence as a batch of 1, (1, time, in).</param>
    /// <param name="title">What to see in the figure.</param>
    /// <exception cref="ArgumentException">It is no single sequence.</exception>
    public static Figure HiddenState(RNN layer, Tensor sequence, string title = "The hidden state carries what it saw from step to step")
    {
        ArgumentNullException.ThrowIfNull(layer);
        ArgumentNullException.ThrowIfNull(sequence);
        if (sequence.Shape.Rank != 3 || sequence.Shape[0] != 1)
            throw new ArgumentException($"The hidden state is that of one sequence: a batch of 1, (1, time, in); {sequence.Shape} was given. Use Rows(..1).", nameof(sequence));
        int steps = sequence.Shape[1];
        var states = layer.Predict(sequence).Reshape(steps, layer.HiddenSize).Transpose();
        var inputs = sequence.Reshape(steps, layer.InputSize).Transpose();
        var above = Heatmap(inputs, "input", "time step", title: "What goes in").WithSize(height: 110 + (40 * layer.InputSize));
        var below = Heatmap(states, "hidden unit", "time step", signed: true, title: "The hidden state, from -1 to 1").WithSize(height: 300);
        double limit = Math.Max(1, inputs.ToArray().Max(Math.Abs));
        foreach (var panel in new[] { above, below })
        {
            ColorScale.SetSigned((JsonObject)panel.Data[0]!, limit);
            panel.Layout.Child("meta").Remove("aspect");
        }
        ColorScale.Hide(above.Data[0]!);
        return Grid([above, below], 1, title).WithSize(width: 800);
    }

    private static Figure MapsOf(string title, Tensor maps)
    {
        int count = Math.Min(MostMaps, maps.Shape[1]), height = maps.Shape[2], width = maps.Shape[3];
        var shown = maps.Reshape(maps.Shape[1], height, width).Rows(..count);
        var blanks = new Tensor(new Shape(MostMaps - count, height, width), [.. Enumerable.Repeat(float.NaN, (MostMaps - count) * height * width)]);
        var figure = ImageGrid(shown, columns: MostMaps, title: title);
        if (count < MostMaps)
        {
            float[][,] pictures = [.. Enumerable.Range(0, count).Select(i => Values.Reshape(shown.ToArray(), i * height * width, height, width)),
                .. Enumerable.Range(0, MostMaps - count).Select(i => Values.Reshape(blanks.ToArray(), i * height * width, height, width))];
            figure = ImageGrid(pictures, columns: MostMaps, title: title);
        }
        ColorScale.Hide(figure.Data[0]!);
        figure.Layout.Child("yaxis")["showticklabels"] = false;
        figure.Layout["height"] = 210;
        return figure;
    }
}
