using Microsoft.Playwright;
using NeuroLab.Tests.Shared.Workbench;

namespace NeuroLab.VsCode.Tests;

/// <summary>What the session knows of code that is being written, in VS Code's own workbench.</summary>
[Collection(Workbench.Name)]
public sealed class HelpTests(Workbench bench)
{
    private Window Window => bench.Window;

    [WorkbenchFact]
    public async Task Members_are_completed_and_errors_are_marked_while_one_writes()
    {
        bench.Write("help.ipynb", "var text = \"abc\";", "text");
        await Window.OpenAsync("help.ipynb");
        await Window.ToolbarAsync("Run All");
        await Assertions.Expect(Window.Outputs.GetByText("abc")).ToBeVisibleAsync();
        await Window.TypeAtEndAsync(1, ".");
        ILocator offered = Window.Page.Locator(".suggest-widget.visible .monaco-list-row");
        // Its own come first, then what LINQ adds.
        await Assertions.Expect(offered.First).ToContainTextAsync("Clone");
        await Window.Page.Keyboard.TypeAsync("Aggr");
        await Assertions.Expect(offered.Filter(new() { HasText = "Aggregate" }).First).ToBeAttachedAsync();
        foreach (char _ in "Aggr")
            await Window.Page.Keyboard.PressAsync("Backspace");
        await Window.Page.Keyboard.TypeAsync("Leng");
        await Assertions.Expect(offered.Filter(new() { HasText = "Length" }).First).ToBeAttachedAsync();
        await Window.ShotAsync("completion");
        await Window.Page.Keyboard.PressAsync("Tab");
        await Assertions.Expect(Window.CodeCells.Nth(1).Locator(".view-lines")).ToHaveTextAsync("text.Length");
        await Window.Page.Keyboard.TypeAsync(".NoSuchMember");
        await Assertions.Expect(Window.CodeCells.Nth(1).Locator(".squiggly-error")).ToBeAttachedAsync();
    }

    [WorkbenchFact]
    public async Task A_name_is_described_and_the_parameters_of_a_call_are_told()
    {
        bench.Write("words.ipynb", "var text = \"abc\";\ntext", "text.Substring");
        await Window.OpenAsync("words.ipynb");
        await Window.RunAsync(0);
        await Assertions.Expect(Window.Outputs.GetByText("abc")).ToBeVisibleAsync();
        await Window.ClickAsync(1);
        await Window.Page.Keyboard.PressAsync("Control+Home");
        await Window.Page.Keyboard.PressAsync("Control+K");
        await Window.Page.Keyboard.PressAsync("Control+I");
        await Assertions.Expect(Window.Page.Locator(".monaco-hover:visible")).ToContainTextAsync("string text");
        await Window.ShotAsync("hover");
        await Window.TypeAtEndAsync(1, "(");
        ILocator parameters = Window.Page.Locator(".parameter-hints-widget.visible");
        await Assertions.Expect(parameters.Locator(".parameter.active")).ToHaveTextAsync("int startIndex");
        await Window.Page.Keyboard.TypeAsync("1, ");
        await Assertions.Expect(parameters.Locator(".parameter.active")).ToHaveTextAsync("int length");
        await Window.ShotAsync("parameters");
    }
}
