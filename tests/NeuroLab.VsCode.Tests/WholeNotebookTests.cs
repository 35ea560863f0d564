using System.Text.RegularExpressions;
using Microsoft.Playwright;
using NeuroLab.Notebooks.Documents;
using NeuroLab.Tests.Shared.Workbench;

namespace NeuroLab.VsCode.Tests;

/// <summary>What is done with a notebook as a whole in VS Code's own workbench, and with the command that runs it.</summary>
[Collection(Workbench.Name)]
public sealed partial class WholeNotebookTests(Workbench bench)
{
    private Window Window => bench.Window;

    [WorkbenchFact]
    public async Task A_notebook_that_is_started_over_is_again_as_it_is_in_the_course()
    {
        const string Name = "02-weight-shapes.ipynb";
        string original = bench.Read(Name).ToJson();
        await Window.OpenAsync(Name);
        await Window.WriteAsync(0, "1 + 1");
        await Window.SavedAsync(() => bench.Read(Name).ToJson() != original);
        await Window.ToolbarAsync("Start This Notebook Over");
        await Window.ShotAsync("start-over");
        await Window.Page.Locator(".monaco-dialog-box").GetByRole(AriaRole.Button, new() { Name = "Start over" }).ClickAsync();
        await Window.SavedAsync(() => NotebookCleaner.Clean(bench.Read(Name)).ToJson() == original);
    }

    [WorkbenchFact]
    public async Task Present_opens_the_notebook_in_the_browser_and_begins_to_present()
    {
        bench.Write("present.ipynb", "md:# One\n\nThe first step.", "6 * 7", "md:## Two\n\nThe second.");
        await Window.OpenAsync("present.ipynb");
        TaskCompletionSource<string> asked = new();
        Window.Page.Context.Request += Note;
        IPage opened = await Window.Page.Context.RunAndWaitForPageAsync(() => Window.ToolbarAsync("Present"));
        string address = await asked.Task.WaitAsync(TimeSpan.FromSeconds(90));
        Window.Page.Context.Request -= Note;
        await opened.CloseAsync();

        // code-server shows another port at a path of its own, VS Code at an address of its own, which the page's server wants.
        IPage page = await Window.Page.Context.NewPageAsync();
        try
        {
            await page.GotoAsync(ProxyPath().Replace(address, ":$1"));
            await Assertions.Expect(page.Locator("html")).ToHaveClassAsync(new Regex("presenting"));
            await Assertions.Expect(page.GetByText("The first step.")).ToBeVisibleAsync();
            if (Environment.GetEnvironmentVariable("NEUROLAB_SCREENSHOTS") is { Length: > 0 })
                await new Window(page, "").ShotAsync("present");
        }
        finally
        {
            // Behind a page that is left open the workbench takes no keys.
            await page.CloseAsync();
        }

        void Note(object? sender, IRequest request)
        {
            if (request.Url.Contains("/open?", StringComparison.Ordinal))
                asked.TrySetResult(request.Url);
        }
    }

    [WorkbenchFact]
    public async Task Where_the_command_has_not_been_built_it_is_built_when_the_reader_agrees_and_then_the_cell_runs()
    {
        // A repository whose build takes no minute: it links to what has been built here.
        Directory.CreateDirectory(bench.Course.At("unbuilt/lib/NeuroLab.Tool"));
        Directory.CreateDirectory(bench.Course.At("unbuilt/notebooks"));
        await File.WriteAllTextAsync(bench.Course.At("unbuilt/lib/NeuroLab.Tool/NeuroLab.Tool.csproj"), $"""
            <Project DefaultTargets="Build">
              <Target Name="Restore" />
              <Target Name="Build">
                <MakeDir Directories="../../artifacts" />
                <Exec Command="ln -s '{Repository.At("artifacts/bin")}' ../../artifacts/bin" />
              </Target>
            </Project>
            """);
        string notebook = bench.Course.At("unbuilt/notebooks/built.ipynb");
        bench.Write(notebook, "6 * 7");
        await Window.OpenAsync(notebook);
        await Window.RunAsync(0);
        ILocator offer = Window.Message("has not been built yet");
        await Assertions.Expect(offer).ToBeVisibleAsync();
        await Window.ShotAsync("build");
        Assert.False(Directory.Exists(bench.Course.At("unbuilt/artifacts")), "It was built before the reader agreed.");
        await offer.GetByRole(AriaRole.Button, new() { Name = "Build" }).ClickAsync();
        await Assertions.Expect(Window.Outputs.GetByText("42", new() { Exact = true })).ToBeVisibleAsync();
        // The terminal, in which it was built, takes half of the window.
        await Window.Page.Keyboard.PressAsync("Control+J");
    }

    [WorkbenchFact]
    public async Task Where_there_is_neither_a_build_nor_a_tool_the_tool_is_offered_and_not_installed_unasked()
    {
        Directory.CreateDirectory(bench.Course.At("elsewhere"));
        string notebook = bench.Course.At("elsewhere/alone.ipynb");
        bench.Write(notebook, "System.IO.File.WriteAllText(\"ran.txt\", \"\");");
        await Window.OpenAsync(notebook);
        await Window.RunAsync(0);
        ILocator offer = Window.Message("Install it as a .NET tool?");
        await Assertions.Expect(offer.GetByRole(AriaRole.Button, new() { Name = "Install" })).ToBeVisibleAsync();
        await Window.ShotAsync("install");
        await Window.CommandAsync("Notifications: Clear All Notifications");
        await Assertions.Expect(offer).ToHaveCountAsync(0);
        Assert.False(Directory.Exists(bench.Course.At(".dotnet/tools")), "It was installed.");
        Assert.False(File.Exists(bench.Course.At("elsewhere/ran.txt")), "The cell ran.");
    }

    [GeneratedRegex(@":\d+/proxy/(\d+)")]
    private static partial Regex ProxyPath();
}
