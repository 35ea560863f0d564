using System.Diagnostics;
using NeuroLab.Notebooks.Documents;

namespace NeuroLab.Browser.Tests;

/// <summary>A desktop whose processor has what a browser's WebAssembly has: vectors of 128 bits, and no multiplication that adds without rounding between.</summary>
internal static class Desktop
{
    /// <summary>Runs a notebook.</summary>
    /// <param name="path">The notebook. Its cells run in its folder.</param>
    /// <param name="solve">Whether each exercise's own solution is put into its cell first.</param>
    /// <returns>The notebook as it ran, with what its cells show.</returns>
    public static async Task<NotebookDocument> RunAsync(string path, bool solve = false)
    {
        using TemporaryFolder folder = new();
        string output = folder.At("out");
        ProcessStartInfo run = new("dotnet", [Path.Combine(AppContext.BaseDirectory, "NeuroLab.Tool.dll"), "run", path, "--output", output, "--timeout", "600", .. solve ? ["--solve"] : Array.Empty<string>()]);
        run.Environment["DOTNET_EnableAVX2"] = "0";
        (int code, string said, string errors) = await Command.RunAsync(run, minutes: 10);
        Assert.True(code == 0, said + errors);
        return NotebookDocument.Load(Path.Combine(output, Path.GetFileName(path)));
    }
}
