using System.Globalization;
using System.Text.Json;

namespace NeuroLab.Benchmarks.Steps;

/// <summary>Measures training steps and matrix products, and writes the figures as one JSON object.</summary>
internal static class StepsCommand
{
    private const double Seconds = 3;

    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    internal static int Run(string? file)
    {
        Dictionary<string, object> figures = [];
        Dictionary<string, double> allocated = [];
        foreach (TrainingCase training in TrainingCase.All())
        {
            Stopwatches.WarmUp(training);
            figures[training.Key] = Stopwatches.Median(Stopwatches.Measure(training, Seconds));
            allocated[training.Key] = Stopwatches.AllocatedBytes(training);
            Show(training.Key, (double)figures[training.Key], "ms");
        }
        foreach (int size in new[] { 256, 1024 })
        {
            ProductCase product = new(size);
            Stopwatches.WarmUp(product);
            figures[product.Key] = product.Gigaflops(Stopwatches.Median(Stopwatches.Measure(product, Seconds)));
            Show(product.Key, (double)figures[product.Key], "GFLOP/s");
        }
        figures["allocated_bytes_per_step"] = allocated;
        foreach ((string key, double bytes) in allocated)
            Show(key, bytes, "bytes a step");
        if (file is not null)
            File.WriteAllText(file, JsonSerializer.Serialize(figures, Indented) + "\n");
        return 0;
    }

    private static void Show(string key, double figure, string unit) =>
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{key,-32} {figure,10:G4} {unit}"));
}
