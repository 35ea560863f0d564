using System.Text.RegularExpressions;

namespace NeuroLab.Setup.Tests;

public sealed partial class LinkTests
{
    public static TheoryData<string> Pages =>
    [
        .. new[] { "", "docs", "notebooks", "datasets" }
            .SelectMany(folder => Directory.EnumerateFiles(Repository.At(folder), "*.md").Select(file => $"{folder}/{Path.GetFileName(file)}".TrimStart('/')))
            .Order(StringComparer.Ordinal),
    ];

    [Theory]
    [MemberData(nameof(Pages))]
    public void A_page_links_only_to_what_exists(string page)
    {
        string folder = Path.GetDirectoryName(Repository.At(page))!;
        string[] links = [.. Link().Matches(Repository.Text(page)).Select(match => match.Groups[1].Value).Where(link => !link.Contains(':', StringComparison.Ordinal))];
        Assert.All(links, link =>
        {
            string path = Path.GetFullPath(Path.Combine(folder, link.Split('#')[0]));
            Assert.True(link.StartsWith('#') || File.Exists(path) || Directory.Exists(path), $"{page} links to {link}, which does not exist.");
        });
    }

    [GeneratedRegex(@"\]\(([^)\s]+)\)")]
    private static partial Regex Link();
}
