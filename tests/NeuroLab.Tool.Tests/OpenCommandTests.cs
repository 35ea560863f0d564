using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace NeuroLab.Tool.Tests;

public sealed partial class OpenCommandTests : IDisposable
{
    private readonly Tool tool = new();

    [UnixFact]
    public async Task A_notebook_is_served_by_a_link_with_a_key_until_the_command_is_stopped()
    {
        tool.WriteNotebook("mine.ipynb", "md:# Mine", "1");
        using Process process = tool.Start("open", "mine.ipynb", "--no-browser", "--port", "18917");
        string link = await LinkAsync(process);
        Assert.EndsWith("&to=mine.html", link, StringComparison.Ordinal);
        using HttpClient browser = new();
        Assert.Contains("url=/mine.html", await browser.GetStringAsync(new Uri(link)), StringComparison.Ordinal);
        Assert.Contains("live-data", await browser.GetStringAsync(new Uri(new Uri(link), "/mine.html")), StringComparison.Ordinal);

        using (Process kill = Process.Start("kill", ["-INT", process.Id.ToString(CultureInfo.InvariantCulture)]))
            await kill.WaitForExitAsync();
        await process.WaitForExitAsync(new CancellationTokenSource(TimeSpan.FromSeconds(60)).Token);
        Assert.Equal(0, process.ExitCode);
    }

    [Fact]
    public async Task A_folder_that_is_not_there_yet_gets_the_course()
    {
        using Process process = tool.Start("open", "course", "--no-browser");
        await LinkAsync(process);
        process.Kill();
        Assert.True(File.Exists(tool.At("course/notebooks/01-neuron.ipynb")));
    }

    [Fact]
    public async Task Without_a_path_it_opens_the_course_of_the_current_folder()
    {
        Directory.CreateDirectory(tool.At("notebooks"));
        tool.WriteNotebook("notebooks/mine.ipynb", "md:# Mine");
        using Process process = tool.Start("open", "--no-browser");
        string link = await LinkAsync(process);
        using HttpClient browser = new();
        await browser.GetStringAsync(new Uri(link));
        Assert.Contains("mine.html", await browser.GetStringAsync(new Uri(new Uri(link), "/index.html")), StringComparison.Ordinal);
        process.Kill();
    }

    [LinuxFact]
    public async Task At_a_terminal_the_command_alone_asks_for_the_readers_folder_once_and_serves_the_course_in_it()
    {
        using (Process first = tool.StartAtTerminal())
        {
            await first.StandardInput.WriteLineAsync(tool.At("mine"));
            await LinkAsync(first);
            first.Kill(entireProcessTree: true);
        }

        Assert.True(File.Exists(tool.At("mine/notebooks/01-neuron.ipynb")));
        using Process second = tool.StartAtTerminal();
        await LinkAsync(second);
        second.Kill(entireProcessTree: true);
    }

    [Theory]
    [InlineData("There is no notebook missing.ipynb", "open", "missing.ipynb")]
    [InlineData("A notebook's file name ends in .ipynb", "open", "text.txt")]
    [InlineData("--port takes a whole number from 1024 to 65535", "open", ".", "--port", "80")]
    public async Task What_can_not_be_opened_is_said(string message, params string[] arguments)
    {
        await File.WriteAllTextAsync(tool.At("text.txt"), "");
        (int code, _, string errors) = await tool.RunAsync(arguments);
        Assert.Equal(ExitCodes.Usage, code);
        Assert.Contains(message, errors, StringComparison.Ordinal);
    }

    public void Dispose() => tool.Dispose();

    private static async Task<string> LinkAsync(Process process)
    {
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (Link().Match(line) is { Success: true } link)
                return link.Value;
        }

        throw new InvalidOperationException(await process.StandardError.ReadToEndAsync());
    }

    [GeneratedRegex(@"http://127\.0\.0\.1:\d+/open\?key=\S+")]
    private static partial Regex Link();
}
