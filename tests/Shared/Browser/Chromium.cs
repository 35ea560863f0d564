using Microsoft.Playwright;
using NeuroLab.Charts;

namespace NeuroLab.Tests.Shared.Browser;

/// <summary>Finds the browser of the machine and starts it without a window and without a network.</summary>
public static class Chromium
{
    private static readonly string[] names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "Google Chrome", "chrome.exe"];

    private static readonly string[] arguments =
    [
        "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update",
        "--disable-sync", "--enable-unsafe-swiftshader",
    ];

    /// <summary>The browser's file, or null where there is none.</summary>
    public static string? Path { get; } = Programs.Find(names);

    /// <summary>Why a test that draws charts in a browser is skipped; null where it runs.</summary>
    public static string? SkipReason =>
        Path is null ? $"No browser: none of {string.Join(", ", names)} is in PATH. Install Chromium to run this test."
        : !PlotlyScript.IsBundled ? "plotly.js is not bundled, and tests use no network. Install Node.js and build again to run this test."
        : null;

    /// <summary>Starts a browser of its own.</summary>
    public static Task<IBrowser> StartAsync(IPlaywright playwright)
    {
        ArgumentNullException.ThrowIfNull(playwright);
        return playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = Path,
            Headless = true,
            ChromiumSandbox = false,
            Args = arguments,
        });
    }
}
