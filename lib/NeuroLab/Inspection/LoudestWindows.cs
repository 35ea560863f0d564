using NeuroLab.Layers;
using NeuroLab.Tensors;
using NeuroLab.Training;

namespace NeuroLab.Inspection;

/// <summary>What the kernels of a convolution look for, found in pictures: the windows to which each answers most strongly.</summary>
public static class LoudestWindows
{
    /// <summary>
    /// The average of the windows with the largest outputs, for each kernel. Windows that reach into the padding don't count.
    /// </summary>
    /// <param name="layer">The convolution. It is not changed.</param>
    /// <param name="pictures">The pictures that go into it, (batch, channels, height, width).</param>
    /// <param name="count">How many windows are averaged for each kernel.</param>
    /// <returns>One window for each kernel, of the shape of the layer's weight: (out channels, in channels, kernel height, kernel width).</returns>
    /// <exception cref="ArgumentOutOfRangeException">count is below 1, or there are fewer windows.</exception>
    /// <exception cref="ShapeException">The layer can't take these pictures.</exception>
    public static Tensor Of(Conv2d layer, Tensor pictures, int count = 30)
    {
        ArgumentNullException.ThrowIfNull(layer);
        ArgumentNullException.ThrowIfNull(pictures);
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        Shape answer = layer.OutputShape(pictures.Shape);
        Place[] places = [.. from picture in Enumerable.Range(0, answer[0])
                             from row in Inside(answer[2], pictures.Shape[2], layer.Stride.Height, layer.Padding.Height, layer.Dilation.Height * (layer.KernelSize.Height - 1))
                             from column in Inside(answer[3], pictures.Shape[3], layer.Stride.Width, layer.Padding.Width, layer.Dilation.Width * (layer.KernelSize.Width - 1))
                             select new Place(picture, row, column)];
        if (places.Length < count)
            throw new ArgumentOutOfRangeException(nameof(count), $"{count} windows were asked for, but {layer} has only {places.Length} in {pictures.Shape} that lie wholly inside of the pictures. Ask for fewer, or give more pictures.");
        Tensor answers = layer.Predict(pictures);
        Tensor windows = new(layer.Weight.Shape);
        for (int kernel = 0; kernel < layer.OutChannels; kernel++)
        {
            foreach (Place place in places.OrderByDescending(place => answers[place.Picture, kernel, place.Row, place.Column]).Take(count))
                AddWindow(layer, pictures, place, windows, kernel, 1f / count);
        }
        return windows;
    }

    /// <summary>
    /// The windows of the pictures to which the maps of a deeper layer answer most strongly, one by one, at most one of each picture.
    /// Where a window reaches beyond the picture there are zeros.
    /// </summary>
    /// <param name="layers">The layers up to the one that is asked, such as <c>model.Take(5)</c>. They are not changed.</param>
    /// <param name="pictures">The pictures that go into the first, (batch, channels, height, width).</param>
    /// <param name="count">How many windows each map gives.</param>
    /// <returns>The windows, those of the first map first: (maps · count, channels, height, width).</returns>
    /// <exception cref="ArgumentException">A layer mixes all places, see <see cref="ReceptiveField.Of"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">count is below 1, or there are fewer pictures.</exception>
    public static Tensor Through(IEnumerable<Layer> layers, Tensor pictures, int count)
    {
        ArgumentNullException.ThrowIfNull(layers);
        ArgumentNullException.ThrowIfNull(pictures);
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        Layer[] way = [.. layers];
        ReceptiveField field = ReceptiveField.Of(way);
        Tensor answers = way.Aggregate(pictures, (seen, layer) => layer.Predict(seen));
        if (answers.Shape[0] < count)
            throw new ArgumentOutOfRangeException(nameof(count), $"{count} windows from {count} pictures were asked for, but {pictures.Shape} are only {answers.Shape[0]} pictures.");
        Place Loudest(int picture, int map)
        {
            int at = answers.Rows(picture).Slice(1, map..(map + 1)).ArgMax();
            return new Place(picture, at / answers.Shape[3], at % answers.Shape[3]);
        }
        return Tensor.Concatenate(0, [.. from map in Enumerable.Range(0, answers.Shape[1])
                                         from place in Enumerable.Range(0, answers.Shape[0]).Select(picture => Loudest(picture, map))
                                             .OrderByDescending(place => answers[place.Picture, map, place.Row, place.Column]).Take(count)
                                         select Window(pictures, place, field)]);
    }

    /// <summary>The outputs along one axis whose window lies inside the picture.</summary>
    private static IEnumerable<int> Inside(int outputs, int size, int stride, int padding, int reach) =>
        Enumerable.Range(0, outputs).Where(i => (i * stride) - padding >= 0 && (i * stride) - padding + reach < size);

    private static void AddWindow(Conv2d layer, Tensor pictures, Place place, Tensor windows, int kernel, float share)
    {
        int top = (place.Row * layer.Stride.Height) - layer.Padding.Height, left = (place.Column * layer.Stride.Width) - layer.Padding.Width;
        for (int channel = 0; channel < layer.InChannels; channel++)
        {
            for (int row = 0; row < layer.KernelSize.Height; row++)
            {
                for (int column = 0; column < layer.KernelSize.Width; column++)
                    windows[kernel, channel, row, column] += share * pictures[place.Picture, channel, top + (row * layer.Dilation.Height), left + (column * layer.Dilation.Width)];
            }
        }
    }

    private static Tensor Window(Tensor pictures, Place place, ReceptiveField field)
    {
        int top = (place.Row * field.Step.Height) - field.Margin.Height, left = (place.Column * field.Step.Width) - field.Margin.Width;
        Tensor window = new(1, pictures.Shape[1], field.Size.Height, field.Size.Width);
        for (int channel = 0; channel < pictures.Shape[1]; channel++)
        {
            for (int y = Math.Max(0, top); y < Math.Min(pictures.Shape[2], top + field.Size.Height); y++)
            {
                for (int x = Math.Max(0, left); x < Math.Min(pictures.Shape[3], left + field.Size.Width); x++)
                    window[0, channel, y - top, x - left] = pictures[place.Picture, channel, y, x];
            }
        }
        return window;
    }

    private readonly record struct Place(int Picture, int Row, int Column);
}
