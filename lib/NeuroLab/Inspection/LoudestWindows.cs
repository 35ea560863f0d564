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

    private readonly record struct Place(int Picture, int Row, int Column);
}
