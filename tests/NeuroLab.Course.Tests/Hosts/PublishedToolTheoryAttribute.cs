namespace NeuroLab.Course.Tests.Hosts;

/// <summary>A test that needs .NET Interactive's published tool; skipped, with the reason, where it can't be had.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class PublishedToolTheoryAttribute : TheoryAttribute
{
    public PublishedToolTheoryAttribute() => Skip = PublishedTool.SkipReason;
}
