using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using Microsoft.Playwright;
using NeuroLab.Tests.Shared.Browser;

namespace NeuroLab.Tests.Shared.Workbench;

/// <summary>One code-server with one extension as it is installed, a folder with a course in it, and a browser for its windows.</summary>
/// <param name="extension">The extension as it is packed.</param>
/// <param name="kernel">What the kernel is called that it gives notebooks.</param>
internal sealed class CodeServerCourse(string extension, string kernel) : IAsyncDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly int port = FreePort();
    private Process? server;
    private IPlaywright? playwright;
    private IBrowser? browser;

    /// <summary>The folder of the notebooks in the course.</summary>
    public string Notebooks => At("course/notebooks");

    /// <summary>A file or folder beside the course.</summary>
    public string At(string name) => folder.At(name);

    /// <summary>Installs the extension of the course and starts the server.</summary>
    public static Task<CodeServerCourse> StartAsync() => StartAsync(CodeServer.Extension, CodeServer.Kernel);

    /// <summary>Installs an extension, and no other, and starts the server.</summary>
    /// <param name="extension">The extension as it is packed.</param>
    /// <param name="kernel">What the kernel is called that it gives notebooks.</param>
    public static async Task<CodeServerCourse> StartAsync(string extension, string kernel)
    {
        CodeServerCourse course = new(extension, kernel);
        try
        {
            course.WriteFiles();
            await course.StartServerAsync();
            return course;
        }
        catch
        {
            await course.DisposeAsync();
            throw;
        }
    }

    /// <summary>Opens a window of its own.</summary>
    public async Task<Window> OpenAsync()
    {
        IBrowserContext context = await browser!.NewContextAsync(new BrowserNewContextOptions { ViewportSize = new ViewportSize { Width = 1440, Height = 900 } });
        context.SetDefaultTimeout(90_000);
        IPage page = await context.NewPageAsync();
        await page.GotoAsync($"http://127.0.0.1:{port.ToString(CultureInfo.InvariantCulture)}/?folder={At("course")}");
        return new Window(page, Notebooks, kernel);
    }

    /// <summary>Says whether folders are trusted without being asked for.</summary>
    public void WriteSettings(bool isTrusting)
    {
        Directory.CreateDirectory(At("data/User"));
        folder.Write("data/User/settings.json", JsonSerializer.Serialize(new Dictionary<string, object>
        {
            ["security.workspace.trust.enabled"] = !isTrusting,
            ["security.workspace.trust.startupPrompt"] = "never",
            ["workbench.startupEditor"] = "none",
            ["workbench.editorAssociations"] = new Dictionary<string, string> { ["*.ipynb"] = "jupyter-notebook" },
            ["workbench.secondarySideBar.defaultVisibility"] = "hidden",
            ["chat.disableAIFeatures"] = true,
            ["extensions.autoCheckUpdates"] = false,
            ["git.enabled"] = false,
            ["telemetry.telemetryLevel"] = "off",
        }));
    }

    public async ValueTask DisposeAsync()
    {
        if (browser is not null)
            await browser.DisposeAsync();
        playwright?.Dispose();
        if (server is not null)
        {
            server.Kill(entireProcessTree: true);
            await server.WaitForExitAsync();
            server.Dispose();
        }

        folder.Dispose();
    }

    private void WriteFiles()
    {
        Directory.CreateDirectory(Notebooks);
        foreach (string name in new[] { "setup.dib", "00-start-here.ipynb", "01-neuron.ipynb", "02-weight-shapes.ipynb", "02b-slopes.ipynb" })
            File.Copy(Repository.At($"notebooks/{name}"), Path.Combine(Notebooks, name));
        Directory.CreateSymbolicLink(At("course/datasets"), Repository.At("datasets"));
        Directory.CreateDirectory(At("course/artifacts"));
        Directory.CreateSymbolicLink(At("course/artifacts/bin"), Repository.At("artifacts/bin"));
        WriteSettings(isTrusting: true);
    }

    private async Task StartServerAsync()
    {
        (int code, string output, string errors) = await Command.RunAsync(StartInfo("--install-extension", extension));
        if (code != 0)
            throw new InvalidOperationException($"The extension could not be installed. {output}{errors}");
        server = Process.Start(StartInfo("--auth", "none", "--bind-addr", $"127.0.0.1:{port.ToString(CultureInfo.InvariantCulture)}", "--disable-telemetry", "--disable-update-check"))!;
        playwright = await Playwright.CreateAsync();
        browser = await Chromium.StartAsync(playwright);
        await UntilItAnswersAsync();
    }

    private ProcessStartInfo StartInfo(params string[] arguments)
    {
        ProcessStartInfo start = new(CodeServer.Node, [CodeServer.Program, "--user-data-dir", At("data"), "--extensions-dir", At("extensions"), .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        // It would start a shell to learn the user's environment, and wait for it.
        start.Environment["VSCODE_CLI"] = "1";
        start.Environment["CODE_SERVER_CONFIG"] = At("code-server.yaml");
        // A command that the user has installed is not the one that is tested.
        start.Environment["HOME"] = folder.Path;
        start.Environment["PATH"] = string.Join(Path.PathSeparator, Environment.GetEnvironmentVariable("PATH")!.Split(Path.PathSeparator).Where(place => !File.Exists(Path.Combine(place, "neurolab"))));
        return start;
    }

    private async Task UntilItAnswersAsync()
    {
        _ = server!.StandardOutput.ReadToEndAsync();
        _ = server.StandardError.ReadToEndAsync();
        using HttpClient client = new();
        for (int i = 0; i < 300; i++, await Task.Delay(200))
        {
            try
            {
                using HttpResponseMessage answer = await client.GetAsync(new Uri($"http://127.0.0.1:{port.ToString(CultureInfo.InvariantCulture)}/healthz"));
                return;
            }
            catch (HttpRequestException)
            {
                // Not yet.
            }
        }

        throw new TimeoutException("code-server did not answer within a minute.");
    }

    private static int FreePort()
    {
        using TcpListener any = new(IPAddress.Loopback, 0);
        any.Start();
        return ((IPEndPoint)any.LocalEndpoint).Port;
    }
}
