using System.Diagnostics;

namespace NeuroLab.Tests.Shared.Site;

/// <summary>The site as the command writes it.</summary>
internal sealed class BuiltSite : IDisposable
{
    private readonly TemporaryFolder temporary;

    private BuiltSite(TemporaryFolder temporary, string said) => (this.temporary, Said) = (temporary, said);

    /// <summary>The folder of the site.</summary>
    public string Folder => temporary.At("site");

    /// <summary>What the command said.</summary>
    public string Said { get; }

    /// <summary>Runs the command.</summary>
    /// <param name="tool">The path of <c>NeuroLab.Tool.dll</c>.</param>
    public static async Task<BuiltSite> WriteAsync(string tool)
    {
        TemporaryFolder temporary = new();
        (int code, string output, string errors) = await Command.RunAsync(
            new ProcessStartInfo("dotnet", [tool, "site", "--live", "--output", temporary.At("site")]) { WorkingDirectory = temporary.Path }, minutes: 8);
        if (code == 0)
            return new BuiltSite(temporary, output);
        temporary.Dispose();
        throw new InvalidOperationException($"The site was not written:\n{output}{errors}");
    }

    /// <summary>The size of a file as it comes: itself, or the same file compressed.</summary>
    /// <param name="path">Its path in the site, as pages ask for it.</param>
    /// <param name="ending"><c>.gz</c> or <c>.br</c>.</param>
    public long Size(string path, string ending)
    {
        string file = Path.Combine(Folder, path.EndsWith(".gz", StringComparison.Ordinal) ? path[..^3] : path);
        FileInfo packed = new(file + ending);
        return packed.Exists ? packed.Length : File.Exists(file) ? new FileInfo(file).Length : 0;
    }

    public void Dispose() => temporary.Dispose();
}
