using NeuroLab.Tensors;

namespace NeuroLab.Ops.Convolutions;

/// <summary>
/// Lays out what a sliding window sees as the columns of a matrix ("im2col"), so that convolution is one matrix product.
/// </summary>
/// <remarks>
/// Pictures (batch, channels, height, width) become columns (channels · kh · kw, batch · out height · out width): one column
/// holds all that one output number is summed from, in the order of the weight (channel, kernel row, kernel column).
/// </remarks>
internal static class ImageColumns
{
    /// <summary>Copies pictures into columns; where the window looks at padding, the column holds zeros.</summary>
    internal static void Gather(Tensor pictures, Window window, Shape output, Tensor columns)
    {
        int width = pictures.Shape[3], outWidth = output[3];
        foreach (Line line in LinesOf(pictures.Shape, window, output))
        {
            Span<float> target = columns.Values.Slice(line.Column, outWidth);
            target.Clear();
            if (line.Picture < 0)
                continue;
            ReadOnlySpan<float> source = pictures.Values.Slice(line.Picture, width);
            if (window.Stride.Width == 1)
            {
                source.Slice(line.First + line.Shift, line.End - line.First).CopyTo(target[line.First..]);
                continue;
            }
            for (int x = line.First; x < line.End; x++)
                target[x] = source[x * window.Stride.Width + line.Shift];
        }
    }

    /// <summary>The way back: adds every number of the columns to the place in the pictures that it was copied from.</summary>
    internal static void Scatter(Tensor columns, Window window, Shape output, Tensor pictures)
    {
        int width = pictures.Shape[3], outWidth = output[3];
        pictures.Values.Clear();
        foreach (Line line in LinesOf(pictures.Shape, window, output))
        {
            if (line.Picture < 0)
                continue;
            ReadOnlySpan<float> source = columns.Values.Slice(line.Column, outWidth);
            Span<float> target = pictures.Values.Slice(line.Picture, width);
            if (window.Stride.Width == 1)
            {
                Span<float> reached = target.Slice(line.First + line.Shift, line.End - line.First);
                TensorPrimitives.Add(reached, source[line.First..line.End], reached);
                continue;
            }
            for (int x = line.First; x < line.End; x++)
                target[x * window.Stride.Width + line.Shift] += source[x];
        }
    }

    private static Lines LinesOf(Shape pictures, Window window, Shape output) => new(pictures, window, output);

    /// <summary>
    /// A stretch of columns that one row of one picture goes to. Output x looks at picture column x · stride + Shift, which
    /// lies inside the picture for x from First up to End.
    /// </summary>
    private readonly record struct Line(int Picture, int Column, int First, int End, int Shift);

    /// <summary>All lines: kernel place by kernel place, then picture by picture, then output row by output row. A struct, so that it allocates nothing.</summary>
    private struct Lines(Shape pictures, Window window, Shape output)
    {
        private readonly int channels = pictures[1], height = pictures[2], width = pictures[3];
        private readonly int batch = output[0], outHeight = output[2], outWidth = output[3];
        private readonly Size2d kernel = window.Kernel, stride = window.Stride, padding = window.Padding, dilation = window.Dilation;
        private int next = -1;

        public Line Current { get; private set; }

        public readonly Lines GetEnumerator() => this;

        public bool MoveNext()
        {
            if (++next >= channels * kernel.Area * batch * outHeight)
                return false;
            int outRow = next % outHeight, picture = next / outHeight % batch, place = next / outHeight / batch;
            int column = place % kernel.Width, row = place / kernel.Width % kernel.Height, channel = place / kernel.Area;
            int y = outRow * stride.Height - padding.Height + row * dilation.Height;
            int shift = column * dilation.Width - padding.Width;
            int first = (int)Math.Min(outWidth, Math.Max(0, (-shift + stride.Width - 1L) / stride.Width));
            int end = (int)Math.Clamp((width - shift + stride.Width - 1L) / stride.Width, first, outWidth);
            bool inside = y >= 0 && y < height && first < end;
            Current = new Line(inside ? ((picture * channels + channel) * height + y) * width : -1, next * outWidth, first, end, shift);
            return true;
        }
    }
}
