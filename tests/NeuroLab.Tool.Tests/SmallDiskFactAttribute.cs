using System.Diagnostics;

namespace NeuroLab.Tool.Tests;

/// <summary>A test that mounts a small disk; skipped, with the reason, where that is not allowed.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class SmallDiskFactAttribute : FactAttribute
{
    private static readonly bool CanMount = OperatingSystem.IsLinux() && Environment.IsPrivilegedProcess && MountsInTrial();

    public SmallDiskFactAttribute()
    {
        if (!CanMount)
            Skip = "Mounting a small disk needs Linux, its command unshare, and the rights of root.";
    }

    private static bool MountsInTrial()
    {
        try
        {
            using Process trial = Process.Start(new ProcessStartInfo("unshare", ["--mount", "mount", "-t", "tmpfs", "tmpfs", Path.GetTempPath()]) { RedirectStandardError = true })!;
            trial.WaitForExit();
            return trial.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }
}
