using Microsoft.Playwright;
using NeuroLab.Tensors;
using NeuroLab.Tests.Shared.Accessibility;
using NeuroLab.Tests.Shared.Browser;

namespace NeuroLab.Charts.Tests.Browser;

public sealed class DrawingPadPageTests(BrowserFixture browser) : IClassFixture<BrowserFixture>
{
    [BrowserFact]
    public async Task The_mouse_and_the_keys_draw_and_the_line_reads_back_as_what_was_drawn_even_in_a_frame_without_rights()
    {
        string frame = $"<main><h1>Pad</h1><iframe title=\"Pad\" sandbox=\"allow-scripts\" style=\"width:340px;height:520px;border:0\" srcdoc=\"{System.Net.WebUtility.HtmlEncode($"<!doctype html><html lang=\"en\"><title>Pad</title><body>{new DrawingPad().ToHtml()}")}\"></iframe></main>";
        await using var page = await browser.OpenAsync(frame, drawn: false);
        IFrame pad = (await (await page.Page.QuerySelectorAsync("iframe"))!.ContentFrameAsync())!;
        ILocator canvas = pad.Locator("canvas"), line = pad.GetByLabel("The line of your drawing");
        LocatorBoundingBoxResult box = (await canvas.BoundingBoxAsync())!;

        await page.Page.Mouse.MoveAsync(box.X + (box.Width / 2), box.Y + (box.Height / 4));
        await page.Page.Mouse.DownAsync();
        await page.Page.Mouse.MoveAsync(box.X + (box.Width / 2), box.Y + (box.Height * 3 / 4));
        await page.Page.Mouse.UpAsync();
        Tensor stroke = DrawingPad.Read(await line.InputValueAsync());
        Assert.Equal((1f, 1f, 0f), (stroke[0, 0, 8, 14], stroke[0, 0, 20, 14], stroke[0, 0, 14, 4]));

        await pad.GetByRole(AriaRole.Button, new() { Name = "Clear" }).ClickAsync();
        Assert.Equal(0, DrawingPad.Read(await line.InputValueAsync()).Sum());

        await canvas.FocusAsync();
        foreach (string key in new[] { "ArrowLeft", "Space", "ArrowDown", "ArrowDown", "ArrowDown", "Space", "ArrowDown", "ArrowDown", "ArrowDown" })
            await page.Page.Keyboard.PressAsync(key);
        Tensor keys = DrawingPad.Read(await line.InputValueAsync());
        Assert.Equal((1f, 1f, 0f), (keys[0, 0, 14, 13], keys[0, 0, 17, 13], keys[0, 0, 20, 13]));

        await pad.GetByRole(AriaRole.Button, new() { Name = "Copy" }).ClickAsync();
        await pad.GetByText("Copied.").Or(pad.GetByText("is selected")).WaitForAsync();
        Assert.Empty(await Axe.FindAsync(page.Page, "the drawing pad"));
    }

    [BrowserFact]
    public async Task Two_sheets_on_a_page_draw_each_its_own_and_show_what_they_were_given()
    {
        string corner = Convert.ToBase64String([0x80, .. new byte[97]]);
        await using var page = await browser.OpenAsync($"<main><h1>Pads</h1>{new DrawingPad(corner).ToHtml()}{new DrawingPad().ToHtml()}</main>", drawn: false);

        string[] lines = await page.Page.EvaluateAsync<string[]>("() => [...document.querySelectorAll('textarea')].map(box => box.value)");

        Assert.Equal([corner, Convert.ToBase64String(new byte[98])], lines);
        Assert.Empty(page.Complaints);
    }
}
