using System.Text;
using NeuroLab.Notebooks.Writing;
using Spectre.Console;

namespace NeuroLab.Tool.Reports;

/// <summary>Sets up how the command writes: colours and bars for a person at a terminal, plain text for everything else.</summary>
internal static class Terminal
{
    // A table in a file is not broken at the edge of a screen.
    private const int PlainWidth = 400;

    private static StandardOutput? output;

    /// <summary>Whether a person watches.</summary>
    public static bool IsWatched { get; } =
        !Console.IsOutputRedirected && Environment.GetEnvironmentVariable("TERM") is not "dumb";

    /// <summary>Whether a person is there who can be asked.</summary>
    public static bool CanAsk { get; } = IsWatched && !Console.IsInputRedirected;

    /// <summary>Why not everything could be printed; null where it was.</summary>
    public static string? Problem => output?.Problem is { } error
        ? $"Not all could be printed: standard output takes nothing more. {OutputPlace.Reason(error)}"
        : null;

    /// <summary>Sets up the console; called once, at the start. Colours also stay away where NO_COLOR is set.</summary>
    public static void SetUp()
    {
        output = new StandardOutput(Console.OpenStandardOutput());
        StreamWriter raw = Writer(output);
        Console.SetOut(new PlainWriter(raw));
        Console.SetError(new PlainWriter(Writer(new StandardOutput(Console.OpenStandardError()))));
        AnsiConsole.Console = IsWatched
            ? AnsiConsole.Create(new AnsiConsoleSettings { Out = new ColourfulOutput(raw) })
            : AnsiConsole.Create(new AnsiConsoleSettings
            {
                Out = new AnsiConsoleOutput(raw),
                Ansi = AnsiSupport.No,
                ColorSystem = ColorSystemSupport.NoColors,
                Interactive = InteractionSupport.No,
            });
        AnsiConsole.Console.Pipeline.Attach(new PlainHook());
        if (!IsWatched)
            AnsiConsole.Console.Profile.Width = PlainWidth;
    }

    private static StreamWriter Writer(StandardOutput stream) => new(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)) { AutoFlush = true };
}
