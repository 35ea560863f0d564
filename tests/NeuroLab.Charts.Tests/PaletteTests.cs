using System.Globalization;
using NeuroLab.Layers;
using NeuroLab.Optimization;

namespace NeuroLab.Charts.Tests;

public sealed class PaletteTests
{
    public static TheoryData<string> Colors => [.. Palette.Series];

    [Theory]
    [MemberData(nameof(Colors))]
    public void Series_stand_out_from_light_and_dark_pages(string color)
    {
        foreach (string ground in new[] { "#ffffff", "#1e1e1e" })
            Assert.True(Contrast(color, ground) >= 3, $"{color} on {ground} has a contrast of {Contrast(color, ground):0.00}.");
    }

    [Fact]
    public void Paths_of_optimizers_stand_out_from_light_and_dark_pages()
    {
        var race = Chart.OptimizerRace((x, y) => (x * x) + 1, (-2, 2), (-2, 2), (1, 0), 1,
            [.. Enumerable.Range(1, 6).Select(i => ($"{i}", (Func<IEnumerable<Parameter>, Optimizer>)(p => new SGD(p, 0.1f))))]);

        foreach (var path in race.Data.Skip(1))
            Series_stand_out_from_light_and_dark_pages(path!["line"]!["color"]!.GetValue<string>());
    }

    [Fact]
    public void Ten_classes_have_ten_colours_and_ten_symbols()
    {
        Assert.Equal(10, Enumerable.Range(0, 10).Select(Palette.Color).Distinct().Count());
        Assert.Equal(10, Enumerable.Range(0, 10).Select(Palette.Symbol).Distinct().Count());
    }

    /// <summary>WCAG 2.2's contrast ratio.</summary>
    internal static double Contrast(string first, string second)
    {
        double[] lights = [.. new[] { Luminance(first), Luminance(second) }.Order()];
        return (lights[1] + 0.05) / (lights[0] + 0.05);
    }

    private static double Luminance(string color)
    {
        double[] parts = [.. Enumerable.Range(0, 3).Select(i => int.Parse(color.AsSpan(1 + (2 * i), 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0)
            .Select(part => part <= 0.04045 ? part / 12.92 : Math.Pow((part + 0.055) / 1.055, 2.4))];
        return (0.2126 * parts[0]) + (0.7152 * parts[1]) + (0.0722 * parts[2]);
    }
}
