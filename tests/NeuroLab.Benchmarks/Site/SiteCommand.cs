using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Microsoft.Playwright;
using NeuroLab.Tests.Shared;
using NeuroLab.Tests.Shared.Browser;
using NeuroLab.Tests.Shared.Site;

namespace NeuroLab.Benchmarks.Site;

/// <summary>Measures the course that runs in the browser: the download, the wait for the session, the page's frames, and each notebook's seconds beside the desktop's.</summary>
internal static class SiteCommand
{
    private const int Patience = 900_000;
    private const int Starts = 5;
    private const double TrainingSeconds = 5;

    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    /// <param name="file">Where the figures go besides; null prints them only.</param>
    /// <param name="notebooks">Which notebooks are run, by how their names begin; none means all.</param>
    internal static async Task<int> RunAsync(string? file, string[] notebooks)
    {
        if (Chromium.SkipReason is { } reason)
        {
            Console.Error.WriteLine(reason);
            return 1;
        }

        string configuration = new DirectoryInfo(AppContext.BaseDirectory).Name;
        string tool = Repository.At($"artifacts/bin/NeuroLab.Tool/{configuration}/NeuroLab.Tool.dll");
        using BuiltSite site = await BuiltSite.WriteAsync(tool);
        using SiteServer server = new(site.Folder);
        using IPlaywright playwright = await Playwright.CreateAsync();
        await using IBrowser browser = await Chromium.StartAsync(playwright);

        Dictionary<string, object> figures = [];
        figures["download"] = await DownloadAsync(site, server, browser);
        figures["ready seconds"] = await StartsAsync(server, browser);
        figures["longest frame, milliseconds"] = await FramesAsync(server, browser);
        figures["notebooks"] = await NotebooksAsync(tool, site, server, browser, notebooks);
        if (file is not null)
            await File.WriteAllTextAsync(file, JsonSerializer.Serialize(figures, Indented) + "\n");
        return 0;
    }

    private static async Task<SortedDictionary<string, long[]>> DownloadAsync(BuiltSite site, SiteServer server, IBrowser browser)
    {
        await using Reader reader = await Reader.ComeAsync(browser, server.Address, Patience, keeps: false);
        server.Asked.Clear();
        await reader.OpenAsync("01-neuron.html");
        await reader.RunAsync(1);
        SortedDictionary<string, long[]> parts = [];
        foreach (string path in server.Asked.Distinct())
        {
            long[] bytes = parts.GetValueOrDefault(PartOf(path), [0, 0]);
            parts[PartOf(path)] = [bytes[0] + site.Size(path, ".gz"), bytes[1] + site.Size(path, ".br")];
        }

        Console.WriteLine($"{"Until the first cell has run, kilobytes by",-45} {"gzip",8} {"Brotli",8}");
        foreach ((string part, long[] bytes) in parts)
            Print(part, bytes);
        Print("all", [parts.Values.Sum(bytes => bytes[0]), parts.Values.Sum(bytes => bytes[1])]);
        return parts;

        static void Print(string part, long[] bytes) => Console.WriteLine(Invariant($"{part,-45} {bytes[0] / 1e3,8:0} {bytes[1] / 1e3,8:0}"));
    }

    private static string PartOf(string path) => Path.GetFileName(path) switch
    {
        var name when name.StartsWith("Microsoft.CodeAnalysis", StringComparison.Ordinal) => "the C# compiler",
        var name when name.StartsWith("System.Private.CoreLib", StringComparison.Ordinal) => ".NET's core library",
        var name when name.StartsWith("dotnet.native.wasm", StringComparison.Ordinal) => ".NET's runtime",
        var name when name.StartsWith("MathNet.Numerics", StringComparison.Ordinal) => "MathNet.Numerics",
        var name when name.StartsWith("NeuroLab", StringComparison.Ordinal) && name.Contains(".dll", StringComparison.Ordinal) => "NeuroLab",
        var name when name.StartsWith("plotly", StringComparison.Ordinal) => "plotly.js",
        _ when path.Contains("/_framework/", StringComparison.Ordinal) => "the other libraries of .NET, and its scripts",
        _ when path.Contains("/course/", StringComparison.Ordinal) => "the data",
        _ => "editor, formulas, fonts, the page itself",
    };

    // The page is new each time, the session's files are in the browser's cache.
    private static async Task<List<double>> StartsAsync(SiteServer server, IBrowser browser)
    {
        await using Reader reader = await Reader.ComeAsync(browser, server.Address, Patience);
        await reader.OpenAsync("01-neuron.html");
        await reader.RunAsync(1, "1 + 1");
        List<double> ready = [];
        for (int i = 0; i < Starts; i++)
        {
            await reader.Page.CloseAsync();
            await reader.OpenAsync("01-neuron.html");
            Stopwatch watch = Stopwatch.StartNew();
            await reader.ClickAsync("run", 1);
            await reader.Page.WaitForSelectorAsync("#cell-1[data-state=running], #cell-1[data-state=done]");
            double started = watch.Elapsed.TotalSeconds;
            await reader.HasRunAsync(1);
            Console.WriteLine(Invariant($"From the first Run, with the files in the cache: ready after {started:0.0} s, 1 + 1 shown after {watch.Elapsed.TotalSeconds:0.0} s"));
            ready.Add(Math.Round(started, 2));
        }

        return ready;
    }

    private static async Task<double> FramesAsync(SiteServer server, IBrowser browser)
    {
        await using Reader reader = await Reader.ComeAsync(browser, server.Address, Patience);
        await reader.OpenAsync("01-neuron.html");
        await reader.RunAsync(1, "#!import \"setup.dib\"\nDataset digits = Datasets.OptDigits();\nvar net = new Linear(64, 10, new MersenneTwister(1));");
        await reader.StartAsync(2, "new Trainer(net, new CrossEntropyLoss(), new SGD(net.Parameters, 0.1f)).Fit(digits, new(1000, 32, new MersenneTwister(2)))");
        (double longest, _) = await reader.DrawAsync(TrainingSeconds);
        Console.WriteLine(Invariant($"The longest frame in {TrainingSeconds} s of a training: {longest:0} ms"));
        return Math.Round(longest, 1);
    }

    private static async Task<List<NotebookSeconds>> NotebooksAsync(string tool, BuiltSite site, SiteServer server, IBrowser browser, string[] notebooks)
    {
        List<NotebookSeconds> table = [];
        Console.WriteLine($"{"seconds of the cells, exercises solved",-45} {"browser",8} {"desktop",8} {"ratio",6}");
        foreach (string name in Directory.EnumerateFiles(site.Folder, "*.ipynb").Select(path => Path.GetFileNameWithoutExtension(path)).Order(StringComparer.Ordinal))
        {
            if (notebooks.Length > 0 && !notebooks.Any(begin => name.StartsWith(begin, StringComparison.Ordinal)))
                continue;
            NotebookSeconds seconds = await NotebookSeconds.MeasureAsync(tool, name, server, browser, Patience);
            table.Add(seconds);
            Print(seconds);
        }

        Print(new("all", table.Sum(seconds => seconds.Browser), table.Sum(seconds => seconds.Desktop)));
        return table;

        static void Print(NotebookSeconds seconds) => Console.WriteLine(Invariant($"{seconds.Name,-45} {seconds.Browser,8:0.0} {seconds.Desktop,8:0.0} {seconds.Browser / seconds.Desktop,6:0.0}"));
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
