using System.ComponentModel;
using System.Diagnostics;
using NeuroLab.Tool.Reports;

namespace NeuroLab.Tool;

/// <summary>Opens pages for a person who sits before the screen.</summary>
internal static class Browser
{
    /// <summary>Opens a file or an address in the browser where there is a desktop and someone watches; otherwise does nothing.</summary>
    public static void Open(string file)
    {
        if (!HasDesktop())
            return;
        try
        {
            // In a container, or on another machine, this leads to the reader's own browser.
            using Process? _ = Chosen is { } program ? Process.Start(Silent(program, file))
                : OperatingSystem.IsWindows() ? Process.Start(new ProcessStartInfo(file) { UseShellExecute = true })
                : Process.Start(Silent(OperatingSystem.IsMacOS() ? "open" : "xdg-open", file));
        }
        catch (Exception error) when (error is Win32Exception or InvalidOperationException)
        {
            // The path was printed; that the page does not open by itself is no failure of the run.
        }
    }

    private static string? Chosen => IsSet("BROWSER") ? Environment.GetEnvironmentVariable("BROWSER") : null;

    private static ProcessStartInfo Silent(string program, string file) =>
        new(program, [file]) { RedirectStandardError = true, RedirectStandardOutput = true };

    private static bool HasDesktop()
    {
        if (Terminal.IsWatched && Chosen is not null)
            return true;
        if (!Terminal.IsWatched || IsSet("CI") || IsSet("SSH_CONNECTION"))
            return false;
        return OperatingSystem.IsWindows() || OperatingSystem.IsMacOS() || IsSet("DISPLAY") || IsSet("WAYLAND_DISPLAY");
    }

    private static bool IsSet(string name) => !string.IsNullOrEmpty(Environment.GetEnvironmentVariable(name));
}
