namespace NeuroLab.Setup.Tests;

public sealed class LinkTests
{
    public static TheoryData<string> Pages =>
    [
        .. new[] { "", "docs", "notebooks", "datasets", "lib/NeuroLab", "lib/NeuroLab/Ops", "lib/NeuroLab.Charts", "lib/NeuroLab.PlotlyNet", "lib/NeuroLab.Polyglot", "lib/NeuroLab.Tool" }
            .SelectMany(folder => Directory.EnumerateFiles(Repository.At(folder), "*.md").Select(file => $"{folder}/{Path.GetFileName(file)}".TrimStart('/')))
            .Order(StringComparer.Ordinal),
    ];

    [Theory]
    [MemberData(nameof(Pages))]
    public void A_page_links_only_to_what_exists(string page) =>
        Assert.Empty(Links.LeadingNowhere(Repository.Text(page), Path.GetDirectoryName(Repository.At(page))!));
}
