using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using NeuroLab.Tests.Shared;

namespace NeuroLab.Benchmarks.Live;

/// <summary>The course, served by a process of its own.</summary>
internal sealed partial class LiveCourse : IAsyncDisposable
{
    private readonly Process process;
    private readonly string folder;

    private LiveCourse(Process process, string folder, string link)
    {
        this.process = process;
        this.folder = folder;
        Link = link;
    }

    /// <summary>The link that lets a browser in.</summary>
    internal string Link { get; }

    /// <summary>Starts the command, and waits until it says where the course is.</summary>
    internal static async Task<LiveCourse> StartAsync(string folder)
    {
        string configuration = new DirectoryInfo(AppContext.BaseDirectory).Name;
        string tool = Repository.At($"artifacts/bin/NeuroLab.Tool/{configuration}/NeuroLab.Tool.dll");
        Process process = Process.Start(new ProcessStartInfo("dotnet", [tool, "open", folder, "--no-browser", "--port", "18900"]) { RedirectStandardOutput = true })!;
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (KeyedLink().Match(line) is { Success: true } link)
                return new LiveCourse(process, folder, link.Value);
        }

        throw new InvalidOperationException("The command ended before it said where the course is.");
    }

    /// <summary>Copies a notebook, and gives the name of the copy.</summary>
    internal string Copy(string name)
    {
        File.Copy(Path.Combine(folder, "notebooks", $"{name}.ipynb"), Path.Combine(folder, "notebooks", $"{name}-copy.ipynb"), overwrite: true);
        return $"{name}-copy";
    }

    /// <summary>The names of so many notebooks; the course's own come first, and copies of its first one fill up.</summary>
    internal string[] Notebooks(int count)
    {
        string notebooks = Path.Combine(folder, "notebooks");
        string[] own = [.. Directory.EnumerateFiles(notebooks, "*.ipynb").Order(StringComparer.Ordinal)];
        for (int i = own.Length; i < count; i++)
            File.Copy(own[0], Path.Combine(notebooks, $"copy-{i.ToString(CultureInfo.InvariantCulture)}.ipynb"), overwrite: true);
        return [.. Directory.EnumerateFiles(notebooks, "*.ipynb").Order(StringComparer.Ordinal).Take(count).Select(file => Path.GetFileNameWithoutExtension(file))];
    }

    /// <summary>What the server and its workers take of the machine's memory in KB; what they share counts once.</summary>
    internal double Memory() => Directory.EnumerateDirectories("/proc").Select(Path.GetFileName).Where(name => int.TryParse(name, out _))
        .Where(id => id == process.Id.ToString(CultureInfo.InvariantCulture) || ParentOf(id!) == process.Id).Sum(id => Share($"/proc/{id}/smaps_rollup"));

    public async ValueTask DisposeAsync()
    {
        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
        process.Dispose();
    }

    private static int ParentOf(string id)
    {
        try
        {
            return int.Parse(Parent().Match(File.ReadAllText($"/proc/{id}/status")).Groups[1].Value, CultureInfo.InvariantCulture);
        }
        catch (Exception gone) when (gone is IOException or FormatException)
        {
            return 0;
        }
    }

    private static double Share(string file) => double.Parse(Pss().Match(File.ReadAllText(file)).Groups[1].Value, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"http://127\.0\.0\.1:\d+/open\?key=\S+")]
    private static partial Regex KeyedLink();

    [GeneratedRegex(@"^PPid:\s+(\d+)", RegexOptions.Multiline)]
    private static partial Regex Parent();

    [GeneratedRegex(@"^Pss:\s+(\d+) kB", RegexOptions.Multiline)]
    private static partial Regex Pss();
}
