namespace NeuroLab.Tests.Shared;

/// <summary>A test that needs Linux's own devices and folders, such as /dev/full and /proc; skipped, with the reason, elsewhere.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class LinuxFactAttribute : FactAttribute
{
    internal const string Reason = "Only Linux has /dev/full and /proc.";

    public LinuxFactAttribute()
    {
        if (!OperatingSystem.IsLinux())
            Skip = Reason;
    }
}
