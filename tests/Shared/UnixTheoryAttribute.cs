namespace NeuroLab.Tests.Shared;

/// <summary>A test of signals, devices or links as Unix has them; skipped, with the reason, on Windows.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class UnixTheoryAttribute : TheoryAttribute
{
    public UnixTheoryAttribute()
    {
        if (OperatingSystem.IsWindows())
            Skip = UnixFactAttribute.Reason;
    }
}
