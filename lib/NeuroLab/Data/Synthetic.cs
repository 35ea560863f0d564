using MathNet.Numerics.Distributions;
using NeuroLab.Tensors;

namespace NeuroLab.Data;

/// <summary>
/// Data made in code. What is random comes from the generator passed in: the same seed gives the same numbers.
/// </summary>
public static class Synthetic
{
    /// <summary>
    /// All 216 rolls of three dice: inputs (samples 216, die 3) with the faces 1 to 6, labels 1 (big) where the sum is at
    /// least 11, else 0 (small). Both classes have 108 rolls.
    /// </summary>
    public static Dataset DiceRolls()
    {
        Tensor rolls = new(new Shape(("samples", 216), ("die", 3)));
        int[] labels = new int[216];
        for (int roll = 0; roll < 216; roll++)
        {
            (int first, int second, int third) = (roll / 36 + 1, roll / 6 % 6 + 1, roll % 6 + 1);
            (rolls[roll, 0], rolls[roll, 1], rolls[roll, 2]) = (first, second, third);
            labels[roll] = first + second + third >= 11 ? 1 : 0;
        }
        return new Dataset(rolls, labels, ["small", "big"]);
    }

    /// <summary>Points near a line: y = slope x + intercept + noise. Inputs (samples, in 1), values (samples, out 1).</summary>
    /// <param name="count">The number of points.</param>
    /// <param name="random">Where x and the noise come from.</param>
    /// <param name="slope">The slope of the line.</param>
    /// <param name="intercept">Its height at x = 0.</param>
    /// <param name="sigma">The standard deviation of the normal noise.</param>
    /// <param name="low">The smallest x.</param>
    /// <param name="high">The largest x; x is drawn evenly between the two.</param>
    public static Dataset NoisyLine(int count, Random random, double slope = 2, double intercept = 1, double sigma = 0.1, double low = -1, double high = 1)
    {
        CheckCount(count, nameof(count));
        Tensor x = new(new Shape(("samples", count), ("in", 1)));
        Tensor y = new(new Shape(("samples", count), ("out", 1)));
        for (int i = 0; i < count; i++)
        {
            double at = low + (high - low) * random.NextDouble();
            x[i, 0] = (float)at;
            y[i, 0] = (float)(slope * at + intercept + Noise(random, sigma));
        }
        return new Dataset(x, y);
    }

    /// <summary>Two half moons, one reaching into the other. Inputs (samples, in 2), two classes taking turns.</summary>
    /// <param name="count">The number of points.</param>
    /// <param name="random">Where the points and the noise come from.</param>
    /// <param name="noise">The standard deviation of the noise on both coordinates.</param>
    public static Dataset Moons(int count, Random random, double noise = 0.1) => Plane(count, 2, random, noise, (label, random) =>
    {
        double angle = Math.PI * random.NextDouble();
        return label == 0 ? (Math.Cos(angle), Math.Sin(angle)) : (1 - Math.Cos(angle), 0.5 - Math.Sin(angle));
    });

    /// <summary>A circle inside another. Inputs (samples, in 2); class 0 lies at radius 1, class 1 inside.</summary>
    /// <param name="count">The number of points.</param>
    /// <param name="random">Where the points and the noise come from.</param>
    /// <param name="noise">The standard deviation of the noise on both coordinates.</param>
    /// <param name="innerRadius">The radius of the inner circle.</param>
    public static Dataset Circles(int count, Random random, double noise = 0.1, double innerRadius = 0.5) => Plane(count, 2, random, noise, (label, random) =>
    {
        double angle = 2 * Math.PI * random.NextDouble();
        double radius = label == 0 ? 1 : innerRadius;
        return (radius * Math.Cos(angle), radius * Math.Sin(angle));
    });

