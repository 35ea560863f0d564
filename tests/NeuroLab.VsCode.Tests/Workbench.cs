using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using Microsoft.Playwright;
using NeuroLab.Notebooks.Documents;
using NeuroLab.Tests.Shared.Browser;

namespace NeuroLab.VsCode.Tests;

/// <summary>One code-server with the extension, a folder with a course in it, and one window, for all tests.</summary>
[CollectionDefinition(Name)]
public sealed class Workbench : IAsyncLifetime, IDisposable, ICollectionFixture<Workbench>
{
    internal const string Name = "workbench";

    private readonly TemporaryFolder folder = new();
    private readonly int port = FreePort();
    private Process? server;
    private IPlaywright? playwright;
    private IBrowser? browser;

    /// <summary>The window that the tests share.</summary>
    internal Window Window { get; private set; } = null!;

    /// <summary>The folder of the notebooks in the course that is open.</summary>
    internal string Notebooks => folder.At("course/notebooks");

    public async Task InitializeAsync()
    {
        if (CodeServer.SkipReason is not null)
            return;
        // A busy machine is slow; that is no fault of the extension.
        Assertions.SetDefaultExpectTimeout(90_000);
        Directory.CreateDirectory(Notebooks);
        foreach (string name in new[] { "setup.dib", "00-start-here.ipynb", "01-neuron.ipynb", "02-weight-shapes.ipynb" })
            File.Copy(Repository.At($"notebooks/{name}"), Path.Combine(Notebooks, name));
        Directory.CreateSymbolicLink(folder.At("course/datasets"), Repository.At("datasets"));
        Directory.CreateDirectory(folder.At("course/artifacts"));
        Directory.CreateSymbolicLink(folder.At("course/artifacts/bin"), Repository.At("artifacts/bin"));
        WriteSettings(isTrusting: true);
        (int code, string output, string errors) = await Command.RunAsync(StartInfo("--install-extension", CodeServer.Extension));
        Assert.True(code == 0, output + errors);
        server = Process.Start(StartInfo("--auth", "none", "--bind-addr", $"127.0.0.1:{port.ToString(CultureInfo.InvariantCulture)}", "--disable-telemetry", "--disable-update-check"))!;
        playwright = await Playwright.CreateAsync();
        browser = await Chromium.StartAsync(playwright);
        await UntilItAnswersAsync();
        Window = await OpenAsync();
    }

    /// <summary>Opens a window of its own.</summary>
    internal async Task<Window> OpenAsync()
    {
        IBrowserContext context = await browser!.NewContextAsync(new BrowserNewContextOptions { ViewportSize = new ViewportSize { Width = 1440, Height = 900 } });
        context.SetDefaultTimeout(90_000);
        IPage page = await context.NewPageAsync();
        await page.GotoAsync($"http://127.0.0.1:{port.ToString(CultureInfo.InvariantCulture)}/?folder={folder.At("course")}");
        return new Window(page, Notebooks);
    }

    /// <summary>Says whether folders are trusted without being asked for.</summary>
    internal void WriteSettings(bool isTrusting)
    {
        Directory.CreateDirectory(folder.At("data/User"));
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

    /// <summary>Writes a notebook whose cells hold code, or Markdown where they begin with "md:".</summary>
    internal void Write(string name, params string[] cells)
    {
        var document = NotebookDocument.Create();
        foreach (string cell in cells)
        {
            bool text = cell.StartsWith("md:", StringComparison.Ordinal);
            document.Cells.Add(NotebookCell.Create(text ? CellKind.Markdown : CellKind.Code, text ? cell[3..] : cell));
        }

        document.Save(Path.Combine(Notebooks, name));
    }

    /// <summary>A notebook as its file has it.</summary>
    internal NotebookDocument Read(string name) => NotebookDocument.Load(Path.Combine(Notebooks, name));

    public async Task DisposeAsync()
    {
        if (browser is not null)
            await browser.DisposeAsync();
        if (server is null)
            return;
        server.Kill(entireProcessTree: true);
        await server.WaitForExitAsync();
    }

    public void Dispose()
    {
        playwright?.Dispose();
        server?.Dispose();
        folder.Dispose();
    }

    private ProcessStartInfo StartInfo(params string[] arguments)
    {
        ProcessStartInfo start = new(CodeServer.Node, [CodeServer.Program, "--user-data-dir", folder.At("data"), "--extensions-dir", folder.At("extensions"), .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        // It would start a shell to learn the user's environment, and wait for it.
        start.Environment["VSCODE_CLI"] = "1";
        start.Environment["CODE_SERVER_CONFIG"] = folder.At("code-server.yaml");
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
