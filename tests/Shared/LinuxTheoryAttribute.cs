namespace NeuroLab.Tests.Shared;

/// <summary>A test that needs Linux's own devices and folders, such as /dev/full and /proc; skipped, with the reason, elsewhere.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class LinuxTheoryAttribute : TheoryAttribute
{
    public LinuxTheoryAttribute()
    {
        if (!OperatingSystem.IsLinux())
            Skip = LinuxFactAttribute.Reason;
    }
}
