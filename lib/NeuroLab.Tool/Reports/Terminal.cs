using Spectre.Console;

namespace NeuroLab.Tool.Reports;

/// <summary>Sets up how the command writes: colours and bars for a person at a terminal, plain text for everything else.</summary>
internal static class Terminal
{
    // A table in a file is not broken at the edge of a screen.
    private const int PlainWidth = 400;

    /// <summary>Whether a person watches.</summary>
    public static bool IsWatched { get; } =
        !Console.IsOutputRedirected && Environment.GetEnvironmentVariable("TERM") is not "dumb";

    /// <summary>Sets up the console; called once, at the start. Colours also stay away where NO_COLOR is set.</summary>
    public static void SetUp()
    {
        if (IsWatched)
            return;
        AnsiConsole.Console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = AnsiSupport.No,
            ColorSystem = ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.No,
        });
        AnsiConsole.Console.Profile.Width = PlainWidth;
    }
}
