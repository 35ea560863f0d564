namespace NeuroLab.Browser.Tests;

/// <summary>A test that needs Firefox. Where there is none it is skipped, and says so.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class FirefoxFactAttribute : FactAttribute
{
    public FirefoxFactAttribute() => Skip = Firefox.SkipReason;
}
