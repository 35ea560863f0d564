using System.ComponentModel;
using System.Diagnostics;
using NeuroLab.Tool.Reports;

namespace NeuroLab.Tool;

/// <summary>Opens pages for a person who sits before the screen.</summary>
internal static class Browser
{
    /// <summary>Opens a file in the browser where there is a desktop and someone watches; otherwise does nothing.</summary>
    public static void Open(string file)
    {
        if (!HasDesktop())
            return;
        try
        {
            using Process? _ = OperatingSystem.IsWindows() ? Process.Start(new ProcessStartInfo(file) { UseShellExecute = true })
                : Process.Start(new ProcessStartInfo(OperatingSystem.IsMacOS() ? "open" : "xdg-open", [file])
                {
                    RedirectStandardError = true,
                    RedirectStandardOutput = true,
                });
        }
        catch (Exception error) when (error is Win32Exception or InvalidOperationException)
        {
            // The path was printed; that the page does not open by itself is no failure of the run.
        }
    }

    private static bool HasDesktop()
    {
        if (!Terminal.IsWatched || IsSet("CI") || IsSet("SSH_CONNECTION"))
            return false;
        return OperatingSystem.IsWindows() || OperatingSystem.IsMacOS() || IsSet("DISPLAY") || IsSet("WAYLAND_DISPLAY");
    }

    private static bool IsSet(string name) => !string.IsNullOrEmpty(Environment.GetEnvironmentVariable(name));
}
