using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using NeuroLab.Notebooks.Documents;

namespace NeuroLab.Course.Tests.Hosts;

/// <summary>How a cell's outputs differ between another host, such as .NET Interactive or Jupyter's nbconvert, and the tool's own session.</summary>
internal static partial class HostDifference
{
    /// <summary>A value that no type of NeuroLab's is behind: each host has a view of its own for it, which says the same.</summary>
    public const string OwnView = "a plain value in the host's own view";

    /// <summary>What differs: null where nothing does, <see cref="OwnView"/>, or both outputs in full.</summary>
    public static string? Between(IReadOnlyList<NotebookOutput> session, IReadOnlyList<NotebookOutput> host)
    {
        string? difference = session.Count == host.Count ? null : $"{session.Count} and {host.Count} outputs";
        for (int i = 0; i < Math.Min(session.Count, host.Count); i++)
        {
            if (JsonNode.DeepEquals(session[i].Json, host[i].Json))
                continue;
            if (!SayTheSame(session[i], host[i]))
                return $"output {i + 1}:\nsession {Short(session[i])}\nhost    {Short(host[i])}";
            difference ??= OwnView;
        }

        return difference;
    }

    // Whatever the session's view says, .NET Interactive's view of the same value says too, in its own frame.
    private static bool SayTheSame(NotebookOutput session, NotebookOutput host) =>
        session.Kind == host.Kind && host.GetText("text/html") is { } html
        && Words(session.GetText("text/html") is { } own ? TextOf(own) : session.GetText("text/plain") ?? "").ToArray() is { Length: > 0 } words
        && words.ToHashSet().IsSubsetOf(Words(TextOf(html)));

    private static string TextOf(string html) => WebUtility.HtmlDecode(Tags().Replace(Styles().Replace(html, ""), " "));

    private static IEnumerable<string> Words(string text) => Word().Matches(text).Select(match => match.Value);

    private static string Short(NotebookOutput output)
    {
        string json = output.Json.ToJsonString();
        return json.Length <= 600 ? json : json[..600] + " ...";
    }

    [GeneratedRegex("(?s)<style>.*?</style>")]
    private static partial Regex Styles();

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tags();

    [GeneratedRegex(@"[\w.+-]+")]
    private static partial Regex Word();
}
