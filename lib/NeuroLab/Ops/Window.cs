using NeuroLab.Tensors;

namespace NeuroLab.Ops;

/// <summary>
/// A window that slides over pictures (batch, channels, height, width): its size, its step, the zeros around the picture, and the
/// distance between the places it looks at.
/// </summary>
internal sealed class Window
{
    /// <summary>So many places a picture may have with its padding. Places and rows can then be counted in 32 bits wherever they are worked on.</summary>
    private const long MostPlaces = 1 << 28;

    internal Window(Size2d kernel, Size2d stride, Size2d padding, Size2d dilation)
    {
        Kernel = AtLeast(1, kernel, "kernel size");
        Stride = AtLeast(1, stride, "stride");
        Padding = AtLeast(0, padding, "padding");
        Dilation = AtLeast(1, dilation, "dilation");
    }

    internal Size2d Kernel { get; }

    internal Size2d Stride { get; }

    internal Size2d Padding { get; }

    internal Size2d Dilation { get; }

    /// <summary>How far the last place of the window lies from its first: d (k - 1).</summary>
    internal (long Height, long Width) Reach => ((long)Dilation.Height * (Kernel.Height - 1), (long)Dilation.Width * (Kernel.Width - 1));

    /// <summary>The settings that are not the usual ones, as a layer prints them.</summary>
    internal string Settings => (Stride == 1 ? "" : $", stride: {Stride}") + (Padding == 0 ? "" : $", padding: {Padding}") + (Dilation == 1 ? "" : $", dilation: {Dilation}");

    /// <summary>out = ⌊(n + 2p - d (k - 1) - 1) / s⌋ + 1 for the height and for the width.</summary>
    /// <param name="who">Names the layer in a message.</param>
    /// <param name="input">The shape of the pictures.</param>
    /// <param name="channels">How many channels they must have, if that is fixed.</param>
    /// <param name="outChannels">How many channels come out; as many as go in where none are given.</param>
    /// <exception cref="ShapeException">The input is no batch of pictures, or the window doesn't fit into one.</exception>
    internal Shape OutputShape(Func<string> who, Shape input, int? channels, int? outChannels)
    {
        RequirePictures(who, input, channels);
        int height = Fit(who, input, 2, "height", Reach.Height, Stride.Height, Padding.Height, Dilation.Height);
        int width = Fit(who, input, 3, "width", Reach.Width, Stride.Width, Padding.Width, Dilation.Width);
        RequireRoom(who, input, input[2], input[3], "Make the padding smaller, or cut the picture up.");
        return Named(input, outChannels ?? input[1], height, width);
    }

    /// <summary>out = (n - 1) s - 2p + d (k - 1) + output padding + 1: a picture of which a convolution with this window makes one of the size n.</summary>
    /// <param name="who">Names the layer in a message.</param>
    /// <param name="input">The shape of the pictures.</param>
    /// <param name="channels">How many channels they must have.</param>
    /// <param name="outChannels">How many channels come out.</param>
    /// <param name="outputPadding">How much larger than the smallest such picture it is.</param>
    /// <exception cref="ShapeException">The input is no batch of pictures, or nothing is left of them, or too much is made of them.</exception>
    internal Shape TransposedOutputShape(Func<string> who, Shape input, int channels, int outChannels, Size2d outputPadding)
    {
        RequirePictures(who, input, channels);
        long height = Grow(who, input, 2, "height", Reach.Height, Stride.Height, Padding.Height, outputPadding.Height);
        long width = Grow(who, input, 3, "width", Reach.Width, Stride.Width, Padding.Width, outputPadding.Width);
        RequireRoom(who, input, height, width, "Make the stride or the padding smaller, or cut the picture up.");
        return Named(input, outChannels, (int)height, (int)width);
    }

    private static Shape Named(Shape input, int channels, int height, int width) =>
        new((input.NameOf(0) ?? "batch", input[0]), ("channels", channels), ("height", height), ("width", width));

    private static void RequirePictures(Func<string> who, Shape input, int? channels)
    {
        ArgumentNullException.ThrowIfNull(input);
        if (input.Rank != 4 || (channels is not null && input[1] != channels))
        {
            string wanted = channels is null ? "channels" : $"channels {channels}";
            throw new ShapeException($"{who()} expects pictures of shape (batch, {wanted}, height, width), but was given {input}. {Remedy(input, channels)}");
        }
        if (input[1] == 0 || input[2] == 0 || input[3] == 0)
            throw new ShapeException($"{who()} was given {input}: these pictures have no pixels. Only the batch may be empty.");
    }

    private void RequireRoom(Func<string> who, Shape input, long height, long width, string remedy)
    {
        long paddedHeight = height + 2L * Padding.Height, paddedWidth = width + 2L * Padding.Width;
        if (Math.Max(paddedHeight, paddedWidth) > MostPlaces || paddedHeight * paddedWidth > MostPlaces)
            throw new ShapeException($"{who()} was given {input}: with its padding a picture would be {paddedHeight} high and {paddedWidth} wide, more than {MostPlaces} places. {remedy}");
    }

    private static int Fit(Func<string> who, Shape input, int axis, string name, long reach, int stride, int padding, int dilation)
    {
        long span = reach + 1, padded = input[axis] + 2L * padding;
        if (span <= padded)
            return (int)Math.Min((padded - span) / stride + 1, int.MaxValue);
        string dilated = dilation > 1 ? $" (kernel {reach / dilation + 1}, dilation {dilation})" : "";
        string around = padding > 0 ? $" ({input[axis]} and {padding} of padding on each side)" : "";
        throw new ShapeException(
            $"{who()} was given {input}: its window has a {name} of {span}{dilated} and doesn't fit into a picture of {name} {padded}{around}. " +
            $"Make the kernel smaller, add padding: {(span - input[axis] + 1) / 2} or more, or shrink the picture less before this layer.");
    }

    private static long Grow(Func<string> who, Shape input, int axis, string name, long reach, int stride, int padding, int outputPadding)
    {
        long grown = (input[axis] - 1L) * stride + reach + outputPadding + 1, left = grown - 2L * padding;
        return left > 0 ? left : throw new ShapeException(
            $"{who()} was given {input}: it makes pictures of a {name} of {grown} and takes a padding of {padding} away on each side, so nothing is left. " +
            $"Make the padding {(grown - 1) / 2} or less, or the kernel larger.");
    }

    private static string Remedy(Shape input, int? channels) => input.Rank switch
    {
        4 when input[3] == channels => "The order is channels, height, width: it looks as if the channels came last, so move them with Transpose.",
        4 => $"Give the layer {input[1]} input channels, or change the layer before it to give {channels} output channels.",
        3 => $"One picture alone is a batch of 1: x.Reshape(1, {input[0]}, {input[1]}, {input[2]}). Pictures of one channel still need that axis: x.Reshape({input[0]}, 1, {input[1]}, {input[2]}).",
        2 => $"Rows of numbers are made pictures with Reshape, such as x.Reshape(-1, {channels ?? 1}, height, width).",
        _ => "Reshape it.",
    };

    private static Size2d AtLeast(int lowest, Size2d size, string what) => size.Height >= lowest && size.Width >= lowest
        ? size
        : throw new ArgumentOutOfRangeException(nameof(size), $"A {what} is {lowest} or more in height and width, but {size} was given.");
}
