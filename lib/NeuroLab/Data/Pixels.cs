using NeuroLab.Tensors;

namespace NeuroLab.Data;

/// <summary>Moves the pixels of pictures that lie one after the other, row by row; any number of them, of one size.</summary>
internal static class Pixels
{
    /// <summary>result[y, x] = picture[y + top, x + left], 0 outside of the picture.</summary>
    internal static void Cut(ReadOnlySpan<float> pictures, Size2d size, long top, long left, Span<float> result, Size2d resultSize)
    {
        result.Clear();
        int first = (int)Math.Clamp(-left, 0, resultSize.Width), end = (int)Math.Clamp(size.Width - left, first, resultSize.Width);
        if (result.Length == 0 || first == end)
            return;
        for (int row = 0; row < result.Length / resultSize.Width; row++)
        {
            (int picture, int y) = Math.DivRem(row, resultSize.Height);
            if (y + top < 0 || y + top >= size.Height)
                continue;
            int start = (int)((picture * size.Height + y + top) * size.Width + first + left);
            pictures.Slice(start, end - first).CopyTo(result[(row * resultSize.Width + first)..]);
        }
    }

    /// <summary>result[y, x] = picture[y, width - 1 - x].</summary>
    internal static void FlipRows(ReadOnlySpan<float> pictures, int width, Span<float> result)
    {
        pictures.CopyTo(result);
        for (int start = 0; start < result.Length; start += width)
            result.Slice(start, width).Reverse();
    }

    /// <summary>result[y, x] = picture[height - 1 - y, x].</summary>
    internal static void FlipColumns(ReadOnlySpan<float> pictures, Size2d size, Span<float> result)
    {
        for (int start = 0; start < result.Length; start += size.Width)
        {
            (int picture, int y) = Math.DivRem(start / size.Width, size.Height);
            pictures.Slice((picture * size.Height + size.Height - 1 - y) * size.Width, size.Width).CopyTo(result[start..]);
        }
    }

    /// <summary>
    /// result[y, x] = the picture at the place that a turn by so many degrees brings to (y, x): between pixels each of the four around it
    /// counts the more the nearer it lies.
    /// </summary>
    internal static void Rotate(ReadOnlySpan<float> pictures, Size2d size, Span<float> result, double degrees)
    {
        // These two are exact for right angles, so that pictures turned by 90 degrees are not blurred.
        double turns = degrees / 180, cos = double.CosPi(turns), sin = double.SinPi(turns);
        double middleY = (size.Height - 1) / 2.0, middleX = (size.Width - 1) / 2.0;
        for (int i = 0; i < size.Height * size.Width && result.Length > 0; i++)
        {
            (int row, int column) = Math.DivRem(i, size.Width);
            double y = middleY + (column - middleX) * sin + (row - middleY) * cos, x = middleX + (column - middleX) * cos - (row - middleY) * sin;
            double top = Math.Floor(y), left = Math.Floor(x);
            for (int start = 0; start < result.Length; start += size.Height * size.Width)
                result[start + i] = Between(pictures.Slice(start, size.Height * size.Width), size, (int)top, (int)left, (float)(y - top), (float)(x - left));
        }
    }

    /// <summary>result[y, x] = the mean over the part of the picture that the pixel (y, x) covers; parts of pixels count as such.</summary>
    internal static void Resize(ReadOnlySpan<float> pictures, Size2d size, Span<float> result, Size2d resultSize)
    {
        (double down, double right) = ((double)size.Height / resultSize.Height, (double)size.Width / resultSize.Width);
        for (int i = 0; i < result.Length; i++)
        {
            (int picture, int y, int x) = (i / resultSize.Area, i % resultSize.Area / resultSize.Width, i % resultSize.Width);
            ReadOnlySpan<float> from = pictures.Slice(picture * size.Area, size.Area);
            double sum = 0;
            for (int row = (int)(y * down); row < Math.Min(size.Height, Math.Ceiling((y + 1) * down)); row++)
            {
                for (int column = (int)(x * right); column < Math.Min(size.Width, Math.Ceiling((x + 1) * right)); column++)
                    sum += from[(row * size.Width) + column] * Covered(row, y * down, down) * Covered(column, x * right, right);
            }
            result[i] = (float)(sum / (down * right));
        }
    }

    /// <summary>How much of a pixel lies between <paramref name="from"/> and <paramref name="from"/> + <paramref name="length"/>.</summary>
    private static double Covered(int pixel, double from, double length) => Math.Max(0, Math.Min(pixel + 1, from + length) - Math.Max(pixel, from));

    /// <summary>The mixture of the four pixels below and to the right of a place.</summary>
    private static float Between(ReadOnlySpan<float> picture, Size2d size, int top, int left, float down, float right)
    {
        float upper = Mix(At(picture, size, top, left), At(picture, size, top, left + 1), right);
        return down == 0 ? upper : Mix(upper, Mix(At(picture, size, top + 1, left), At(picture, size, top + 1, left + 1), right), down);
    }

    private static float Mix(float first, float second, float part) => part == 0 ? first : (1 - part) * first + part * second;

    private static float At(ReadOnlySpan<float> picture, Size2d size, int y, int x) =>
        (uint)y < (uint)size.Height && (uint)x < (uint)size.Width ? picture[y * size.Width + x] : 0;
}
