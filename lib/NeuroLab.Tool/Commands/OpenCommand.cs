using System.CommandLine;
using System.Globalization;
using NeuroLab.Live;
using NeuroLab.Tool.Reports;
using NeuroLab.Tool.Running;
using Spectre.Console;

namespace NeuroLab.Tool.Commands;

/// <summary><c>neurolab open</c>, and <c>neurolab</c> at a terminal: serves notebooks to the browser, where they are read, changed and run.</summary>
internal static class OpenCommand
{
    private static readonly Argument<string?> Place = new("PATH")
    {
        Description = "A notebook, or a folder of notebooks. A folder that is not there yet gets the course. Without any: the course of the current folder, or your own folder, which is asked for once.",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private static readonly Option<string> Port = new("--port")
    {
        Description = "The port on this machine; the next free one is taken where it is in use.",
        HelpName = "N",
        DefaultValueFactory = _ => Text.Number(LiveOptions.DefaultPort),
    };

    private static readonly Option<bool> Quiet = new("--no-browser")
    {
        Description = "Print the link, and open nothing.",
    };

    /// <summary>The command as the command line knows it.</summary>
    public static Command Create()
    {
        var command = new Command("open", "Opens notebooks in the browser, where you read, change and run them. It goes on until you press Ctrl+C.") { Place, Port, Quiet };
        command.SetAction((arguments, cancellation) => RunAsync(
            arguments.GetValue(Place), ReadPort(arguments.GetValue(Port)!), !arguments.GetValue(Quiet), cancellation));
        return command;
    }

    /// <summary>Serves notebooks until it is stopped.</summary>
    /// <param name="path">What the user named; null for his own folder.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <returns>The exit code.</returns>
    public static Task<int> RunAsync(string? path, CancellationToken cancellation) => RunAsync(path, LiveOptions.DefaultPort, opens: true, cancellation);

    private static int ReadPort(string given) => int.TryParse(given, NumberStyles.Integer, CultureInfo.InvariantCulture, out int port) && port is >= 1024 and <= 65_535
        ? port
        : throw new UsageException($"--port takes a whole number from 1024 to 65535, but \"{given}\" was given. For example: --port {Text.Number(LiveOptions.DefaultPort)}");

    private static async Task<int> RunAsync(string? path, int port, bool opens, CancellationToken cancellation)
    {
        (string folder, string? page) = ServedFolder.Find(path ?? ServedFolder.Own());
        string? course = CourseFolder.Delivered();
        await using LiveServer server = await LiveServer.StartAsync(
            new LiveOptions
            {
                Folder = folder,
                Port = port,
                Originals = course is null ? null : CourseFolder.Notebooks(course),
                Teaching = course is null ? null : Path.Combine(course, "docs", "teaching.md"),
                Origins = Codespace.Origins(),
            }, cancellation).ConfigureAwait(false);
        string link = server.Link(page).ToString();
        AnsiConsole.Console.WritePath("Your notebooks are in ", folder);
        AnsiConsole.Console.WritePath("They are open at ", link);
        AnsiConsole.Console.WriteLine("The link holds a key: keep it to yourself. Ctrl+C ends it; what you wrote is saved.");
        if (opens)
            Browser.Open(link);
        await Task.Delay(Timeout.Infinite, cancellation).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return ExitCodes.Success;
    }
}
