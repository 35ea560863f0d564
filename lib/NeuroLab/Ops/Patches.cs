using NeuroLab.Tensors;

namespace NeuroLab.Ops;

/// <summary>What a sliding window covers at each output place of one picture, in the order of the outputs. A struct, so that it allocates nothing.</summary>
internal struct Patches(Window window, Shape input, Shape output, int picture)
{
    private readonly int height = input[2], width = input[3], outHeight = output[2], outWidth = output[3];
    private readonly int end = (picture + 1) * (output.ElementCount / output[0]);
    private readonly Size2d kernel = window.Kernel, stride = window.Stride, padding = window.Padding;
    private int next = picture * (output.ElementCount / output[0]) - 1, plane = picture * (input.ElementCount / input[0]), row, column = -1;

    public Patch Current { get; private set; }

    public readonly Patches GetEnumerator() => this;

    public bool MoveNext()
    {
        if (++next >= end)
            return false;
        if (++column == outWidth)
        {
            column = 0;
            if (++row == outHeight)
            {
                row = 0;
                plane += height * width;
            }
        }
        int y = row * stride.Height - padding.Height, x = column * stride.Width - padding.Width;
        int top = Math.Max(y, 0), left = Math.Max(x, 0);
        int bottom = Math.Min(y + kernel.Height, height), right = Math.Min(x + kernel.Width, width);
        Current = new Patch(next, plane + top * width + left, bottom - top, right - left, width);
        return true;
    }
}
