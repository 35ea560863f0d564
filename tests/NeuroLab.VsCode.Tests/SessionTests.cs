using Microsoft.Playwright;
using NeuroLab.Tests.Shared.Workbench;

namespace NeuroLab.VsCode.Tests;

/// <summary>What the session does for a notebook in VS Code's own workbench.</summary>
[Collection(Workbench.Name)]
public sealed class SessionTests(Workbench bench)
{
    private Window Window => bench.Window;

    [WorkbenchFact]
    public async Task A_loop_without_end_is_interrupted_and_the_next_cell_runs()
    {
        bench.Write("endless.ipynb", "Console.WriteLine(\"begins\");\nwhile (true) { }", "6 * 7");
        await Window.OpenAsync("endless.ipynb");
        await Window.RunAsync(0);
        await Assertions.Expect(Window.Outputs.GetByText("begins")).ToBeVisibleAsync();
        await Window.ToolbarAsync("Interrupt");
        await Assertions.Expect(Window.Outputs.GetByText("asked to stop").First).ToBeVisibleAsync();
        await Window.ShotAsync("interrupted");
        await Window.RunAsync(1);
        await Assertions.Expect(Window.Outputs.GetByText("42", new() { Exact = true })).ToBeVisibleAsync();
    }

    [WorkbenchFact]
    public async Task A_worker_that_was_killed_or_restarted_costs_the_variables_and_no_more()
    {
        bench.Write("killed.ipynb", "var kept = 5;", "System.Diagnostics.Process.GetCurrentProcess().Kill(); System.Threading.Thread.Sleep(20_000);", "kept * 100");
        await Window.OpenAsync("killed.ipynb");
        await Window.RunAsync(0);
        await Window.RunAsync(1);
        await Assertions.Expect(Window.Outputs.GetByText("variables of all cells are gone").First).ToBeVisibleAsync();
        await Window.RunAsync(2);
        await Assertions.Expect(Window.Outputs.GetByText("Run cell [1] first").First).ToBeVisibleAsync();
        await Window.RunAsync(0);
        await Window.RunAsync(2);
        await Assertions.Expect(Window.Outputs.GetByText("500", new() { Exact = true })).ToBeVisibleAsync();
        await Window.ToolbarAsync("Restart");
        await Window.RunAsync(2);
        await Assertions.Expect(Window.Outputs.GetByText("Run cell [1] first").First).ToBeVisibleAsync();
    }

    [WorkbenchFact]
    public async Task A_line_of_an_error_leads_to_its_code()
    {
        bench.Write("error.ipynb", "int[] few = { 1, 2 };\nint wanted = 7;\nfew[wanted]", "1");
        await Window.OpenAsync("error.ipynb");
        await Window.RunAsync(0);
        await Window.ClickAsync(1);
        await Window.ShotAsync("error");
        await Window.Outputs.Locator("a", new() { HasText = "line 3" }).First.ClickAsync();
        await Assertions.Expect(Window.CodeCells.Nth(0).Locator(".monaco-editor.focused")).ToBeAttachedAsync();
        await Window.Page.Keyboard.PressAsync("End");
        await Window.Page.Keyboard.TypeAsync(" // here");
        await Assertions.Expect(Window.CodeCells.Nth(0).Locator(".view-line").Filter(new() { HasText = "few[wanted]" })).ToContainTextAsync("here");
    }

    [WorkbenchFact]
    public async Task A_cell_that_reads_a_line_asks_for_it_and_what_it_has_shown_changes_in_place()
    {
        bench.Write("asks.ipynb", "var shown = display(\"nobody yet\");\nshown.Update(\"Hello \" + Console.ReadLine());");
        await Window.OpenAsync("asks.ipynb");
        await Window.RunAsync(0);
        await Window.Page.GetByText("Cell 1 reads a line").WaitForAsync();
        await Assertions.Expect(Window.Outputs.GetByText("nobody yet")).ToBeVisibleAsync();
        await Window.ShotAsync("input");
        await Window.Page.Keyboard.TypeAsync("Ada");
        await Window.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(Window.Outputs.GetByText("Hello Ada")).ToBeVisibleAsync();
        await Assertions.Expect(Window.Outputs.GetByText("nobody yet")).ToHaveCountAsync(0);
    }

    [WorkbenchFact]
    public async Task The_cells_above_and_those_below_are_run()
    {
        bench.Write("around.ipynb", "Console.WriteLine(\"first\");", "Console.WriteLine(\"second\");", "Console.WriteLine(\"third\");");
        await Window.OpenAsync("around.ipynb");
        await Window.ClickAsync(1);
        await Window.CommandAsync("Notebook: Execute Above Cells");
        await Assertions.Expect(Window.Outputs.GetByText("first")).ToBeVisibleAsync();
        await Assertions.Expect(Window.Outputs.GetByText("second")).ToHaveCountAsync(0);
        await Window.CommandAsync("Notebook: Execute Cell and Below");
        await Assertions.Expect(Window.Outputs.GetByText("third")).ToBeVisibleAsync();
        await Assertions.Expect(Window.Outputs.GetByText("second")).ToBeVisibleAsync();
    }

    [WorkbenchFact]
    public async Task What_takes_a_while_is_told_below_the_cell()
    {
        // A place without packages, so that none is looked for in a network.
        await File.WriteAllTextAsync(Path.Combine(bench.Course.Notebooks, "NuGet.config"), "<configuration><packageSources><clear /><add key=\"none\" value=\".\" /></packageSources></configuration>");
        bench.Write("package.ipynb", "#r \"nuget: NeuroLab.Tool, 99.0.0\"");
        await Window.OpenAsync("package.ipynb");
        await Window.RunAsync(0);
        await Assertions.Expect(Window.Below("Restoring the package NeuroLab.Tool")).ToBeVisibleAsync();
        await Window.ShotAsync("progress");
        await Assertions.Expect(Window.Outputs.GetByText("NeuroLab.Tool").First).ToBeVisibleAsync();
        await Assertions.Expect(Window.Below("Restoring")).ToHaveCountAsync(0);
    }

    [WorkbenchFact]
    public async Task In_a_workspace_that_is_not_trusted_nothing_runs_and_the_reader_is_asked()
    {
        bench.Write("untrusted.ipynb", "System.IO.File.WriteAllText(\"ran.txt\", \"\");");
        bench.Course.WriteSettings(isTrusting: false);
        try
        {
            await using Window window = await bench.Course.OpenAsync();
            await window.OpenAsync("untrusted.ipynb");
            await window.ToolbarAsync("Run All");
            ILocator question = window.Page.Locator(".monaco-dialog-box");
            await Assertions.Expect(question).ToContainTextAsync("trust");
            await window.ShotAsync("untrusted");
            await window.Page.Keyboard.PressAsync("Escape");
            await Assertions.Expect(question).ToBeHiddenAsync();
            await Task.Delay(2000);
            Assert.False(File.Exists(Path.Combine(bench.Course.Notebooks, "ran.txt")));
        }
        finally
        {
            bench.Course.WriteSettings(isTrusting: true);
        }
    }
}
