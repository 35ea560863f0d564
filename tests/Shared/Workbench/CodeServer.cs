using NeuroLab.Tests.Shared.Browser;

namespace NeuroLab.Tests.Shared.Workbench;

/// <summary>Where the workbench of VS Code and the extension are; the tests are skipped where one of them is missing.</summary>
internal static class CodeServer
{
    /// <summary>What the extension's kernel is called.</summary>
    public const string Kernel = "C# (NeuroLab)";

    private const string Script = "tests/NeuroLab.VsCode.Tests/install-code-server.sh";

    private static readonly string cache = Path.Combine(
        Environment.GetEnvironmentVariable("XDG_CACHE_HOME") is { Length: > 0 } named ? named : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".cache"),
        "neurolab", "code-server-" + Version());

    /// <summary>The extension as it is installed.</summary>
    public static string Extension { get; } = Repository.At("artifacts/vscode/neurolab.vsix");

    /// <summary>The Node.js that it runs on.</summary>
    public static string Node { get; } = Path.Combine(cache, "node", "bin", "node");

    /// <summary>The script that starts it.</summary>
    public static string Program { get; } = Path.Combine(cache, "node_modules", "code-server", "out", "node", "entry.js");

    /// <summary>Why tests in the workbench are skipped; null where they run.</summary>
    public static string? SkipReason =>
        Chromium.SkipReason
        ?? (!File.Exists(Path.Combine(cache, "ready")) ? $"code-server is not installed. {Script} installs it, on Linux." : null)
        ?? (!File.Exists(Extension) ? "The extension was not made, since npm was missing. Install Node.js and build again to run this test." : null);

    private static string Version() => Repository.Text(Script).Split('\n').Single(line => line.StartsWith("version=", StringComparison.Ordinal))["version=".Length..];
}
