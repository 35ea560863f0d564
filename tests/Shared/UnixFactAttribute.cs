namespace NeuroLab.Tests.Shared;

/// <summary>A test of signals, devices or links as Unix has them; skipped, with the reason, on Windows.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class UnixFactAttribute : FactAttribute
{
    internal const string Reason = "Windows has no signals that one program can send to another, no devices that are files, and links need a right there.";

    public UnixFactAttribute()
    {
        if (OperatingSystem.IsWindows())
            Skip = Reason;
    }
}
