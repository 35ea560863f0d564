namespace NeuroLab.Tests.Training.Checkpoints;

/// <summary>A Python that has PyTorch, and scripts run in it.</summary>
internal static class Torch
{
    private static readonly string? Found = Python.With("torch, numpy");

    internal static string? SkipReason => Found is null ? "No Python with the packages torch and numpy was found. Install python3-torch to run this test." : null;

    /// <summary>Runs a script that lies beside the tests and fails with what it said if it fails.</summary>
    internal static async Task RunAsync(string script, params string[] arguments)
    {
        (int code, string printed) = await Python.RunAsync(Found!, [Path.Combine(AppContext.BaseDirectory, script), .. arguments]);
        Assert.True(code == 0, printed);
    }
}
