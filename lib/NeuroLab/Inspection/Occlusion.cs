using NeuroLab.Layers;
using NeuroLab.Tensors;
using NeuroLab.Training;

namespace NeuroLab.Inspection;

/// <summary>
/// Where a classifier looks: a grey card is laid over a picture, place by place, and what the answer loses by it is noted.
/// After M. Zeiler and R. Fergus, "Visualizing and understanding convolutional networks", 2014.
/// </summary>
public static class Occlusion
{
    /// <summary>What the probability of a class loses when a card covers each place of a picture.</summary>
    /// <param name="model">A classifier that gives logits (batch, classes). It is not changed.</param>
    /// <param name="picture">One picture as a batch of 1, (1, channels, height, width).</param>
    /// <param name="label">The class whose probability is watched.</param>
    /// <param name="size">The height and width of the card.</param>
    /// <param name="step">How many pixels the card moves from place to place.</param>
    /// <param name="grey">The value of the card's pixels.</param>
    /// <returns>The loss of probability for each place, (rows, columns); negative where the card helps.</returns>
    /// <exception cref="ArgumentException">It is no single picture, or the card is larger than it.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The model has no such class.</exception>
    public static Tensor Of(Layer model, Tensor picture, int label, int size = 6, int step = 2, float grey = 0.5f)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(picture);
        ArgumentOutOfRangeException.ThrowIfLessThan(size, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(step, 1);
        if (picture.Rank != 4 || picture.Shape[0] != 1)
            throw new ArgumentException($"The card is laid over one picture, a batch of 1, (1, channels, height, width); {picture.Shape} was given. Use Rows(..1).", nameof(picture));
        if (size > picture.Shape[2] || size > picture.Shape[3])
            throw new ArgumentException($"A card of {size} x {size} is larger than the picture, {picture.Shape}. Give a smaller one.", nameof(size));
        int rows = ((picture.Shape[2] - size) / step) + 1, columns = ((picture.Shape[3] - size) / step) + 1;
        Tensor covered = Tensor.Concatenate(0, [.. Enumerable.Range(0, rows * columns).Select(place => Cover(picture, place / columns * step, place % columns * step, size, grey))]);
        Tensor sure = model.Predict(picture).Softmax(), doubtful = model.Predict(covered).Softmax();
        if (label < 0 || label >= sure.Shape[1])
            throw new ArgumentOutOfRangeException(nameof(label), $"The model tells {sure.Shape[1]} classes apart, 0 to {sure.Shape[1] - 1}, but class {label} was asked for.");
        return (sure[0, label] - doubtful.Column(label)).Reshape(new Shape(("row", rows), ("column", columns)));
    }

    private static Tensor Cover(Tensor picture, int top, int left, int size, float grey)
    {
        Tensor covered = picture.Clone();
        int height = picture.Shape[2], width = picture.Shape[3];
        for (int row = 0; row < picture.Shape[1] * height; row++)
        {
            if (row % height >= top && row % height < top + size)
                covered.Values.Slice((row * width) + left, size).Fill(grey);
        }
        return covered;
    }
}
