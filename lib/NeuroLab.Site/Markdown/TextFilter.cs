using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Ganss.Xss;
using NeuroLab.Site.Html;
using NeuroLab.Site.Outputs;

namespace NeuroLab.Site.Markdown;

/// <summary>Filters the HTML of a text cell, and keeps the words of what it takes out.</summary>
internal sealed class TextFilter(SiteLinks links) : HtmlFilter(links)
{
    private readonly List<(IElement Place, string Html)> drawings = [];
    private readonly List<(IElement Place, string Address)> pictures = [];

    /// <summary>Filters a cell's HTML and gives it the form that the site's pages have.</summary>
    /// <param name="html">What the Markdown became.</param>
    public IElement CleanText(string html)
    {
        IElement body = Clean(html);
        foreach ((IElement place, string drawing) in drawings)
            place.OuterHtml = ForeignHtml.Frame(drawing, "A drawing");
        foreach ((IElement place, string address) in pictures)
            place.OuterHtml = MissingPicture(place.GetAttribute("alt"), address);
        foreach (IElement input in body.QuerySelectorAll("input").ToArray())
            Check((IHtmlInputElement)input);
        foreach (IElement picture in body.QuerySelectorAll("img:not([alt])").ToArray())
            picture.SetAttribute("alt", picture.GetAttribute("title") ?? "");
        foreach (IElement link in body.QuerySelectorAll("a:not([href]):not([id])").ToArray())
            link.Replace([.. link.ChildNodes]);
        foreach (IElement table in body.QuerySelectorAll("table").Where(table => table.ParentElement?.Closest("table") is null).ToArray())
            PutIntoBox(table);
        foreach (IElement summary in body.QuerySelectorAll("details > summary").ToArray())
        {
            if (summary.TextContent.TrimStart().StartsWith("Solution", StringComparison.OrdinalIgnoreCase))
                summary.ParentElement!.ClassName = "solution";
        }

        return body;
    }

    /// <inheritdoc/>
    protected override void OnTag(IElement tag)
    {
        if (tag.LocalName is "svg" or "math")
        {
            IElement place = tag.Owner!.CreateElement("span");
            drawings.Add((place, tag.OuterHtml));
            tag.Parent!.InsertBefore(place, tag);
            return;
        }

        Leave(Name(tag));
        if (HtmlRules.IsForMachines(tag.LocalName))
            return;
        foreach (INode child in tag.ChildNodes.ToArray())
            tag.Parent!.InsertBefore(child, tag);
    }

    /// <inheritdoc/>
    protected override bool OnAttribute(IElement tag, IAttr attribute, RemoveReason reason)
    {
        if (attribute.Name == "id")
            return true;
        if (attribute.Name == "name" && tag is IHtmlAnchorElement && !tag.HasAttribute("id"))
            tag.Id = attribute.Value;
        if (tag is not IHtmlImageElement || attribute.Name != "src")
            return base.OnAttribute(tag, attribute, reason);
        pictures.Add((tag, attribute.Value));
        return false;
    }

    private void Check(IHtmlInputElement input)
    {
        if (input.Type == "checkbox" && input.IsDisabled)
        {
            input.SetAttribute("aria-label", input.IsDefaultChecked ? "done" : "to do");
            return;
        }

        Leave(Name(input));
        input.Remove();
    }

    private static string MissingPicture(string? words, string address)
    {
        string name = string.IsNullOrWhiteSpace(words) ? "" : $" “{words}”";
        string shown = address.Length > 120 ? address[..100].TrimEnd('\uD83D') + "…" : address;
        return SiteLinks.IsElsewhere(address)
            ? $"<a href=\"{HtmlText.Escape(address)}\">Picture{HtmlText.Escape(name)} at {HtmlText.Escape(shown)}</a>"
            : $"<span class=\"left-out\">{HtmlText.Escape($"Picture{name} is not here: {shown} {SiteLinks.WhatPicturesMustBe}")}</span>";
    }

    // A wide table scrolls in its box.
    private static void PutIntoBox(IElement table)
    {
        IElement box = table.Owner!.CreateElement("div");
        box.ClassName = "scroll";
        table.Replace(box);
        box.AppendChild(table);
    }
}