    /// <summary>The arms of a spiral, one class an arm, from the middle out to radius 1. Inputs (samples, in 2).</summary>
    /// <param name="count">The number of points.</param>
    /// <param name="random">Where the points and the noise come from.</param>
    /// <param name="noise">The standard deviation of the noise on both coordinates.</param>
    /// <param name="classes">The number of arms.</param>
    /// <param name="turns">How many times an arm goes round.</param>
    public static Dataset Spiral(int count, Random random, double noise = 0.03, int classes = 2, double turns = 1) => Plane(count, classes, random, noise, (label, random) =>
    {
        double along = Math.Sqrt(random.NextDouble());
        double angle = 2 * Math.PI * (turns * along + (double)label / classes);
        return (along * Math.Cos(angle), along * Math.Sin(angle));
    });

    /// <summary>The four cases of exclusive or: inputs (samples 4, in 2) of 0 and 1, labels 1 where exactly one of the two is 1.</summary>
    public static Dataset Xor() => new(
        new Tensor(new Shape(("samples", 4), ("in", 2)), [0, 0, 0, 1, 1, 0, 1, 1]),
        [0, 1, 1, 0],
        ["same", "different"]);

    /// <summary>Points around the four cases of exclusive or. Inputs (samples, in 2), two classes taking turns.</summary>
    /// <param name="count">The number of points.</param>
    /// <param name="random">Where the points and the noise come from.</param>
    /// <param name="noise">The standard deviation of the noise on both coordinates.</param>
    public static Dataset Xor(int count, Random random, double noise = 0.15)
    {
        Dataset points = Plane(count, 2, random, noise, (label, random) =>
        {
            int first = random.Next(2);
            return (first, first ^ label);
        });
        return new Dataset(points.Inputs, points.Labels, ["same", "different"]);
    }

    /// <summary>
    /// The digits 0 to 9 taking turns, drawn as strokes under random turns, slants, stretches, shifts, pen widths and noise: images
    /// (samples, channel 1, height 28, width 28) from 0 (paper) to 1 (ink).
    /// </summary>
    /// <param name="count">The number of pictures.</param>
    /// <param name="random">Where all that is random comes from.</param>
    /// <param name="noise">The standard deviation of the noise on every pixel.</param>
    public static Dataset Glyphs(int count, Random random, double noise = 0.1)
    {
        CheckCount(count, nameof(count));
        ArgumentNullException.ThrowIfNull(random);
        CheckSigma(noise);
        Tensor pictures = new(new Shape(("samples", count), ("channel", 1), ("height", GlyphPen.Size), ("width", GlyphPen.Size)));
        int[] labels = new int[count];
        for (int i = 0; i < count; i++)
        {
            labels[i] = i % 10;
            GlyphPen.Draw(i % 10, random, noise, pictures.Values.Slice(i * GlyphPen.Size * GlyphPen.Size, GlyphPen.Size * GlyphPen.Size));
        }
        return new Dataset(pictures, labels, ["0", "1", "2", "3", "4", "5", "6", "7", "8", "9"]);
    }

    private static Dataset Plane(int count, int classes, Random random, double noise, Func<int, Random, (double X, double Y)> place)
    {
        CheckCount(count, nameof(count));
        CheckCount(classes, nameof(classes));
        ArgumentNullException.ThrowIfNull(random);
        Tensor points = new(new Shape(("samples", count), ("in", 2)));
        int[] labels = new int[count];
        for (int i = 0; i < count; i++)
        {
            int label = i % classes;
            (double x, double y) = place(label, random);
            points[i, 0] = (float)(x + Noise(random, noise));
            points[i, 1] = (float)(y + Noise(random, noise));
            labels[i] = label;
        }
        return new Dataset(points, labels, Enumerable.Range(0, classes).Select(label => label.ToString(System.Globalization.CultureInfo.InvariantCulture)));
    }

    private static double Noise(Random random, double sigma)
    {
        CheckSigma(sigma);
        return sigma == 0 ? 0 : Normal.Sample(random, 0, sigma);
    }

    private static void CheckSigma(double sigma)
    {
        if (!(sigma >= 0) || double.IsInfinity(sigma))
            throw new ArgumentOutOfRangeException(nameof(sigma), $"Noise has a standard deviation of 0 or more, but {FormattableString.Invariant($"{sigma}")} was given.");
    }

    private static void CheckCount(int count, string name)
    {
        if (count <= 0)
            throw new ArgumentOutOfRangeException(name, $"{name} must be 1 or more, but {count} was given.");
    }
}
