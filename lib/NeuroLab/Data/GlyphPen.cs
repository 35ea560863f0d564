namespace NeuroLab.Data;

/// <summary>
/// The ten digits as strokes, drawn with a round pen. Coordinates run from (0, 0) at the top left to (1, 1) at the bottom right.
/// </summary>
internal static class GlyphPen
{
    internal const int Size = 28;

    private static readonly (double X, double Y)[][][] Digits =
    [
        [Arc(0.5, 0.5, 0.3, 0.42, 0, 360)],
        [[(0.33, 0.25), (0.53, 0.08), (0.53, 0.92)]],
        [[.. Arc(0.5, 0.32, 0.27, 0.24, 180, 380), (0.24, 0.92), (0.78, 0.92)]],
        [[.. Arc(0.48, 0.29, 0.25, 0.21, 200, 450), .. Arc(0.48, 0.71, 0.28, 0.21, 270, 510)]],
        [[(0.62, 0.92), (0.62, 0.08), (0.2, 0.65), (0.82, 0.65)]],
        [[(0.74, 0.08), (0.32, 0.08), (0.28, 0.46), .. Arc(0.48, 0.65, 0.27, 0.26, 230, 500)]],
        [[(0.66, 0.08), (0.4, 0.3), .. Arc(0.5, 0.67, 0.26, 0.25, 190, 550)]],
        [[(0.22, 0.08), (0.78, 0.08), (0.42, 0.92)]],
        [Arc(0.5, 0.29, 0.22, 0.21, 90, 450), Arc(0.5, 0.71, 0.27, 0.21, 270, 630)],
        [[.. Arc(0.5, 0.33, 0.25, 0.25, 370, 10), (0.75, 0.36), (0.6, 0.92)]],
    ];

    /// <summary>Draws one digit as someone's hand might: turned, slanted, stretched, moved, with a pen of some width and a shaky line.</summary>
    internal static void Draw(int digit, Random random, double noise, Span<float> pixels)
    {
        double turn = Between(random, -0.25, 0.25), slant = Between(random, -0.3, 0.3);
        double width = Between(random, 11, 19), height = Between(random, 15, 22);
        double x0 = Size / 2.0 + Between(random, -3.5, 3.5), y0 = Size / 2.0 + Between(random, -2.5, 2.5);
        double pen = Between(random, 0.7, 1.6), ink = Between(random, 0.75, 1);
        (double sin, double cos) = Math.SinCos(turn);

        pixels.Clear();
        foreach ((double X, double Y)[] stroke in Digits[digit])
        {
            (double X, double Y)? last = null;
            foreach ((double x, double y) in stroke)
            {
                double right = width * (x - 0.5 + 0.025 * Between(random, -1, 1) - slant * (y - 0.5));
                double down = height * (y - 0.5 + 0.025 * Between(random, -1, 1));
                (double X, double Y) at = (x0 + cos * right - sin * down, y0 + sin * right + cos * down);
                if (last is { } from)
                    DrawLine(pixels, from, at, pen, ink);
                last = at;
            }
        }
        if (noise == 0)
            return;
        foreach (ref float pixel in pixels)
            pixel = Math.Clamp(pixel + (float)MathNet.Numerics.Distributions.Normal.Sample(random, 0, noise), 0, 1);
    }

    /// <summary>A line with round ends. A pixel's grey is how far its middle lies inside the pen's width, so edges are smooth.</summary>
    private static void DrawLine(Span<float> pixels, (double X, double Y) from, (double X, double Y) to, double pen, double ink)
    {
        double reach = pen + 1;
        int left = Math.Max(0, (int)(Math.Min(from.X, to.X) - reach)), right = Math.Min(Size - 1, (int)(Math.Max(from.X, to.X) + reach));
        int top = Math.Max(0, (int)(Math.Min(from.Y, to.Y) - reach)), bottom = Math.Min(Size - 1, (int)(Math.Max(from.Y, to.Y) + reach));
        (double dx, double dy) = (to.X - from.X, to.Y - from.Y);
        double squared = Math.Max(dx * dx + dy * dy, 1e-12);
        for (int y = top; y <= bottom; y++)
        {
            for (int x = left; x <= right; x++)
            {
                (double px, double py) = (x + 0.5 - from.X, y + 0.5 - from.Y);
                double along = Math.Clamp((px * dx + py * dy) / squared, 0, 1);
                double distance = Math.Sqrt(Math.Pow(px - along * dx, 2) + Math.Pow(py - along * dy, 2));
                float grey = (float)(ink * Math.Clamp(pen + 0.5 - distance, 0, 1));
                pixels[y * Size + x] = Math.Max(pixels[y * Size + x], grey);
            }
        }
    }

    private static double Between(Random random, double low, double high) => low + (high - low) * random.NextDouble();

    /// <summary>Part of an ellipse as short lines. Angles in degrees: 0 is right, 90 is down, as the y axis points down.</summary>
    private static (double X, double Y)[] Arc(double x, double y, double radiusX, double radiusY, double from, double to)
    {
        int steps = Math.Max(2, (int)Math.Ceiling(Math.Abs(to - from) / 24));
        return [.. Enumerable.Range(0, steps + 1).Select(step =>
        {
            (double sin, double cos) = Math.SinCos((from + (to - from) * step / steps) * Math.PI / 180);
            return (x + radiusX * cos, y + radiusY * sin);
        })];
    }
}
