namespace NeuroLab.Setup.Tests;

/// <summary>A test of what only release builds do; skipped, with the reason, in others.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ReleaseTheoryAttribute : TheoryAttribute
{
    public ReleaseTheoryAttribute()
    {
        if (Dotnet.Configuration != "Release")
            Skip = "Only release builds leave the machine's paths out. Test with -c Release.";
    }
}
