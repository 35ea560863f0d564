namespace NeuroLab.Live.Tests;

/// <summary>A test that Node.js runs. Where there is none it is skipped, and says so.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class NodeFactAttribute : FactAttribute
{
    public NodeFactAttribute()
    {
        if (Programs.Find("node", "node.exe") is null)
            Skip = "Node.js is not in PATH. Install it to run this test.";
    }
}
