using System.Diagnostics;

namespace NeuroLab.Live.Tests;

/// <summary>The pages' modules by themselves, run by Node.js.</summary>
public sealed class ModuleTests
{
    [NodeFact]
    public async Task The_modules_pass_their_own_tests()
    {
        string configuration = Path.GetFileName(Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory));
        string folder = Repository.At($"artifacts/obj/NeuroLab.Site/{configuration}/page");
        string[] tests = Directory.GetFiles(Path.Combine(folder, "tests"), "*.test.js");
        Assert.NotEmpty(tests);
        (int code, string output, string errors) = await Command.RunAsync(new ProcessStartInfo("node", ["--test", .. tests]) { WorkingDirectory = folder });
        Assert.True(code == 0, output + errors);
        Assert.Matches(@"# pass [1-9]\d", output);
    }
}
